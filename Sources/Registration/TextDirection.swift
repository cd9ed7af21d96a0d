/// How many pieces of a picture look like lines of text that run across, how many that run down.
public struct TextDirection: Hashable, Sendable {
    /// Pieces with lines across the stored picture.
    public var across: Int
    /// Pieces with lines down the stored picture: it lies on its side, or the text is vertical.
    public var down: Int

    /// States the votes.
    public init(across: Int, down: Int) {
        self.across = across
        self.down = down
    }

    /// How many pieces gave a vote.
    public var votes: Int { across + down }

    /// From 1 (all across) to -1 (all down); 0 without votes.
    public var balance: Double {
        votes == 0 ? 0 : Double(across - down) / Double(votes)
    }
}
