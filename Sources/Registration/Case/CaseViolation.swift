/// A difference between pictures and what a case allows or asks for.
public struct CaseViolation: Hashable, Sendable {
    /// What is wrong.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A locked picture has other bytes.
        case changed
        /// A locked picture is gone.
        case missing
        /// There is a picture where none may be added.
        case added
        /// What an office asked for was not replaced.
        case unanswered
    }

    /// What is wrong.
    public let kind: Kind
    /// The id of the material.
    public let material: String
    /// The place of the picture; nil if the whole material was asked for and is as it was.
    public let place: Int?

    /// States a difference.
    public init(_ kind: Kind, material: String, place: Int?) {
        self.kind = kind
        self.material = material
        self.place = place
    }
}
