/// The marked-content sequences that are open (ISO 32000-1, 14.6), for those that say what they stand for.
struct MarkedContent {
    private(set) var depth = 0
    /// The depth of the outermost sequence whose text is stated.
    private var replacedDepth: Int?

    /// Whether letters stand for what their sequence states, and not for what their font says.
    var isReplaced: Bool { replacedDepth != nil }

    /// Opens a sequence.
    ///
    /// - Returns: Whether its stated text is the outermost, to be taken for its letters.
    mutating func begin(statesText: Bool) -> Bool {
        depth += 1
        guard statesText, replacedDepth == nil else { return false }
        replacedDepth = depth
        return true
    }

    mutating func end() {
        if replacedDepth == depth { replacedDepth = nil }
        depth = max(0, depth - 1)
    }

    mutating func close(to depth: Int) {
        while self.depth > depth { end() }
    }
}
