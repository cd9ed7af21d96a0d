public import Registration

/// A person's decision to let a finding stand, with the reason, recorded beside it.
public struct Override: Hashable, Sendable {
    /// The code of the findings it concerns.
    public var code: Finding.Code
    /// The one picture it concerns, as a path relative to the candidate's folder; nil for all.
    public var picture: String?
    /// Why the finding may stand.
    public var reason: String

    /// States an override.
    public init(code: Finding.Code, picture: String? = nil, reason: String) {
        self.code = code
        self.picture = picture
        self.reason = reason
    }

    /// Whether it concerns a finding.
    public func covers(_ finding: Finding) -> Bool {
        finding.code == code && (picture == nil || picture == finding.picture)
    }
}
