/// A gray JPEG file of 16x16 pixels, made with Pillow.
enum TinyJPEG {
    static let gray = bytes(
        """
        ffd8ffe000104a46494600010100000100010000ffdb0043001b12141714111b1716171e1c1b2028422b2825
        2528513a3d3042605565645f555d5b6a7899816a7190735b5d85b586909ea3abadab6780bcc9baa6c799a8ab
        a4ffc0000b080010001001011100ffc400160001010100000000000000000000000000030405ffc4001b1000
        01040300000000000000000000000003000421223152c1ffda0008010100003f00c8037b61311bd8b1af15e0
        6f6c27237b1635e2ffd9
        """
    )

    private static func bytes(_ hex: String) -> [UInt8] {
        let digits = hex.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count, by: 2).map {
            UInt8(digits[$0] << 4 | digits[$0 + 1])
        }
    }
}
