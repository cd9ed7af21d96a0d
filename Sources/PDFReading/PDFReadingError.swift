/// Why a PDF was refused: it is not well formed, goes beyond a limit, or uses what is not read.
public struct PDFReadingError: Error, Hashable, Sendable {
    /// What was wrong.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// A stable name.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// No `%PDF-` with a version near the beginning.
        public static let noHeader = Self(rawValue: "pdf.no-header")
        /// No `startxref` and `%%EOF` at the end.
        public static let noEnd = Self(rawValue: "pdf.no-end")
        /// A cross-reference table, stream or trailer is wrong.
        public static let badReferences = Self(rawValue: "pdf.bad-cross-reference")
        /// A table and a stream of cross-references stand for the same revision.
        public static let hybrid = Self(rawValue: "pdf.hybrid")
        /// The file is encrypted.
        public static let encrypted = Self(rawValue: "pdf.encrypted")
        /// A token is none of PDF's.
        public static let badSyntax = Self(rawValue: "pdf.bad-syntax")
        /// A dictionary has a key twice.
        public static let duplicateKey = Self(rawValue: "pdf.duplicate-key")
        /// An object is not where the cross-references say, or is another one, or of another type.
        public static let badObject = Self(rawValue: "pdf.bad-object")
        /// Two objects share bytes.
        public static let overlap = Self(rawValue: "pdf.overlapping-objects")
        /// A stream does not end where its dictionary says.
        public static let badStream = Self(rawValue: "pdf.bad-stream")
        /// Compressed bytes are damaged.
        public static let badData = Self(rawValue: "pdf.bad-data")
        /// A filter that is not read here.
        public static let unknownFilter = Self(rawValue: "pdf.unknown-filter")
        /// The tree of pages is wrong.
        public static let badPageTree = Self(rawValue: "pdf.bad-page-tree")
        /// A tree of names or of page labels is wrong.
        public static let badTree = Self(rawValue: "pdf.bad-tree")
        /// An embedded file is stated wrongly, or in two ways.
        public static let badAttachment = Self(rawValue: "pdf.bad-attachment")
        /// An operator of a page's content has not the operands that it needs.
        public static let badContent = Self(rawValue: "pdf.bad-content")
        /// Something refers to itself.
        public static let loop = Self(rawValue: "pdf.loop")
        /// A page was asked for that the document does not have.
        public static let noSuchPage = Self(rawValue: "pdf.no-such-page")
        /// A limit was passed.
        public static let overLimit = Self(rawValue: "pdf.over-limit")
        /// The file could not be read, or became shorter while it was.
        public static let unreadable = Self(rawValue: "pdf.unreadable")
        /// There was no memory to decompress with.
        public static let noMemory = Self(rawValue: "pdf.no-memory")
    }

    /// What was wrong.
    public let code: Code
    /// The byte of the file; for a fault in compressed bytes, where their stream begins.
    public let offset: Int

    /// States a refusal.
    public init(_ code: Code, at offset: Int) {
        self.code = code
        self.offset = offset
    }
}

extension PDFReadingError: CustomStringConvertible {
    /// The error as a sentence.
    public var description: String { "The PDF was refused: \(code.rawValue) at byte \(offset)." }
}
