/// Three gray JPEG files of 16x16 pixels, made with Pillow, and parts to put into them.
enum TinyJPEG {
    static let baseline = bytes(
        """
        ffd8ffe000104a46494600010100000100010000ffdb0043001b12141714111b1716171e1c1b2028422b2825
        2528513a3d3042605565645f555d5b6a7899816a7190735b5d85b586909ea3abadab6780bcc9baa6c799a8ab
        a4ffc0000b080010001001011100ffc400160001010100000000000000000000000000030405ffc4001b1000
        01040300000000000000000000000003000421223152c1ffda0008010100003f00c8037b61311bd8b1af15e0
        6f6c27237b1635e2ffd9
        """
    )

    static let progressive = bytes(
        """
        ffd8ffe000104a46494600010100000100010000ffdb0043001b12141714111b1716171e1c1b2028422b2825
        2528513a3d3042605565645f555d5b6a7899816a7190735b5d85b586909ea3abadab6780bcc9baa6c799a8ab
        a4ffc2000b080010001001011100ffc4001500010100000000000000000000000000000204ffda0008010100
        0000018dd0ff00ffc400161000030000000000000000000000000000000102ffda0008010100010502523914
        8e4fffc400161001010100000000000000000000000000000110ffda0008010100063f025cafffc400161001
        010100000000000000000000000000002181ffda0008010100013f21b298594c3fffda0008010100000010df
        ffc40018100002030000000000000000000000000000114151f0ffda0008010100013f10a840e22a10388fff
        d9
        """
    )

    /// Two rows of two blocks, a restart marker between them.
    static let restarting = bytes(
        """
        ffd8ffe000104a46494600010100000100010000ffdb0043001b12141714111b1716171e1c1b2028422b2825
        2528513a3d3042605565645f555d5b6a7899816a7190735b5d85b586909ea3abadab6780bcc9baa6c799a8ab
        a4ffc0000b080010001001011100ffc400160001010100000000000000000000000000010405ffc400201000
        010304020300000000000000000000010203040021316111a1061351ffdd00040002ffda0008010100003f00
        820338b56fb25b8b1d6fbb64369e4ef4375fffd060338b51e40fa9219848e4050f62cfd1803a3d57ffd9
        """
    )

    /// Where the frame, the first Huffman table and the scan of the baseline file begin.
    static let frame = 89
    static let tables = 102
    static let scan = 155

    /// A segment with its marker and its length.
    static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        let length = content.count + 2
        return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + content
    }

    /// The baseline file with more bytes at an offset.
    static func baseline(with bytes: [UInt8], at offset: Int) -> [UInt8] {
        baseline[..<offset] + bytes + baseline[offset...]
    }

    private static func bytes(_ hex: String) -> [UInt8] {
        let digits = hex.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count, by: 2).map {
            UInt8(digits[$0] << 4 | digits[$0 + 1])
        }
    }
}
