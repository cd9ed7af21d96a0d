/// The largest picture that the boxes of a HEIF or AVIF file tell of (ISO/IEC 23008-12, 6.5.3).
struct HEIFHeader {
    let size: (width: Int, height: Int)

    init(_ bytes: Span<UInt8>) throws(DecodeFault) {
        var largest = (width: 0, height: 0)
        var found = false
        // A full box begins with a version and flags.
        for meta in Self.boxes("meta", in: bytes, 0..<bytes.count) where meta.count >= 4 {
            for iprp in Self.boxes("iprp", in: bytes, meta.lowerBound + 4..<meta.upperBound) {
                for ipco in Self.boxes("ipco", in: bytes, iprp) {
                    for ispe in Self.boxes("ispe", in: bytes, ipco) where ispe.count >= 12 {
                        guard let width = bytes.bigEndian32(at: ispe.lowerBound + 4),
                            let height = bytes.bigEndian32(at: ispe.lowerBound + 8)
                        else { continue }
                        found = true
                        // Of 32 bits each, the product needs all of 64.
                        if UInt(width) * UInt(height) > UInt(largest.width) * UInt(largest.height) {
                            largest = (width, height)
                        }
                    }
                }
            }
        }
        guard found else { throw .corrupt("no box tells of a picture's size") }
        size = largest
    }

    /// The contents of the boxes of a type that lie side by side in a range, as far as they are whole.
    private static func boxes(
        _ type: StaticString,
        in bytes: Span<UInt8>,
        _ range: Range<Int>
    ) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var offset = range.lowerBound
        while offset <= range.upperBound - 8, let short = bytes.bigEndian32(at: offset) {
            var header = 8
            var size = short
            if short == 0 { size = range.upperBound - offset }
            if short == 1 {
                header = 16
                // A size of more than 32 bits is that of no file in memory.
                guard bytes.bigEndian32(at: offset + 8) == 0,
                    let long = bytes.bigEndian32(at: offset + 12)
                else { break }
                size = long
            }
            guard size >= header, size <= range.upperBound - offset else { break }
            if bytes.has(type, at: offset + 4) { found.append(offset + header..<offset + size) }
            offset += size
        }
        return found
    }
}
