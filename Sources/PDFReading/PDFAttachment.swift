/// A file inside the file.
public struct PDFAttachment: Sendable {
    /// Its name: the Unicode one where it is stated.
    public let name: String
    /// The older name, which some viewers show instead.
    public let plainName: String?
    /// Whether the tree of embedded files lists it.
    public let isListed: Bool
    /// Whether the document names it as associated with itself.
    public let isAssociated: Bool
    /// How it is coded, in the order of decoding; empty if the file's bytes are its own.
    public let filters: [String]
    /// Where its bytes lie in the PDF, as they are stored.
    public let range: Range<Int>
    let stream: PDFStream
}
