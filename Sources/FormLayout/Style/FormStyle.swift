public import PageLayout

/// How forms look: sizes in millimetres, type sizes in points, and every printed word that no template says.
public struct FormStyle: Hashable, Sendable {
    /// The empty room at the edges of the paper.
    public struct Margins: Hashable, Sendable {
        /// Left and right.
        public var sides: Double
        /// Above the title.
        public var top: Double
        /// Below the foot.
        public var bottom: Double

        /// States margins in millimetres.
        public init(sides: Double, top: Double, bottom: Double) {
            self.sides = sides
            self.top = top
            self.bottom = bottom
        }
    }

    /// The looks of text.
    public struct Texts: Hashable, Sendable {
        /// The title.
        public var title: TextStyle
        /// The line under it.
        public var subtitle: TextStyle
        /// A heading within the form.
        public var heading: TextStyle
        /// The text of a letter.
        public var letter: TextStyle
        /// What the form asks.
        public var label: TextStyle
        /// What is answered.
        public var value: TextStyle
        /// Running text.
        public var body: TextStyle
        /// Notes.
        public var small: TextStyle
        /// The foot of the page, and words in the places for seals and photos.
        public var foot: TextStyle

        /// States the looks.
        public init(
            title: TextStyle,
            subtitle: TextStyle,
            heading: TextStyle,
            letter: TextStyle,
            label: TextStyle,
            value: TextStyle,
            body: TextStyle,
            small: TextStyle,
            foot: TextStyle
        ) {
            self.title = title
            self.subtitle = subtitle
            self.heading = heading
            self.letter = letter
            self.label = label
            self.value = value
            self.body = body
            self.small = small
            self.foot = foot
        }
    }

    /// Sizes in millimetres, unless said otherwise.
    public struct Sizes: Hashable, Sendable {
        /// The height of a usual row.
        public var row: Double
        /// The line around a table.
        public var frame: Double
        /// The lines in a table.
        public var grid: Double
        /// Width and height of a place for a seal, before it grows into spare room.
        public var seal: Size
        /// A module of the code.
        public var module: Double
        /// The type size, in points, below which an answer does not shrink while its row may grow.
        public var valueComfort: Double
        /// The type size, in points, below which an answer does not shrink.
        public var valueFloor: Double
        /// The type size, in points, below which a label does not shrink.
        public var labelFloor: Double

        /// States sizes.
        public init(
            row: Double,
            frame: Double,
            grid: Double,
            seal: Size,
            module: Double,
            valueComfort: Double,
            valueFloor: Double,
            labelFloor: Double
        ) {
            self.row = row
            self.frame = frame
            self.grid = grid
            self.seal = seal
            self.module = module
            self.valueComfort = valueComfort
            self.valueFloor = valueFloor
            self.labelFloor = labelFloor
        }
    }

    /// The margins.
    public var margins: Margins
    /// The looks of text.
    public var texts: Texts
    /// The looks of text on sheets that a program fills in, of which nothing is written by hand.
    public var sheetTexts: Texts
    /// The sizes.
    public var sizes: Sizes
    /// The colour of dashed boxes and of what is only there to guide.
    public var guide: Colour
    /// The colours that templates name.
    public var colours: FormColours
    /// The printed words by key, with gaps in braces.
    public var words: [String: String]

    /// States a style.
    public init(
        margins: Margins,
        texts: Texts,
        sheetTexts: Texts? = nil,
        sizes: Sizes,
        guide: Colour,
        colours: FormColours,
        words: [String: String]
    ) {
        self.margins = margins
        self.texts = texts
        self.sheetTexts = sheetTexts ?? texts
        self.sizes = sizes
        self.guide = guide
        self.colours = colours
        self.words = words
    }

    /// Printed words with their gaps filled; the key itself where there are none.
    public func text(_ key: String, _ values: [String: String] = [:]) -> String {
        guard var text = words[key] else { return key }
        // One gap of each name at most: an answer that looks like a gap stays what it is.
        for (name, value) in values {
            guard let gap = text.firstRange(of: "{\(name)}") else { continue }
            text.replaceSubrange(gap, with: value)
        }
        return text
    }
}
