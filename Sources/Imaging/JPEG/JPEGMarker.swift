/// A marker code of ISO/IEC 10918-1 table B.1: the byte after 0xFF.
struct JPEGMarker: RawRepresentable, Hashable {
    let rawValue: UInt8

    static let defineHuffmanTables = JPEGMarker(rawValue: 0xC4)
    static let startOfImage = JPEGMarker(rawValue: 0xD8)
    static let endOfImage = JPEGMarker(rawValue: 0xD9)
    static let startOfScan = JPEGMarker(rawValue: 0xDA)
    static let defineQuantizationTables = JPEGMarker(rawValue: 0xDB)
    static let defineNumberOfLines = JPEGMarker(rawValue: 0xDC)
    static let defineRestartInterval = JPEGMarker(rawValue: 0xDD)
    static let application1 = JPEGMarker(rawValue: 0xE1)

    /// RST0 to RST7, which stand within entropy-coded data.
    var isRestart: Bool { (0xD0...0xD7).contains(rawValue) }

    /// Whether no length and no content follow.
    var standsAlone: Bool {
        isRestart || self == .startOfImage || self == .endOfImage || rawValue == 0x01
    }

    /// SOF0 to SOF15: all of 0xC0 to 0xCF but DHT, the reserved JPG and DAC.
    var isStartOfFrame: Bool {
        (0xC0...0xCF).contains(rawValue) && ![0xC4, 0xC8, 0xCC].contains(rawValue)
    }

    /// Whether a segment with that content says how samples become colours.
    func tellsColours(_ content: Span<UInt8>) -> Bool {
        switch rawValue {
        case 0xE0: content.has("JFIF\0")
        case 0xE2: content.has("ICC_PROFILE\0")
        case 0xEE: content.has("Adobe")
        default: false
        }
    }

    /// The kind of a frame that we cannot use, nil for baseline, extended sequential, progressive.
    var unsupportedProcess: String? {
        switch rawValue {
        case 0xC0, 0xC1, 0xC2: nil
        case 0xC3: "lossless"
        case 0xC9, 0xCA: "arithmetic"
        default: "hierarchical"
        }
    }
}
