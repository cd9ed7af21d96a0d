/// The pages in their order (ISO 32000-1, 7.7.3), each with what it inherits.
struct PageTree {
    /// One page's dictionary and what holds for it.
    struct Leaf {
        let dictionary: PDFDictionary
        var inherited: PDFDictionary
    }

    private(set) var leaves: [Leaf] = []
    private static let inheritable = ["Resources", "MediaBox", "CropBox", "Rotate"]

    private struct Node {
        let id: ObjectID
        let parent: ObjectID?
        let depth: Int
        let inherited: PDFDictionary
    }

    /// Walks the tree without recursion.
    ///
    /// Every node must be where its parent says, and say so itself:
    /// programs that climb up must find what those find that climb down.
    init(root: PDFValue?, in store: ObjectStore) throws(PDFReadingError) {
        guard let root = root?.reference else { throw PDFReadingError(.badPageTree, at: 0) }
        var waiting = [Node(id: root, parent: nil, depth: 0, inherited: [:])]
        var visited: Set<ObjectID> = []
        var count: Int?
        while let node = waiting.popLast() {
            guard visited.insert(node.id).inserted else { throw PDFReadingError(.loop, at: 0) }
            guard node.depth <= store.limits.treeDepth,
                visited.count + waiting.count <= 2 * store.limits.pages
            else { throw PDFReadingError(.overLimit, at: 0) }
            guard case .dictionary(let dictionary) = try store.resolved(.reference(node.id)),
                dictionary["Parent"]?.reference == node.parent
            else { throw PDFReadingError(.badPageTree, at: 0) }
            var inherited = node.inherited
            for key in Self.inheritable {
                if let value = dictionary[key] { inherited[key] = value }
            }
            switch try store.entry("Type", of: dictionary).name {
            case "Page":
                leaves.append(Leaf(dictionary: dictionary, inherited: inherited))
                guard leaves.count <= store.limits.pages else {
                    throw PDFReadingError(.overLimit, at: 0)
                }
            case "Pages":
                if count == nil { count = try store.entry("Count", of: dictionary).integer }
                let children = try store.entry("Kids", of: dictionary).array ?? []
                guard children.count <= 2 * store.limits.pages else {
                    throw PDFReadingError(.overLimit, at: 0)
                }
                for child in children.reversed() {
                    guard let id = child.reference else {
                        throw PDFReadingError(.badPageTree, at: 0)
                    }
                    waiting.append(
                        Node(id: id, parent: node.id, depth: node.depth + 1, inherited: inherited)
                    )
                }
            default: throw PDFReadingError(.badPageTree, at: 0)
            }
        }
        guard count == leaves.count else { throw PDFReadingError(.badPageTree, at: 0) }
    }
}
