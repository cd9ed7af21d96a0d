public import Registration

/// What a PDF to upload holds, and what was reduced for it; or what would have been too much.
public struct SubmissionReport: Hashable, Sendable {
    /// A picture at one moment.
    public struct State: Hashable, Sendable {
        /// Its bytes.
        public var size: ByteCount
        /// Width and height as stored.
        public var pixels: PixelSize
        /// The quality of a JPEG.
        public var quality: Int?
        /// The resolution in print.
        public var dpi: Int
    }

    /// A picture.
    public struct Entry: Hashable, Sendable {
        /// The path relative to the candidate's folder.
        public var path: String
        /// The title of its material.
        public var material: String
        /// Its page, from 1.
        public var page: Int
        /// As it lies in the folder.
        public var before: State
        /// As it stands in the document.
        public var after: State
        /// What was done to it; empty for what is embedded byte for byte.
        public var steps: [RepairStep]
    }

    /// Where the document stands, or was to stand.
    public var path: String
    /// The size of the document; of the smallest that would still be legible, if it was not made.
    public var size: ByteCount
    /// The most bytes; nil where there is no limit.
    public var limit: ByteCount?
    /// How far those pictures were reduced that were coded anew.
    public var level: ReductionLevel?
    /// The pictures in the order of their pages.
    public var pictures: [Entry]

    /// The pictures that are not embedded byte for byte.
    public var reduced: [Entry] { pictures.filter { !$0.steps.isEmpty } }
}
