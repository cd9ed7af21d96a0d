/// Why an office refused a registration.
public struct Rejection: Hashable, Sendable {
    /// The code of the reason.
    public let reason: String
    /// What the reviewer adds in their own words; may be empty.
    public let note: String
}
