/// The largest picture that the boxes of a HEIF or AVIF file tell of (ISO/IEC 23008-12, 6.5.3).
struct HEIFHeader {
    private(set) var size = (width: 0, height: 0)

    init(_ bytes: Span<UInt8>) throws(DecodeFault) {
        for meta in Self.boxes("meta", in: bytes, 0..<bytes.count) where meta.count >= 4 {
            // A full box begins with a version and flags.
            for iprp in Self.boxes("iprp", in: bytes, meta.lowerBound + 4..<meta.upperBound) {
                for ipco in Self.boxes("ipco", in: bytes, iprp) {
                    try readProperties(bytes, ipco)
                }
            }
        }
        guard size.width > 0 else { throw .corrupt("no box tells of a picture's size") }
    }

    private mutating func readProperties(
        _ bytes: Span<UInt8>,
        _ ipco: Range<Int>
    ) throws(DecodeFault) {
        for ispe in Self.boxes("ispe", in: bytes, ipco) where ispe.count >= 12 {
            guard let width = bytes.bigEndian32(at: ispe.lowerBound + 4),
                let height = bytes.bigEndian32(at: ispe.lowerBound + 8)
            else { continue }
            widen(width, height)
        }
        for configuration in Self.boxes("hvcC", in: bytes, ipco) {
            for unit in try Self.sequenceUnits(bytes, configuration) {
                guard let sequence = HEVCSequence(unit) else {
                    throw .corrupt("a parameter set of HEVC ends early")
                }
                // Coded in blocks of up to 64, of which the boxes say how much is to be shown.
                guard sequence.width > size.width + 63 || sequence.height > size.height + 63
                else { continue }
                widen(sequence.width, sequence.height)
            }
        }
    }

    private mutating func widen(_ width: Int, _ height: Int) {
        // Of 32 bits each, the product needs all of 64.
        if UInt(width) * UInt(height) > UInt(size.width) * UInt(size.height) {
            size = (width, height)
        }
    }

    /// The sequence parameter sets of an HEVC configuration (ISO/IEC 14496-15, 8.3.3.1.2).
    private static func sequenceUnits(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>
    ) throws(DecodeFault) -> [[UInt8]] {
        var units: [[UInt8]] = []
        var offset = range.lowerBound + 23
        guard offset <= range.upperBound else { throw .corrupt("the box hvcC ends early") }
        for _ in 0..<bytes[offset - 1] {
            guard let count = bytes.bigEndian16(at: offset + 1) else { throw .truncated }
            let isSequence = bytes[offset] & 0x3F == 33
            offset += 3
            for _ in 0..<count {
                guard let length = bytes.bigEndian16(at: offset),
                    offset + 2 + length <= range.upperBound
                else { throw .corrupt("the box hvcC ends early") }
                let unit = offset + 2..<offset + 2 + length
                if isSequence { units.append(unit.map { bytes[$0] }) }
                offset = unit.upperBound
            }
        }
        return units
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
