public import Registration

/// Any code of ours, told apart by how its text begins and how long it is.
public enum PrintedCode: Hashable, Sendable {
    /// A cover or page without a signature.
    case page(PageCode)
    /// A form, blank or filled in.
    case form(FormCode)
    /// Something that an office sealed.
    case seal(SealText)

    /// Whether the text claims to be such a code, be it right or wrong.
    public static func isClaimed(by text: some StringProtocol) -> Bool {
        text.hasPrefix("DS0:") || text.hasPrefix("DS1:")
    }

    /// Reads a text strictly: nothing around it, no other spelling.
    ///
    /// - Throws: A ``SealError`` with the first fault.
    public init(parsing text: String) throws(SealError) {
        if text.hasPrefix("DS1:") {
            self = .seal(try SealText(parsing: text))
            return
        }
        let bytes = try UnsignedText.bytes(of: text)
        self =
            bytes.first == SealPlace.Kind.form.rawValue
            ? .form(try FormCode(parsing: text)) : .page(try PageCode(parsing: text))
    }

    /// Where the code stands.
    public var place: SealPlace {
        switch self {
        case .page(let code): code.place
        case .form(let code): code.place
        case .seal(let seal): seal.payload.place
        }
    }

    /// What the code was made over: a manifest, a document, a bag's list of files, a form's answers.
    public var digest: ContentHash {
        switch self {
        case .page(let code): code.digest
        case .form(let code): code.answers
        case .seal(let seal): seal.payload.digest
        }
    }
}
