/// Which bits of which coefficients the scans so far have brought.
///
/// A progressive file cut between two scans is a sound one to libjpeg; only this tells that bits
/// are missing.
struct SpectralCoverage {
    /// Per component, the lowest bit known of each of 64 coefficients; nil while nothing is known.
    private var lowestBits: [[Int?]]

    init(componentCount: Int) {
        lowestBits = Array(repeating: Array(repeating: nil, count: 64), count: componentCount)
    }

    /// Whether every coefficient of every component is known to its last bit.
    var isComplete: Bool { lowestBits.allSatisfy { $0.allSatisfy { $0 == 0 } } }

    /// Notes what a scan brings.
    mutating func add(_ scan: JPEGScan, of frame: JPEGFrame) throws(DecodeFault) {
        let isWhole = !frame.isProgressive
        let band = isWhole ? 0...63 : try band(of: scan)
        for component in scan.components {
            guard let index = frame.components.firstIndex(of: component.identifier) else {
                throw .corrupt("a scan of a component that the frame has not")
            }
            for coefficient in band {
                let known = lowestBits[index][coefficient]
                guard isWhole || known == (scan.highBit == 0 ? nil : scan.highBit) else {
                    throw .corrupt("progressive scans contradict each other")
                }
                lowestBits[index][coefficient] = isWhole ? 0 : scan.lowBit
            }
        }
    }

    /// The coefficients of a progressive scan, by the rules of ISO/IEC 10918-1 G.1.1.1.
    private func band(of scan: JPEGScan) throws(DecodeFault) -> ClosedRange<Int> {
        let isDC = scan.spectralStart == 0 && scan.spectralEnd == 0
        let isAC =
            scan.spectralStart > 0 && scan.spectralStart <= scan.spectralEnd
            && scan.spectralEnd < 64 && scan.components.count == 1
        guard isDC || isAC, scan.lowBit <= 13, scan.highBit == 0 || scan.lowBit == scan.highBit - 1
        else { throw .corrupt("impossible parameters of a progressive scan") }
        return scan.spectralStart...scan.spectralEnd
    }
}
