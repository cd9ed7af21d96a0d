extension TrustedKeys {
    /// Judges who signed a list that is about an exam.
    ///
    /// - Parameters:
    ///   - seal: The list's signature.
    ///   - list: The members that it is made over.
    ///   - format: The name of the list's kind.
    ///   - exam: The exam that the list is about.
    ///   - day: The day on which the key must be valid, in days since 1970-01-01.
    /// - Returns: Whether the issuer is trusted, or the first reason why not.
    public func verdict(
        on seal: ListSeal,
        over list: [String: JSONValue],
        format: String,
        exam: SealPayload.Exam,
        day: Int
    ) -> Verdict {
        verdict(named: seal.keyID, exam: exam, day: day) {
            seal.isMade(over: list, format: format, by: $0)
        }
    }
}
