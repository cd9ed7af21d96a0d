public import Registration

/// In what form an area takes the materials.
public struct Delivery: Hashable, Sendable {
    /// What is uploaded.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Each picture by itself.
        case pictures
        /// All pictures in one PDF.
        case pdf
    }

    /// What is uploaded.
    public var kind: Kind
    /// How large everything together may be; nil where the manual does not say.
    public var maxBytes: ByteLimit?
    /// Whether the materials must stand in the area's order.
    public var isOrderFixed: Bool
    /// The paper that every page must have, "A4"; nil where the manual does not say.
    public var paper: String?
    /// Where the manual says so; nil where nothing is special.
    public var clause: Clause?

    /// States a form of delivery.
    public init(
        _ kind: Kind,
        maxBytes: ByteLimit? = nil,
        isOrderFixed: Bool = false,
        paper: String? = nil,
        clause: Clause? = nil
    ) {
        self.kind = kind
        self.maxBytes = maxBytes
        self.isOrderFixed = isOrderFixed
        self.paper = paper
        self.clause = clause
    }
}
