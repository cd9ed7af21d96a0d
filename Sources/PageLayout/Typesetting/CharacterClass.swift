/// What the rules of CLREQ tell apart among characters.
enum CharacterClass: UInt8 {
    case han
    /// Wide, but neither Han nor a mark: ①, ■, emoji.
    case symbol
    /// （《“ and their like: blank on the left.
    case opening
    /// ）》” and their like: blank on the right.
    case closing
    /// ，、；： with blank on the right.
    case comma
    /// 。？！ with blank on the right.
    case stop
    /// · with blank on both sides.
    case interpunct
    /// —— and ……, which are one however many scalars they have.
    case dash
    /// ～ and a single —, which connect.
    case connector
    /// ／
    case solidus
    /// ％ ‰ ℃ after a number.
    case suffix
    /// ￥ № before a number.
    case prefix
    /// Latin, Greek and Cyrillic letters, European digits.
    case letter
    case latinOpening
    case latinClosing
    /// Straight quotes, which may open or close.
    case latinQuote
    /// - ~ –
    case hyphen
    /// /
    case slash
    /// # $ £ before a number.
    case latinPrefix
    case latinOther
    case space
    /// A space at which no line breaks.
    case noBreakSpace
    case newline

    /// Whether it belongs to a Western word, which stays whole (CLREQ 3.2.4).
    var isLatin: Bool { rawValue >= Self.letter.rawValue && rawValue <= Self.latinOther.rawValue }

    /// Whether it is a space of either kind.
    var isSpace: Bool { self == .space || self == .noBreakSpace }

    /// Whether a line may not start with it (CLREQ 3.1.4, strict).
    var isNeverFirst: Bool {
        switch self {
        case .closing, .comma, .stop, .interpunct, .dash, .connector, .solidus, .suffix,
            .latinClosing, .latinQuote, .hyphen, .slash:
            true
        default: false
        }
    }

    /// Whether a line may not end with it (CLREQ 3.1.4, strict).
    var isNeverLast: Bool {
        switch self {
        case .opening, .solidus, .prefix, .latinOpening, .latinQuote, .slash, .latinPrefix: true
        default: false
        }
    }

    /// Whether it may be narrowed to half an em (CLREQ 3.1.6.1).
    var isAdjustable: Bool {
        switch self {
        case .opening, .closing, .comma, .stop, .interpunct: true
        default: false
        }
    }

    /// Whether it and its neighbours should not be spaced out (CLREQ 3.5.4).
    var isConnecting: Bool {
        switch self {
        case .connector, .solidus, .hyphen, .slash: true
        default: false
        }
    }
}

extension CharacterClass {
    /// The class of a character by its first scalar.
    init(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\u{4E00}"..."\u{9FFF}": self = .han
        case "\0"..."\u{7F}": self = Self.ascii[Int(scalar.value)]
        case "\u{80}"..."\u{2E7F}": self = Self(narrow: scalar)
        case "\u{3000}"..."\u{303F}", "\u{FF00}"..."\u{FFEF}": self = Self(wide: scalar)
        case "\u{30FB}": self = .interpunct
        case "\u{2E80}"..."\u{2FFF}", "\u{3040}"..."\u{31FF}", "\u{3400}"..."\u{4DBF}",
            "\u{AC00}"..."\u{D7AF}", "\u{E000}"..."\u{FAFF}", "\u{20000}"..."\u{3FFFF}",
            "\u{F0000}"..."\u{10FFFF}":
            // What has no code point yet is set from the private use areas.
            self = .han
        default: self = .symbol
        }
    }

    private init(narrow scalar: Unicode.Scalar) {
        switch scalar {
        case "\u{85}", "\u{2028}", "\u{2029}": self = .newline
        case "\u{A0}", "\u{2007}", "\u{202F}", "\u{2060}": self = .noBreakSpace
        case "“", "‘": self = .opening
        case "”", "’": self = .closing
        case "·", "‧": self = .interpunct
        case "…", "⋯", "\u{2E3A}": self = .dash
        case "—": self = .connector
        case "–", "‐", "‑": self = .hyphen
        case "‼", "⁇", "⁈", "⁉": self = .stop
        case "‰", "℃", "℉": self = .suffix
        case "°", "′", "″": self = .latinClosing
        case "№": self = .prefix
        case "£", "¥", "€", "§": self = .latinPrefix
        case "\u{2100}"..."\u{2BFF}": self = .symbol
        default: self = scalar.properties.isAlphabetic ? .letter : .latinOther
        }
    }

    private init(wide scalar: Unicode.Scalar) {
        switch scalar {
        case "（", "《", "〈", "「", "『", "【", "〔", "〖", "［", "｛": self = .opening
        case "）", "》", "〉", "」", "』", "】", "〕", "〗", "］", "｝": self = .closing
        case "，", "、", "；", "：": self = .comma
        case "。", "．", "？", "！": self = .stop
        case "～", "〜": self = .connector
        case "／": self = .solidus
        case "％": self = .suffix
        case "￥", "＄", "￡", "＃": self = .prefix
        case "々", "〇", "\u{3021}"..."\u{3029}": self = .han
        default: self = .symbol
        }
    }

    private static let ascii: [Self] = (0..<128).map { value in
        switch Unicode.Scalar(UInt8(value)) {
        case "\n", "\r": .newline
        case " ", "\t": .space
        case "0"..."9", "A"..."Z", "a"..."z": .letter
        case "(", "[", "{": .latinOpening
        case ")", "]", "}", ",", ".", ";", ":", "?", "!", "%": .latinClosing
        case "\"", "'": .latinQuote
        case "-", "~": .hyphen
        case "/": .slash
        case "#", "$": .latinPrefix
        default: .latinOther
        }
    }
}
