/// Reads members of a manifest that somebody may have written otherwise.
enum ManifestMember {
    /// A member that must be there.
    ///
    /// - Parameters:
    ///   - value: What was read; nil if it is not there or not of its kind.
    ///   - member: What to call it in an error.
    /// - Returns: The value.
    /// - Throws: `PackagingError` of code `manifestUnreadable`.
    static func found<Value>(
        _ value: Value?,
        _ member: String
    ) throws(PackagingError) -> Value {
        guard let value else { throw unreadable(member) }
        return value
    }

    /// The error about a member.
    static func unreadable(_ member: String) -> PackagingError {
        PackagingError(.manifestUnreadable, "manifest.json", reason: member)
    }
}
