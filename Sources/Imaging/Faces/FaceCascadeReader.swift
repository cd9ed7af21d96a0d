/// Reads the elements of a cascade's XML that matter, in the order in which OpenCV writes them.
struct FaceCascadeReader {
    /// OpenCV takes this off each threshold, for the sums are rounded otherwise than in training.
    private static let tolerance = 1e-5

    private var side: Int?
    private var isLBP = false
    private var stages: [[(feature: Int, patterns: SIMD8<UInt32>, leaves: [Double])]] = []
    private var thresholds: [Double] = []
    private var nodes: (feature: Int, patterns: SIMD8<UInt32>)?
    private var features: [FaceCascade.Feature] = []
    private var isSound = true
    private var isWhole = false

    mutating func read(_ xml: Span<UInt8>) -> (side: Int, stages: [FaceCascade.Stage])? {
        var offset = 0
        while let tag = Self.nextTag(in: xml, from: offset) {
            offset = tag.upperBound + 1
            let end = Self.offset(of: UInt8(ascii: "<"), in: xml, from: offset)
            take(Self.text(xml, tag), Self.text(xml, offset..<end))
        }
        guard isSound, isLBP, isWhole, let side, (1...256).contains(side), !stages.isEmpty,
            stages.allSatisfy({ !$0.isEmpty })
        else { return nil }
        guard features.allSatisfy({ $0.fits(in: side) }) else { return nil }
        var result: [FaceCascade.Stage] = []
        for (threshold, weaks) in zip(thresholds, stages) {
            var stage = FaceCascade.Stage(threshold: threshold - Self.tolerance)
            for weak in weaks {
                guard features.indices.contains(weak.feature) else { return nil }
                stage.weaks.append(
                    FaceCascade.Weak(
                        feature: features[weak.feature],
                        patterns: weak.patterns,
                        member: weak.leaves[0],
                        stranger: weak.leaves[1]
                    )
                )
            }
            result.append(stage)
        }
        return (side, result)
    }

    private mutating func take(_ tag: String, _ text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        switch tag {
        case "/cascade": isWhole = true
        case "featureType": isLBP = words == ["LBP"]
        case "width": side = words.first.flatMap { Int($0) }
        case "stageThreshold":
            thresholds.append(words.first.flatMap { Double($0) } ?? .infinity)
            stages.append([])
        case "internalNodes": takeNodes(words.compactMap { Int($0) })
        case "leafValues": takeLeaves(words.compactMap { Double($0) })
        case "rect": takeRectangle(words.compactMap { Int($0) })
        default: break
        }
    }

    /// Left and right (both leaves), the feature, and eight words of patterns.
    private mutating func takeNodes(_ numbers: [Int]) {
        guard numbers.count == 11, numbers[0] == 0, numbers[1] == -1 else {
            isSound = false
            return
        }
        var patterns = SIMD8<UInt32>.zero
        for index in 0..<8 { patterns[index] = UInt32(truncatingIfNeeded: numbers[3 + index]) }
        nodes = (numbers[2], patterns)
    }

    private mutating func takeLeaves(_ numbers: [Double]) {
        guard let nodes, numbers.count == 2, !stages.isEmpty else {
            isSound = false
            return
        }
        stages[stages.count - 1].append((nodes.feature, nodes.patterns, numbers))
    }

    private mutating func takeRectangle(_ numbers: [Int]) {
        guard numbers.count == 4, numbers.allSatisfy({ (0...256).contains($0) }) else {
            isSound = false
            return
        }
        features.append(
            FaceCascade.Feature(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
        )
    }

    /// The name within the next tag, behind any comments.
    private static func nextTag(in xml: Span<UInt8>, from start: Int) -> Range<Int>? {
        var offset = offset(of: UInt8(ascii: "<"), in: xml, from: start)
        while xml.has("<!--", at: offset) {
            while offset < xml.count, !xml.has("-->", at: offset) { offset += 1 }
            offset = Self.offset(of: UInt8(ascii: "<"), in: xml, from: offset)
        }
        guard offset < xml.count else { return nil }
        let end = Self.offset(of: UInt8(ascii: ">"), in: xml, from: offset)
        return end < xml.count ? offset + 1..<end : nil
    }

    private static func offset(of byte: UInt8, in xml: Span<UInt8>, from start: Int) -> Int {
        var offset = start
        while offset < xml.count, xml[offset] != byte { offset += 1 }
        return offset
    }

    private static func text(_ xml: Span<UInt8>, _ range: Range<Int>) -> String {
        String(decoding: range.map { xml[$0] }, as: UTF8.self)
    }
}

extension FaceCascade.Feature {
    /// Whether all nine rectangles lie within a window.
    fileprivate func fits(in side: Int) -> Bool {
        width > 0 && height > 0 && x + 3 * width <= side && y + 3 * height <= side
    }
}
