/// One way to mend the part of a picture in which a code may stand.
package struct MendingRung: Hashable, Sendable {
    /// How many pixels a module gets.
    package var scale: Int
    /// How far the blur that is taken away reaches; 0 to sharpen nothing.
    package var reach: Int
    /// How strongly the edges are raised.
    package var strength: Int

    /// States a rung.
    package init(scale: Int, reach: Int, strength: Int) {
        self.scale = scale
        self.reach = reach
        self.strength = strength
    }

    /// What is tried in turn; the benchmark's `--rungs` tells what each is worth.
    package static let ladder = [
        Self(scale: 4, reach: 2, strength: 6),
        Self(scale: 4, reach: 0, strength: 1),
        Self(scale: 2, reach: 2, strength: 2),
        Self(scale: 6, reach: 6, strength: 6),
        Self(scale: 3, reach: 2, strength: 4),
        Self(scale: 6, reach: 3, strength: 6),
    ]
}
