/// A plane and its copies of half, a quarter, … of the size.
struct PlanePyramid {
    /// The copies, the plane itself first.
    let levels: [LumaPlane]

    init(_ plane: LumaPlane) {
        var levels = [plane]
        while let last = levels.last, max(last.width, last.height) > 200, let next = last.halved {
            levels.append(next)
        }
        self.levels = levels
    }

    /// The index of the largest copy that has at most so many pixels.
    func level(pixels: Int) -> Int {
        levels.firstIndex { $0.width * $0.height <= pixels } ?? levels.count - 1
    }

    /// A square part with so many pixels a module.
    ///
    /// It is taken from the copy that need not be shrunk to less than half, so no pixel is left out.
    func part(_ suspect: CodeSuspect, scale: Int) -> LumaPlane? {
        var (level, factor) = (0, 1.0)
        while level + 1 < levels.count, suspect.module / factor >= Double(2 * scale) {
            (level, factor) = (level + 1, factor * 2)
        }
        let pixels = Int(2 * suspect.reach / suspect.module * Double(scale))
        guard pixels >= 20, pixels <= 1600 else { return nil }
        return levels[level].square(
            x: (suspect.x - suspect.reach) / factor,
            y: (suspect.y - suspect.reach) / factor,
            side: 2 * suspect.reach / factor,
            pixels: pixels
        )
    }
}
