/// A row of a table: its cells from left to right, each in the next free column, and how high it is.
public struct TableRow {
    /// How high a row is, in millimetres.
    public enum Height: Hashable, Sendable {
        /// As high as the content needs, and no lower than this.
        case atLeast(Double)
        /// The same, and higher still where the table has height to spare.
        case stretching(atLeast: Double)
        /// Exactly this, whatever the content needs.
        case fixed(Double)
    }

    /// The cells that begin in this row.
    public var cells: [TableCell]
    /// The height.
    public var height: Height
    /// Whether a page should not end after this row.
    public var keepsWithNext: Bool

    /// States a row.
    public init(
        _ cells: [TableCell],
        height: Height = .atLeast(0),
        keepsWithNext: Bool = false
    ) {
        self.cells = cells
        self.height = height
        self.keepsWithNext = keepsWithNext
    }
}

extension TableRow.Height {
    /// The height without any content.
    var base: Double {
        switch self {
        case .atLeast(let height), .stretching(let height), .fixed(let height): height
        }
    }

    var isFixed: Bool { if case .fixed = self { true } else { false } }

    var isStretching: Bool { if case .stretching = self { true } else { false } }

    /// What is left of it after a part.
    func reduced(by part: Double) -> Self {
        let left = max(0, base - part)
        return switch self {
        case .atLeast: .atLeast(left)
        case .stretching: .stretching(atLeast: left)
        case .fixed: .fixed(left)
        }
    }
}
