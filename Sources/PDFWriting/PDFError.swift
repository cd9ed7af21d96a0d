/// A failure to write a PDF; what is wrong with a candidate's pictures is a finding, not this.
public struct PDFError: Error, Hashable, Sendable {
    /// What failed: libharu's own codes are below 0x2000, ours begin there.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The number.
        public let rawValue: UInt

        /// Wraps a number.
        public init(rawValue: UInt) { self.rawValue = rawValue }

        /// libharu could not be started: no memory.
        public static let noMemory = Self(rawValue: 0x2000)
        /// The output refused bytes (a full disk, a closed pipe).
        public static let output = Self(rawValue: 0x2001)
        /// A picture could not be read again while its bytes were copied.
        public static let pictureUnreadable = Self(rawValue: 0x2002)
        /// A font file cannot be opened or is no font.
        public static let fontUnreadable = Self(rawValue: 0x2003)
        /// A font is of a kind that cannot be embedded.
        public static let fontUnusable = Self(rawValue: 0x2004)
        /// No font has a glyph for a character.
        public static let missingGlyph = Self(rawValue: 0x2005)
        /// No font file was found for a role.
        public static let fontMissing = Self(rawValue: 0x2006)
        /// A part of a page ends that has not begun, or begins and does not end.
        public static let unbalancedParts = Self(rawValue: 0x2007)
        /// A field's name is used for another field too, or cannot be one.
        public static let fieldName = Self(rawValue: 0x2008)
        /// A field cannot hold the value that it is given.
        public static let fieldValue = Self(rawValue: 0x2009)
        /// The C library cannot tell which characters GB 2312 has.
        public static let characterTable = Self(rawValue: 0x200A)
        /// A field stands in a document that is written page by page, which can have none.
        public static let fieldMisplaced = Self(rawValue: 0x200B)
        /// A link or a bookmark leads to a page that the document does not have, or it has none at all.
        public static let pageMissing = Self(rawValue: 0x200C)
    }

    /// What failed.
    public let code: Code
    /// What it was about: a font's path, a character, a step of the writing.
    public let subject: String

    /// States a failure.
    public init(_ code: Code, _ subject: String) {
        self.code = code
        self.subject = subject
    }

    /// No font has a glyph for this character, written as the Unicode Standard writes it.
    init(missing scalar: Unicode.Scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let zeros = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
        self.init(.missingGlyph, "U+\(zeros)\(digits)")
    }
}

extension PDFError: CustomStringConvertible {
    /// A full sentence for people.
    public var description: String {
        switch code {
        case .noMemory: "The PDF library could not be started: out of memory."
        case .output: "The PDF could not be written to its output (\(subject))."
        case .pictureUnreadable: "\(subject) could not be read again while the PDF was written."
        case .fontUnreadable: "The font \(subject) cannot be opened."
        case .fontUnusable: "The font \(subject) is of a kind that cannot be embedded."
        case .missingGlyph: "No installed font has the character \(subject)."
        case .fontMissing: "No font file was found for the typeface \(subject)."
        case .unbalancedParts: "The parts of the document do not match: \(subject)."
        case .fieldName:
            "The field name “\(subject)” is used for another field too, or is no name for a field."
        case .fieldValue: "The field “\(subject)” cannot hold the value that it is given."
        case .characterTable:
            "The characters to type in a form are not known: iconv cannot decode GB 2312."
        case .fieldMisplaced: "The page “\(subject)” cannot have fields to fill in."
        case .pageMissing: "Something leads to page \(subject), which there is not."
        default:
            "The PDF library refused \(subject) (code 0x\(String(code.rawValue, radix: 16)))."
        }
    }
}
