/// A tree of names or numbers (ISO 32000-1, 7.9.6 and 7.9.7), read into its pairs from first to last.
struct PairTree {
    private(set) var pairs: [(key: PDFValue, value: PDFValue)] = []

    /// Walks the tree without recursion; no node may come twice.
    init(
        root: PDFValue?,
        leafKey: String,
        limit: Int,
        in store: ObjectStore
    ) throws(PDFReadingError) {
        guard let root else { return }
        var waiting: [(node: PDFValue, depth: Int)] = [(root, 0)]
        var visited: Set<ObjectID> = []
        while let (node, depth) = waiting.popLast() {
            if let id = node.reference, !visited.insert(id).inserted {
                throw PDFReadingError(.loop, at: 0)
            }
            guard depth <= store.limits.treeDepth, visited.count <= store.limits.objects else {
                throw PDFReadingError(.overLimit, at: 0)
            }
            let value = try store.resolved(node)
            guard let dictionary = value.dictionary else {
                if value.isNull { continue }
                throw PDFReadingError(.badTree, at: 0)
            }
            let leaves = try store.entry(leafKey, of: dictionary).array ?? []
            guard leaves.count.isMultiple(of: 2) else { throw PDFReadingError(.badTree, at: 0) }
            guard pairs.count + leaves.count / 2 <= limit else {
                throw PDFReadingError(.overLimit, at: 0)
            }
            for place in stride(from: 0, to: leaves.count, by: 2) {
                pairs.append((try store.resolved(leaves[place]), leaves[place + 1]))
            }
            let children = try store.entry("Kids", of: dictionary).array ?? []
            guard waiting.count + children.count <= store.limits.objects else {
                throw PDFReadingError(.overLimit, at: 0)
            }
            waiting += children.reversed().map { ($0, depth + 1) }
        }
    }
}
