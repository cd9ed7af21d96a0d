/// A file inside the PDF, associated with the whole document (PDF/A-3, AFRelationship Data).
public struct PDFAttachment: Sendable {
    /// The file's name, ASCII.
    public var name: String
    /// Its media type, "application/json".
    public var mediaType: String
    /// What it is, in the document's language.
    public var summary: String
    /// Its bytes.
    public var bytes: [UInt8]

    /// States an attachment.
    public init(name: String, mediaType: String, summary: String, bytes: [UInt8]) {
        self.name = name
        self.mediaType = mediaType
        self.summary = summary
        self.bytes = bytes
    }
}

/// A file inside the PDF whose bytes depend on all others: it is filled when the rest is written.
public struct PDFSlot {
    /// Makes the bytes of the slot.
    ///
    /// It is called once the output has taken every byte before the slot, with all bytes from the slot's
    /// first on, where the slot itself holds blanks (0x20); it returns exactly as many bytes as the slot has.
    public typealias Filling = (_ rest: [UInt8]) throws -> [UInt8]

    /// The file's name, ASCII, after the names of all attachments.
    public var name: String
    /// Its media type, "text/plain".
    public var mediaType: String
    /// What it is, in the document's language.
    public var summary: String
    /// The number of its bytes, which lie in the PDF as they are.
    public var size: Int
    /// Makes its bytes.
    public var filling: Filling

    /// States a slot.
    public init(
        name: String,
        mediaType: String,
        summary: String,
        size: Int,
        filling: @escaping Filling
    ) {
        self.name = name
        self.mediaType = mediaType
        self.summary = summary
        self.size = size
        self.filling = filling
    }

    /// What stands in the slot until it is filled.
    var blanks: [UInt8] { Array(repeating: UInt8(ascii: " "), count: size) }
}
