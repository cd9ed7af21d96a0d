import FoundationEssentials
import Imaging
import Registration

/// A picture and what was measured of it.
struct MeasuredPicture {
    let name: String
    let facts: PictureFacts

    init(name: String, bytes: [UInt8]) {
        self.name = name
        let hash = ContentHash(bytes: Array(repeating: 0, count: 32))
        guard let hash else { preconditionFailure("32 bytes are a hash") }
        facts = PictureInspector().facts(of: bytes.span, hash: hash)
    }

    /// One line of all measures.
    var text: String {
        guard let content = facts.content else { return "\(name): not decoded" }
        let direction = content.textDirection
        return [
            name, "\(facts.width)x\(facts.height)",
            "D \(content.sharpness.map(Self.rounded) ?? "-")",
            "P99 \(content.brightness)", "contrast \(content.contrast)",
            "ink \(Self.rounded(content.inkShare))", "busy \(content.busyTileCount)",
            "V \(Self.rounded(direction.balance))/\(direction.votes)",
            "glare \(content.glareShare.map(Self.rounded) ?? "-")",
            "cut \(content.cutOffSides.rawValue)",
            "white \(content.whiteBackgroundShare.map(Self.rounded) ?? "-")",
            "flat \(Self.rounded(content.flatBlockShare))",
        ].joined(separator: "  ")
    }

    static func rounded(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        let digits = String(abs(thousandths) % 1000 + 1000).dropFirst()
        return "\(thousandths < 0 ? "-" : "")\(abs(thousandths) / 1000).\(digits)"
    }
}
