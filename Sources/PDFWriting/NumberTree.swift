/// A tree of values by ascending numbers, whose leaves are written as soon as they are full
/// (ISO 32000-1, 7.9.7).
struct NumberTree {
    private struct Leaf {
        let number: Int
        let first: Int
        let last: Int
    }

    private let key: StaticString
    private var leaves: [Leaf] = []
    private var text = ObjectText()
    private var first = 0
    private var last = 0
    private var count = 0

    private static let leafCount = 64

    /// Begins a tree; its leaves have their values under this key.
    init(_ key: StaticString) { self.key = key }

    /// Adds a value for a number higher than all before.
    mutating func add(_ value: ObjectText, for number: Int, to file: GrowingFile) {
        if count == 0 { first = number }
        text.add(number)
        text.add(value.bytes)
        last = number
        count += 1
        if count == Self.leafCount { endLeaf(in: file) }
    }

    private mutating func endLeaf(in file: GrowingFile) {
        var leaf = ObjectText("<</Limits[")
        leaf.add(first)
        leaf.add(last)
        leaf.add("]")
        leaf.add(key)
        leaf.add("[")
        leaf.add(text.bytes)
        leaf.add("]>>")
        leaves.append(Leaf(number: file.add(leaf), first: first, last: last))
        text = ObjectText()
        count = 0
    }

    /// The root, when all values are there.
    mutating func finished(in file: GrowingFile) -> ObjectText {
        var root = ObjectText("<<")
        if leaves.isEmpty {
            root.add(key)
            root.add("[")
            root.add(text.bytes)
        } else {
            if count > 0 { endLeaf(in: file) }
            root.add("/Kids[")
            for leaf in leaves { root.add(reference: leaf.number) }
        }
        root.add("]>>")
        return root
    }
}
