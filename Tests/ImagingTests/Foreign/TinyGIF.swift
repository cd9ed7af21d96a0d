/// A GIF file of 3x2 pixels made by hand, with four colours.
struct TinyGIF {
    var screen = (width: 3, height: 2)
    var frame = (left: 0, top: 0, width: 3, height: 2)
    var isInterlaced = false
    var transparent: Int?
    var frames = 1
    var indices = [0, 1, 2, 3, 0, 1]

    static let palette: [UInt8] = [0, 0, 0, 255, 0, 0, 0, 128, 0, 255, 255, 255]

    var bytes: [UInt8] {
        var bytes = Array("GIF89a".utf8) + little(screen.width, 2) + little(screen.height, 2)
        bytes += [0x81, 0, 0] + Self.palette
        for _ in 0..<frames {
            if let transparent { bytes += [0x21, 0xF9, 4, 1, 0, 0, UInt8(transparent), 0] }
            bytes += [0x2C] + little(frame.left, 2) + little(frame.top, 2)
            bytes += little(frame.width, 2) + little(frame.height, 2)
            bytes += [isInterlaced ? 0x40 : 0, 2, UInt8(codes.count)] + codes + [0]
        }
        return bytes + [0x3B]
    }

    /// Three bits each; a clear code (4) before every pixel keeps them so, and 5 ends them.
    private var codes: [UInt8] {
        let bits = (indices.flatMap { [4, $0] } + [5]).flatMap { code in
            (0..<3).map { code >> $0 & 1 }
        }
        return stride(from: 0, to: bits.count, by: 8).map { start in
            (start..<min(start + 8, bits.count)).reduce(0) { $0 | UInt8(bits[$1] << ($1 - start)) }
        }
    }
}
