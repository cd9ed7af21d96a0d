public import Registration

/// The unsigned code on a form: which template in which version it was made from, and a hash of its answers.
///
/// `DS0:`, a check character, and the base45 of kind (1 byte), page (2), pages (2), the SHA-256 of the answers (32), the
/// template's version (2) and its id in ASCII.
public struct FormCode: Hashable, Sendable {
    /// Which page of the form it is.
    public let place: SealPlace
    /// The SHA-256 of the canonical JSON of template and answers.
    public let answers: ContentHash
    /// The id of the template.
    public let template: String
    /// The version of the template.
    public let version: Int

    /// States a code.
    ///
    /// - Throws: A ``SealError`` of code `field` if a number has no room or the id is not in ASCII.
    public init(
        page: Int,
        pages: Int,
        answers: ContentHash,
        template: String,
        version: Int
    ) throws(SealError) {
        guard (0...0xFFFF).contains(version) else { throw SealError(.field, "version") }
        guard Self.isID(template) else { throw SealError(.field, "template") }
        place = try SealPlace(.form, page: page, pages: pages)
        self.answers = answers
        self.template = template
        self.version = version
    }

    /// The text for the QR code.
    public var text: String {
        let numbers = [place.page, place.pages].flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let version = [UInt8(version >> 8), UInt8(version & 0xFF)]
        let bytes = [place.kind.rawValue] + numbers + answers.bytes + version + template.utf8
        return UnsignedText.text(of: bytes)
    }

    /// Reads a text strictly: nothing around it, no other spelling.
    ///
    /// - Throws: A ``SealError`` with the first fault.
    public init(parsing text: String) throws(SealError) {
        let bytes = try UnsignedText.bytes(of: text)
        guard bytes.count > 39, let answers = ContentHash(bytes: Array(bytes[5..<37])) else {
            throw SealError(.structure, "\(bytes.count) bytes")
        }
        guard bytes[0] == SealPlace.Kind.form.rawValue else { throw SealError(.field, "kind") }
        try self.init(
            page: Int(bytes[1]) << 8 | Int(bytes[2]),
            pages: Int(bytes[3]) << 8 | Int(bytes[4]),
            answers: answers,
            template: String(decoding: bytes[39...], as: UTF8.self),
            version: Int(bytes[37]) << 8 | Int(bytes[38])
        )
    }

    private static func isID(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}
