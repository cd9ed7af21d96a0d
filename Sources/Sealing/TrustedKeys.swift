/// The keys that a verifier trusts: a JWKS of offices.
public struct TrustedKeys: Hashable, Sendable {
    /// What is to be said of the issuer of a seal.
    public enum Verdict: Hashable, Sendable {
        /// The key signed it and may.
        case trusted(TrustedKey)
        /// No trusted key has this name.
        case unknownKey(KeyID)
        /// The seal names a trusted key that did not sign it: it is forged or damaged.
        case badSignature(KeyID)
        /// The key signed it but may not seal for its area.
        case notForArea(TrustedKey)
        /// The key signed it but may not seal for its year.
        case notForYear(TrustedKey)
        /// The key signed it but was not valid on the day.
        case outsideValidity(TrustedKey)
    }

    /// The keys, in the order of the file.
    public var keys: [TrustedKey]

    /// Trusts these keys.
    public init(_ keys: [TrustedKey]) { self.keys = keys }

    /// Reads a JWKS, `{"keys": [...]}`; other members beside `keys` are left to others.
    ///
    /// - Throws: A ``SealError`` of code `trustFile` that names the key's index and the member.
    public init(parsing bytes: [UInt8]) throws(SealError) {
        let file: JSONValue
        do throws(JSONError) {
            file = try JSONValue(parsing: bytes)
        } catch {
            throw SealError(.trustFile, "\(error.code.rawValue) at byte \(error.offset ?? 0)")
        }
        guard let members = file["keys"]?.array else { throw SealError(.trustFile, "keys") }
        keys = []
        for (index, member) in members.enumerated() {
            do throws(SealError) {
                keys.append(try TrustedKey(jwk: member))
            } catch {
                throw SealError(error.code, "keys[\(index)].\(error.subject)")
            }
        }
    }

    /// The file as canonical JSON.
    ///
    /// - Throws: A ``JSONError`` if a key's days are no exact numbers.
    public func canonicalBytes() throws(JSONError) -> [UInt8] {
        try JSONValue.object(["keys": .array(keys.map(\.jwk))]).canonicalBytes()
    }

    /// All keys of that name: there may be two, by accident or by malice.
    public func keys(named id: KeyID) -> [TrustedKey] { keys.filter { $0.key.id == id } }

    /// Judges who issued a seal.
    ///
    /// - Parameters:
    ///   - seal: The seal.
    ///   - day: The day on which the key must be valid, in days since 1970-01-01; as a rule the
    ///     seal's day of issue.
    /// - Returns: Whether the issuer is trusted, or the first reason why not.
    public func verdict(on seal: SealText, day: Int) -> Verdict {
        verdict(named: seal.envelope.keyID, exam: seal.payload.exam, day: day) {
            seal.envelope.isSigned(by: $0)
        }
    }

    /// Judges a signature that names a key.
    func verdict(
        named id: KeyID,
        exam: SealPayload.Exam,
        day: Int,
        isSignedBy isSigned: (VerifyingKey) -> Bool
    ) -> Verdict {
        let named = keys(named: id)
        guard !named.isEmpty else { return .unknownKey(id) }
        let signers = named.filter { isSigned($0.key) }
        let verdicts = signers.map { Self.verdict(of: $0, exam: exam, day: day) }
        for case .trusted(let key) in verdicts { return .trusted(key) }
        return verdicts.first ?? .badSignature(id)
    }

    private static func verdict(
        of key: TrustedKey,
        exam: SealPayload.Exam,
        day: Int
    ) -> Verdict {
        guard key.areas.contains(exam.area) else { return .notForArea(key) }
        guard key.years?.contains(exam.year) ?? true else { return .notForYear(key) }
        return key.days.contains(day) ? .trusted(key) : .outsideValidity(key)
    }
}
