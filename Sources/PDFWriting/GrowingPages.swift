import PageLayout

/// The pages of a growing document: their numbers, and the tree that leads to them, a few dozen to a node
/// (ISO 32000-1, 7.7.3).
struct GrowingPages {
    private let root: Int
    /// The numbers of pages, those to which a link leads before they have come included; 0 for none yet.
    private var numbers: [Int]
    private var heights: [Double] = []
    /// The node under which pages stand now, and those pages.
    private(set) var parent = 0
    private var kids: [Int] = []
    private var nodes: [Int] = []

    private static let fanOut = 64

    /// Begins without pages; the number of the first is known.
    init(root: Int, first: Int) {
        self.root = root
        numbers = [first]
    }

    /// The number of pages that have come.
    var count: Int { heights.count }

    /// The number of a page, come or not.
    mutating func number(ofPage page: Int, in file: GrowingFile) -> Int {
        while numbers.count <= page { numbers.append(0) }
        if numbers[page] == 0 { numbers[page] = file.reserve() }
        return numbers[page]
    }

    /// The number of a page that has come.
    func number(ofPage page: Int) -> Int { numbers[page] }

    /// The height of a page in millimetres; nil if it has not come.
    func height(ofPage page: Int) -> Double? {
        heights.indices.contains(page) ? heights[page] : nil
    }

    /// Begins the next page, and gives its number.
    mutating func begin(height: Double, in file: GrowingFile) -> Int {
        heights.append(height)
        if kids.isEmpty { parent = file.reserve() }
        return number(ofPage: heights.count - 1, in: file)
    }

    /// Ends a page.
    mutating func end(_ number: Int, in file: GrowingFile) {
        kids.append(number)
        if kids.count == Self.fanOut { endNode(in: file) }
    }

    /// Writes what is left of the tree.
    mutating func finish(in file: GrowingFile) {
        if !kids.isEmpty { endNode(in: file) }
        var text = ObjectText("<</Type/Pages")
        add(nodes, pageCount: count, to: &text)
        file.add(text, as: root)
    }

    private mutating func endNode(in file: GrowingFile) {
        var text = ObjectText("<</Type/Pages/Parent")
        text.add(reference: root)
        add(kids, pageCount: kids.count, to: &text)
        file.add(text, as: parent)
        nodes.append(parent)
        kids = []
    }

    private func add(_ kids: [Int], pageCount: Int, to text: inout ObjectText) {
        text.add("/Count")
        text.add(pageCount)
        text.add("/Kids[")
        for kid in kids { text.add(reference: kid) }
        text.add("]>>")
    }

    /// A page that has not come though something leads to it, or though there must be one.
    func missing(in bookmarks: [Bookmark]) -> Int? {
        guard count > 0, numbers.count <= count else { return count }
        for bookmark in bookmarks {
            if !heights.indices.contains(bookmark.page) { return bookmark.page }
            if let missing = missing(in: bookmark.children) { return missing }
        }
        return nil
    }
}
