public import Registration

/// Where the fields of the identity card stand, and how a card that fills its picture is known.
public struct IdentityCardLayout: Hashable, Sendable {
    /// The kinds of document that look like this, values of `idKind`.
    public let kinds: [String]
    /// Width divided by height.
    public let ratio: Double
    /// By which part the proportions of a picture may differ.
    public let tolerance: Double
    /// The lowest luma of an edge.
    public let darkestEdge: Int
    /// The largest step of luma near an edge.
    public let largestStep: Int
    /// The largest share of ink in a tile that is not hidden.
    public let mostInk: Double
    /// Where the centre of the face lies on the front.
    public let face: ClosedBox
    /// How wide the face is, in parts of the card.
    public let faceWidth: ClosedRange<Double>
    /// The fields of the front.
    public let hidden: [RelativeBox]
    /// The words that are printed on every front.
    public let labels: [RelativeBox]
    /// What holds every field of both sides, both ways up.
    public let inDoubt: RelativeBox

    /// Two ranges beside each other.
    public struct ClosedBox: Hashable, Sendable {
        let across: ClosedRange<Double>
        let down: ClosedRange<Double>

        /// Whether a point lies within.
        public func contains(x: Double, y: Double) -> Bool { across ~= x && down ~= y }
    }

    init(_ root: YAMLValue) throws(CatalogError) {
        let top = try YAMLMapping(root, keys: ["format", "identityCard"])
        try top.requireFormat(1)
        let card = try YAMLMapping(
            top.required("identityCard"),
            keys: ["kinds", "size", "edges", "ink", "face", "front", "inDoubt"]
        )
        kinds = try card.required("kinds").list().map { (item) throws(CatalogError) in
            try item.words()
        }
        let size = try YAMLMapping(card.required("size"), keys: ["width", "height", "tolerance"])
        let height = try size.required("height").number(in: 1...1000)
        ratio = try size.required("width").number(in: 1...1000) / height
        tolerance = try size.required("tolerance").part()
        let edges = try YAMLMapping(card.required("edges"), keys: ["darkest", "step"])
        darkestEdge = try edges.required("darkest").integer(in: 0...255)
        largestStep = try edges.required("step").integer(in: 0...255)
        mostInk = try card.required("ink").part()
        let face = try YAMLMapping(card.required("face"), keys: ["x", "y", "off", "width"])
        let off = try face.required("off").parts(2)
        let (x, y) = (try face.required("x").part(), try face.required("y").part())
        self.face = ClosedBox(across: x - off[0]...x + off[0], down: y - off[1]...y + off[1])
        let widthValue = try face.required("width")
        let width = try widthValue.parts(2)
        guard width[0] <= width[1] else {
            throw widthValue.error(.wrongValue, "the first number is above the second")
        }
        faceWidth = width[0]...width[1]
        let front = try YAMLMapping(card.required("front"), keys: ["hidden", "labels"])
        hidden = try Self.boxes(front.required("hidden"))
        labels = try Self.boxes(front.required("labels"))
        inDoubt = try card.required("inDoubt").box()
    }

    private static func boxes(_ value: YAMLValue) throws(CatalogError) -> [RelativeBox] {
        try value.list().map { (item) throws(CatalogError) in
            let mapping = try YAMLMapping(item, keys: ["what", "box"])
            _ = try mapping.required("what").words()
            return try mapping.required("box").box()
        }
    }
}

extension YAMLValue {
    /// A number from 0 to 1.
    fileprivate func part() throws(CatalogError) -> Double { try number(in: 0...1) }

    fileprivate func parts(_ count: Int) throws(CatalogError) -> [Double] {
        let parts = try list().map { (item) throws(CatalogError) in try item.part() }
        guard parts.count == count else {
            throw error(.wrongValue, "\(count) numbers are expected")
        }
        return parts
    }

    /// `[x, y, width, height]`, within the whole.
    fileprivate func box() throws(CatalogError) -> RelativeBox {
        let parts = try parts(4)
        guard parts[0] + parts[2] <= 1, parts[1] + parts[3] <= 1 else {
            throw error(.wrongValue, "the box goes beyond the whole")
        }
        return RelativeBox(x: parts[0], y: parts[1], width: parts[2], height: parts[3])
    }
}
