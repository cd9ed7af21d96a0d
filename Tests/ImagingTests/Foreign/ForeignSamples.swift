import Registration
import Testing

/// What Pillow 13.0.0 (pillow_heif 1.8.1 for HEIC) decodes from the files under a wrong name.
///
/// `im = Image.open(f).convert("L" if gray else "RGB"); b = im.tobytes()`, then `zlib.crc32(b)`, and
/// six pixels at odd twelfths of its length.
struct ForeignSamples: Sendable, CustomTestStringConvertible {
    let file: String
    let format: PictureFormat
    let width: Int
    let height: Int
    let channels: Int
    /// Nil where decoders may differ.
    let crc: UInt32?
    let samples: [UInt8]
    let hasMore: Bool

    /// What the header claims: in the HEIC file the third picture is the largest, not the primary one.
    var claimed: (width: Int, height: Int) {
        file == "heic-as.jpg" ? (96, 64) : (width, height)
    }

    var testDescription: String { file }

    private init(_ line: Substring) {
        let fields = line.split(separator: " ").map(String.init)
        file = fields[0]
        format = PictureFormat(rawValue: fields[1]) ?? .unknown
        width = Int(fields[2]) ?? 0
        height = Int(fields[3]) ?? 0
        channels = Int(fields[4]) ?? 0
        crc = UInt32(fields[5], radix: 16)
        let digits = fields[6].compactMap(\.hexDigitValue)
        samples = stride(from: 0, to: digits.count, by: 2).map {
            UInt8(digits[$0] << 4 | digits[$0 + 1])
        }
        hasMore = fields.count > 7
    }

    static let all = table.split(separator: "\n").map(ForeignSamples.init)

    // heif-info: the HEIC file has three pictures, of 64x64, 64x64 (primary) and 96x64.
    private static let table = """
        avif-as.jpg avif 128 128 3 lossy 405fa84c4557e89b777795cad4b3ac130e14
        heic-as.jpg heic 64 64 1 lossy 2a2c133c9142 more
        webp-as.jpg webp 128 128 3 lossy 3d62a54e4e57e59e767393d8d8b8b7110e13
        gif-as.jpg gif 128 128 3 3104db2e 4166b2534a51d5a7777395e3cab3ad131215
        tiff-as.jpg tiff 1080 485 1 066bfb79 00ffffffffff
        bmp-as.jpeg bmp 200 133 3 a660fb80 816f5bbe8363c38961725f4e31444a686c5e
        """
}
