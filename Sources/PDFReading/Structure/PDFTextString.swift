extension String {
    /// A text string (ISO 32000-1, 7.9.2.2): UTF-16 or UTF-8 with a mark, or else PDFDocEncoding.
    init(pdfText bytes: [UInt8]) {
        if bytes.starts(with: [0xFE, 0xFF]) {
            self.init(utf16Bytes: bytes.dropFirst(2))
        } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            self.init(decoding: bytes.dropFirst(3), as: UTF8.self)
        } else {
            self.init(String.UnicodeScalarView(bytes.map(Self.scalar)))
        }
    }

    /// Text of two bytes a unit, the higher first.
    init(utf16Bytes bytes: ArraySlice<UInt8>) {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map {
            UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
        }
        self.init(decoding: units, as: UTF16.self)
    }

    private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        switch byte {
        case 0x18...0x1F: accents[Int(byte) - 0x18]
        case 0x80...0xA0: signs[Int(byte) - 0x80]
        default: Unicode.Scalar(byte)
        }
    }

    // ISO 32000-1, annex D.3.
    private static let accents: [Unicode.Scalar] = [
        "\u{2D8}", "\u{2C7}", "\u{2C6}", "\u{2D9}", "\u{2DD}", "\u{2DB}", "\u{2DA}", "\u{2DC}",
    ]

    private static let signs: [Unicode.Scalar] = [
        "•", "†", "‡", "…", "—", "–", "ƒ", "⁄", "‹", "›", "−", "‰", "„", "“", "”", "‘", "’", "‚",
        "™", "ﬁ", "ﬂ", "Ł", "Œ", "Š", "Ÿ", "Ž", "ı", "ł", "œ", "š", "ž", "\u{FFFD}", "€",
    ]
}
