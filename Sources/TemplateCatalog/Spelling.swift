/// Finds the known word that was probably meant.
public enum Spelling {
    /// The nearest of the words by edit distance; nil if none is near.
    public static func nearest(to word: String, among known: some Sequence<String>) -> String? {
        // A long word is garbage, not a slip, and the distance takes time with its square.
        guard word.utf8.count <= 120 else { return nil }
        let tolerance = max(2, word.count / 3)
        let ranked = known.map {
            (word: $0, distance: distance(word.lowercased(), $0.lowercased()))
        }
        let best = ranked.min { ($0.distance, $0.word) < ($1.distance, $1.word) }
        return best.flatMap { $0.distance <= tolerance ? $0.word : nil }
    }

    /// "; did you mean ...?", if some word is near.
    static func hint(for word: String, among known: some Sequence<String>) -> CatalogMessage? {
        nearest(to: word, among: known).map { "; did you mean \"\($0)\"?" }
    }

    private static func distance(_ left: String, _ right: String) -> Int {
        let other = Array(right)
        var row = Array(0...other.count)
        for (index, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in other.indices {
                let replaced = diagonal + (character == other[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[other.count]
    }
}
