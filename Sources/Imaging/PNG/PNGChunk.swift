import CPNG

/// One chunk of a PNG file (ISO/IEC 15948, 5.3), its checksum compared.
struct PNGChunk {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// The four letters of a chunk type as one number.
    struct Kind: Hashable {
        let rawValue: Int

        static let header = Kind("IHDR")
        static let palette = Kind("PLTE")
        static let imageData = Kind("IDAT")
        static let end = Kind("IEND")
        static let transparency = Kind("tRNS")
        static let exif = Kind("eXIf")

        init(rawValue: Int) { self.rawValue = rawValue }

        private init(_ name: String) {
            rawValue = name.utf8.reduce(0) { $0 << 8 | Int($1) }
        }

        /// Whether a decoder that does not know the chunk must give up: the first letter is large.
        var isCritical: Bool { rawValue & 0x2000_0000 == 0 }

        var isASCII: Bool {
            [24, 16, 8, 0].allSatisfy { shift in
                let letter = (rawValue >> shift) & 0xFF | 0x20
                return (0x61...0x7A).contains(letter)
            }
        }

        var name: String {
            String(decoding: [24, 16, 8, 0].map { UInt8(rawValue >> $0 & 0xFF) }, as: UTF8.self)
        }
    }

    let kind: Kind
    /// Where the payload lies in the file.
    let payload: Range<Int>

    /// The offset of the next chunk.
    var end: Int { payload.upperBound + 4 }

    /// Reads the chunk at an offset.
    init(at offset: Int, in bytes: Span<UInt8>) throws(DecodeFault) {
        guard let length = bytes.bigEndian32(at: offset),
            let type = bytes.bigEndian32(at: offset + 4)
        else { throw .truncated }
        kind = Kind(rawValue: type)
        guard kind.isASCII else { throw .corrupt("a chunk type that is no four letters") }
        guard length < 0x8000_0000 else { throw .corrupt("chunk length over 2^31") }
        payload = offset + 8..<offset + 8 + length
        guard let stored = bytes.bigEndian32(at: payload.upperBound) else { throw .truncated }
        guard stored == Self.checksum(of: bytes.extracting(offset + 4..<payload.upperBound)) else {
            throw .corrupt("checksum of the \(kind.name) chunk")
        }
    }

    private static func checksum(of bytes: Span<UInt8>) -> Int {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            Int(unsafe crc32_z(0, buffer.baseAddress, buffer.count))
        }
    }
}
