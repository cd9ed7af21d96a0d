extension UInt8 {
    /// White space (ISO 32000-1, 7.2.2, table 1).
    var isPDFSpace: Bool {
        switch self {
        case 0x20, 0x0A, 0x0D, 0x09, 0x0C, 0x00: true
        default: false
        }
    }

    /// Neither white space nor one of `()<>[]{}/%`.
    var isPDFRegular: Bool {
        switch self {
        case 0x20, 0x0A, 0x0D, 0x09, 0x0C, 0x00: false
        case 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25: false
        default: true
        }
    }

    var decimalDigit: Int? { 0x30...0x39 ~= self ? Int(self) - 0x30 : nil }

    var hexDigit: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x41 + 10
        case 0x61...0x66: self - 0x61 + 10
        default: nil
        }
    }
}
