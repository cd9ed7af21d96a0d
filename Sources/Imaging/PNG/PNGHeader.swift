import Registration

/// The IHDR chunk.
struct PNGHeader {
    /// The colour types of PNG, with their numbers in the file.
    enum ColourType: UInt8 {
        case gray = 0
        case rgb = 2
        case indexed = 3
        case grayAlpha = 4
        case rgbAlpha = 6

        var channels: Int {
            switch self {
            case .gray, .indexed: 1
            case .grayAlpha: 2
            case .rgb: 3
            case .rgbAlpha: 4
            }
        }

        var bitDepths: [Int] {
            switch self {
            case .gray: [1, 2, 4, 8, 16]
            case .indexed: [1, 2, 4, 8]
            case .rgb, .grayAlpha, .rgbAlpha: [8, 16]
            }
        }

        var colour: PictureFacts.Colour {
            switch self {
            case .gray: .gray
            case .rgb: .rgb
            case .indexed: .indexed
            case .grayAlpha: .grayAlpha
            case .rgbAlpha: .rgbAlpha
            }
        }
    }

    let width: Int
    let height: Int
    let bitDepth: Int
    let colourType: ColourType
    let isInterlaced: Bool

    var bitsPerPixel: Int { bitDepth * colourType.channels }

    /// Reads the payload of an IHDR chunk.
    init(_ content: Span<UInt8>) throws(DecodeFault) {
        guard content.count == 13, let width = content.bigEndian32(at: 0),
            let height = content.bigEndian32(at: 4)
        else { throw .corrupt("IHDR of a wrong length") }
        guard width > 0, height > 0, width < 0x8000_0000, height < 0x8000_0000 else {
            throw .corrupt("\(width)x\(height) pixels")
        }
        guard let colourType = ColourType(rawValue: content[9]) else {
            throw .corrupt("colour type \(content[9])")
        }
        guard colourType.bitDepths.contains(Int(content[8])) else {
            throw .corrupt("bit depth \(content[8]) with colour type \(content[9])")
        }
        guard content[10] == 0, content[11] == 0, content[12] <= 1 else {
            throw .corrupt("unknown compression, filter or interlace method")
        }
        self.width = width
        self.height = height
        self.colourType = colourType
        bitDepth = Int(content[8])
        isInterlaced = content[12] == 1
    }
}
