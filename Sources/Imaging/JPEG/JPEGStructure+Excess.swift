extension JPEGStructure {
    /// What a file may have too much of, with no pixel lost.
    enum Excess: CaseIterable {
        /// Metadata, and junk between the segments.
        case aroundSegments
        /// Zeros with which some devices pad their scans.
        case padding
        /// Rows behind the last one, from scanners that learn the length of a sheet too late. Restart
        /// markers tell where they begin.
        case rows
    }

    /// A copy that holds nothing but the segments a decoder needs, without one kind of excess in its
    /// scans; nil if that cannot be told apart.
    func picture(of bytes: Span<UInt8>, without excess: Excess) -> [UInt8]? {
        var copy: [UInt8] = [0xFF, 0xD8]
        for range in essentials {
            var end = range.upperBound
            if bytes[range.lowerBound + 1] == JPEGMarker.startOfScan.rawValue {
                switch excess {
                case .aroundSegments: break
                case .padding: end = Self.endWithoutPadding(range, bytes)
                case .rows:
                    guard let found = endOfLastPiece(range, bytes) else { return nil }
                    end = found
                }
            }
            for index in range.lowerBound..<end { copy.append(bytes[index]) }
        }
        return copy + [0xFF, 0xD9]
    }

    private static func endWithoutPadding(_ scan: Range<Int>, _ bytes: Span<UInt8>) -> Int {
        var end = scan.upperBound
        // A zero behind 0xFF is no padding but part of a data byte.
        while bytes[end - 1] == 0, bytes[end - 2] != 0xFF { end -= 1 }
        return end
    }

    private func endOfLastPiece(_ scan: Range<Int>, _ bytes: Span<UInt8>) -> Int? {
        guard let pieceCount, let length = bytes.bigEndian16(at: scan.lowerBound + 2) else {
            return nil
        }
        var offset = scan.lowerBound + 2 + length
        for _ in 0..<pieceCount {
            guard let marker = bytes.offsetOfMarker(from: offset), marker < scan.upperBound else {
                return nil
            }
            offset = marker + 2
        }
        return offset - 2
    }
}
