/// What was stated last of the elements of a structure, which is the same for all forms of a batch.
final class StructureTexts {
    /// What the texts depend on, where nothing refers to an annotation.
    struct Key: Equatable {
        let elements: [StructureTree.Element]
        /// The numbers of the root and of the first element.
        let root: Int
        let first: Int
        /// The numbers of the pages, and their heights.
        let pages: [Int]
        let heights: [Double]
    }

    private var last: (key: Key, texts: [[UInt8]])?

    /// The objects of the elements, and of what is said of several of them.
    func texts(for key: Key, stating: () -> [[UInt8]]) -> [[UInt8]] {
        if let last, last.key == key { return last.texts }
        let texts = stating()
        last = (key, texts)
        return texts
    }
}
