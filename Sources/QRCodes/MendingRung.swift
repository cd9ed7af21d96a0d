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

    /// What is tried in turn.
    ///
    /// Chosen by measurement on worn pages: it alone read all that it and five others did together (as
    /// it is; weaker and stronger; of two, three and six pixels a module), in a fraction of the time.
    package static let ladder = [Self(scale: 4, reach: 2, strength: 6)]
}
