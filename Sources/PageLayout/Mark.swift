/// One thing drawn on a page.
public enum Mark: Hashable, Sendable {
    /// A line of text that starts at a point on its baseline.
    case text(String, at: Point, TextStyle)
    /// A straight line.
    case rule(from: Point, to: Point, Stroke)
    /// A rectangle, filled, outlined or both.
    case box(Box, fill: Colour?, stroke: Stroke?)
    /// A picture of the document's list, by its index, filling the box after turning.
    case picture(index: Int, Box, turn: Turn)
    /// Words over a picture that leave it legible, and belong to nothing that is read aloud.
    case watermark(Watermark)
    /// A square code of dark modules on white, filling the box without any quiet zone.
    case code(CodeModules, Box)
    /// A region that leads to another page of the document when clicked.
    case link(Box, toPage: Int)
    /// A field that a reader fills in on the screen; what is drawn in its box is the field's own.
    case field(FormField, Box)
    /// What follows, up to the matching `end`, is a part of the page that means something.
    case begin(StructureRole)
    /// The end of the part that began last.
    case end
}

/// How a line is drawn.
public struct Stroke: Hashable, Sendable {
    /// The width in millimetres.
    public var width: Double
    /// The colour.
    public var colour: Colour
    /// Lengths of dash and gap in millimetres; nil for a solid line.
    public var dash: Double?

    /// States a stroke; widths are in millimetres.
    public init(_ width: Double, _ colour: Colour = .black, dash: Double? = nil) {
        self.width = width
        self.colour = colour
        self.dash = dash
    }
}

/// How the stored pixels of a picture are turned to be seen upright: the meaning of EXIF's tag 0x0112.
public enum Turn: Int, Hashable, Sendable {
    case none = 1
    case mirrored = 2
    case half = 3
    case mirroredHalf = 4
    case mirroredLeft = 5
    case right = 6
    case mirroredRight = 7
    case left = 8

    /// Reads an EXIF orientation; anything but 1 to 8 means none.
    public init(orientation: Int?) { self = orientation.flatMap(Self.init(rawValue:)) ?? .none }

    /// The matrix [a b c d] that maps the unit square onto itself, y upward as in PDF, then [e f].
    public var matrix: [Double] {
        switch self {
        case .none: [1, 0, 0, 1, 0, 0]
        case .mirrored: [-1, 0, 0, 1, 1, 0]
        case .half: [-1, 0, 0, -1, 1, 1]
        case .mirroredHalf: [1, 0, 0, -1, 0, 1]
        case .mirroredLeft: [0, -1, -1, 0, 1, 1]
        case .right: [0, -1, 1, 0, 0, 1]
        case .mirroredRight: [0, 1, 1, 0, 0, 0]
        case .left: [0, 1, -1, 0, 1, 0]
        }
    }
}

/// The dark modules of a square code, as horizontal runs.
public struct CodeModules: Hashable, Sendable {
    /// Dark modules that stand side by side in one row.
    public struct Run: Hashable, Sendable {
        // A dossier holds the codes of all its pages at once, each of hundreds of runs.
        private let shortRow, shortStart, shortLength: UInt16

        /// The row, from the top.
        public var row: Int { Int(shortRow) }
        /// The first module, from the left.
        public var start: Int { Int(shortStart) }
        /// The number of modules.
        public var length: Int { Int(shortLength) }

        /// States a run; no code has more than some hundred rows.
        public init(row: Int, start: Int, length: Int) {
            shortRow = UInt16(clamping: row)
            shortStart = UInt16(clamping: start)
            shortLength = UInt16(clamping: length)
        }
    }

    /// The number of modules along one side.
    public var side: Int
    /// The dark runs, from top to bottom.
    public var runs: [Run]

    /// States a code.
    public init(side: Int, runs: [Run]) {
        self.side = side
        self.runs = runs
    }
}
