/// The rows of a picture as PNG packs them: an index or samples, each row behind its filter.
struct PNGRows {
    let bitDepth: Int
    /// 0 gray, 2 RGB, 3 indexed.
    let colourType: UInt8
    let palette: [UInt8]
    private let rows: [UInt8]
    private let rowLength: Int
    /// From a byte to the one that it is likely to resemble.
    private let pixelLength: Int

    init(_ pixels: PixelBuffer) {
        if let few = FewColours(pixels), few.bitDepth < 8 || pixels.channels == 3 {
            bitDepth = few.bitDepth
            colourType = 3
            palette = few.palette
            rows = Self.packed(few.indices(of: pixels), width: pixels.width, depth: bitDepth)
            rowLength = (pixels.width * bitDepth + 7) / 8
            pixelLength = 1
        } else {
            bitDepth = 8
            colourType = pixels.channels == 1 ? 0 : 2
            palette = []
            rows = pixels.samples
            rowLength = pixels.width * pixels.channels
            pixelLength = pixels.channels
        }
    }

    /// Numbers packed into bytes, each row beginning with a new one.
    private static func packed(_ indices: [UInt8], width: Int, depth: Int) -> [UInt8] {
        guard depth < 8 else { return indices }
        let source = indices.span
        let rowLength = (width * depth + 7) / 8
        return [UInt8](capacity: indices.count / width * rowLength) { output in
            for start in stride(from: 0, to: source.count, by: width) {
                var byte: UInt8 = 0
                var bits = 0
                for x in 0..<width {
                    byte = byte << UInt8(depth) | source[start + x]
                    bits += depth
                    if bits == 8 {
                        output.append(byte)
                        byte = 0
                        bits = 0
                    }
                }
                if bits > 0 { output.append(byte << UInt8(8 - bits)) }
            }
        }
    }

    /// All rows with their filters: indices as they are, samples by the filter that leaves the least.
    var filtered: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(rows.count + rows.count / rowLength)
        let source = rows.span
        for start in stride(from: 0, to: rows.count, by: rowLength) {
            let row = source.extracting(start..<start + rowLength)
            guard colourType != 3 else {
                result.append(0)
                for index in row.indices { result.append(row[index]) }
                continue
            }
            let above = start == 0 ? nil : start - rowLength
            let lines = (0...4).map { filter in line(row, above: above, filter: filter) }
            let best = lines.indices.min { lines[$0].weight < lines[$1].weight } ?? 0
            result.append(UInt8(best))
            result += lines[best].bytes
        }
        return result
    }

    private func line(
        _ row: Span<UInt8>,
        above: Int?,
        filter: Int
    ) -> (bytes: [UInt8], weight: Int) {
        let source = rows.span
        var weight = 0
        let bytes = [UInt8](capacity: row.count) { output in
            for x in row.indices {
                let left = x < pixelLength ? 0 : Int(row[x &- pixelLength])
                let up = above.map { Int(source[$0 &+ x]) } ?? 0
                let corner =
                    x < pixelLength ? 0 : above.map { Int(source[$0 &+ x &- pixelLength]) } ?? 0
                let guess =
                    switch filter {
                    case 0: 0
                    case 1: left
                    case 2: up
                    case 3: (left &+ up) / 2
                    default: Self.paeth(left, up, corner)
                    }
                let byte = row[x] &- UInt8(truncatingIfNeeded: guess)
                weight &+= abs(Int(Int8(bitPattern: byte)))
                output.append(byte)
            }
        }
        return (bytes, weight)
    }

    /// ISO/IEC 15948, 9.4.
    private static func paeth(_ left: Int, _ up: Int, _ corner: Int) -> Int {
        let guess = left &+ up &- corner
        let distances = (abs(guess &- left), abs(guess &- up), abs(guess &- corner))
        if distances.0 <= distances.1, distances.0 <= distances.2 { return left }
        return distances.1 <= distances.2 ? up : corner
    }
}
