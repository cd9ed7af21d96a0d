public import Registration

/// The unsigned code that a candidate prints: it tells pages of other manifests apart, nothing more.
///
/// Inside a PDF the same code, of kind document, carries the hash of the PDF's own bytes.
///
/// `DS0:`, a check character, and the base45 of kind (1 byte), page (2), pages (2) and the manifest's
/// SHA-256 (32) are 61 characters: just as many as a QR code of version 3-M holds.
public struct PageCode: Hashable, Sendable {
    /// Where the code stands.
    public let place: SealPlace
    /// The SHA-256 of the canonical manifest; for a document, of the PDF with blanks for this code.
    public let digest: ContentHash

    /// States a code.
    public init(_ place: SealPlace, digest: ContentHash) {
        self.place = place
        self.digest = digest
    }

    // A form's code says more (``FormCode``); an archive is not printed, its files have a manifest; a slip
    // is always sealed.
    private static let kinds: Set<SealPlace.Kind> = [.cover, .page, .document]

    /// The text for the QR code.
    public var text: String {
        let numbers = [place.page >> 8, place.page & 0xFF, place.pages >> 8, place.pages & 0xFF]
        let bytes = [place.kind.rawValue] + numbers.map { UInt8($0) } + digest.bytes
        return UnsignedText.text(of: bytes)
    }

    /// Reads a text strictly: nothing around it, no other spelling.
    ///
    /// - Throws: A ``SealError`` with the first fault.
    public init(parsing text: String) throws(SealError) {
        let bytes = try UnsignedText.bytes(of: text)
        guard bytes.count == 37, let digest = ContentHash(bytes: Array(bytes[5...])) else {
            throw SealError(.structure, "\(bytes.count) of 37 bytes")
        }
        guard let kind = SealPlace.Kind(rawValue: bytes[0]), Self.kinds.contains(kind) else {
            throw SealError(.field, "kind")
        }
        place = try SealPlace(
            kind,
            page: Int(bytes[1]) << 8 | Int(bytes[2]),
            pages: Int(bytes[3]) << 8 | Int(bytes[4])
        )
        self.digest = digest
    }
}
