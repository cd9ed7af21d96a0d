/// What a start-of-scan segment says: whose coefficients follow, and which bits of them.
struct JPEGScan {
    /// One component's share in a scan.
    struct Component {
        let identifier: UInt8
        let dcTable: Int
        let acTable: Int
    }

    let components: [Component]
    /// Ss and Se: the first and the last coefficient, in zigzag order.
    let spectralStart: Int
    let spectralEnd: Int
    /// Ah and Al: the lowest bit known before, and the lowest bit known after this scan.
    let highBit: Int
    let lowBit: Int

    /// Reads the content of a segment (behind its length); nil if it is too short.
    init?(content: Span<UInt8>) {
        guard content.count >= 1 else { return nil }
        let count = Int(content[0])
        guard (1...4).contains(count), content.count == 4 + 2 * count else { return nil }
        components = (0..<count).map { index in
            let tables = content[2 + 2 * index]
            return Component(
                identifier: content[1 + 2 * index],
                dcTable: Int(tables >> 4),
                acTable: Int(tables & 15)
            )
        }
        let parameters = 1 + 2 * count
        spectralStart = Int(content[parameters])
        spectralEnd = Int(content[parameters + 1])
        highBit = Int(content[parameters + 2] >> 4)
        lowBit = Int(content[parameters + 2] & 15)
    }
}
