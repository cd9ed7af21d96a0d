/// The largest compact spot that outshines the paper: a lamp mirrored by a glossy sheet.
package enum Glare {
    /// From this white of the paper on, a spot cannot be told from it.
    static let brightestPaper = 240
    /// What a spot reaches at least.
    static let leastLuma = 250
    /// How much brighter than the paper a spot is.
    static let leastStep = 15
    /// A compact spot covers at least this share of its bounding box; a margin of paper does not.
    static let leastFill = 0.35

    /// The spot's share of the overview of a picture; nil where the paper is too white to tell.
    package static func share(_ plane: LumaPlane, _ levels: LightLevels) -> Double? {
        let white = levels.paperWhite
        guard white < brightestPaper else { return nil }
        let threshold = max(leastLuma, white + leastStep)
        let bits = plane.samples.map { Int($0) >= threshold ? UInt8(1) : 0 }
        let mask = BinaryMask(width: plane.width, height: plane.height, bits: bits)
        let spots = MaskComponents(mask).components.filter { $0.fill > leastFill }
        return Double(spots.map(\.area).max() ?? 0) / Double(bits.count)
    }
}
