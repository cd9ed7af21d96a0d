import PageLayout

/// The structure tree of a growing document: what has ended is written page by page (ISO 32000-1, 14.7).
final class GrowingStructure {
    /// The numbers that elements have from one on.
    private struct Block {
        let id: Int
        let number: Int
    }

    let root: Int
    /// The parts drawn so far; nil while a page is drawn.
    var tree: StructureTree? = StructureTree()
    private var blocks: [Block] = []
    private var numbered = 0
    private var key = 0
    private var parents = NumberTree("/Nums")
    private var notes: [Int] = []
    private var attributes: [StructureRole: Int] = [:]

    init(root: Int) { self.root = root }

    /// A key under which a page or an annotation finds its elements.
    func nextKey() -> Int {
        defer { key += 1 }
        return key
    }

    /// Ends a page: numbers its elements, writes those that have ended, and says where to find them.
    func endPage(
        _ tree: consuming StructureTree,
        links: GrowingLinks,
        to text: inout ObjectText,
        _ pages: GrowingPages,
        _ file: GrowingFile
    ) {
        number(upTo: tree.count, in: file)
        let (ended, owners) = tree.release()
        self.tree = tree
        var numbers = GrowingNumbers(structure: self, pages: pages, links: links, file: file)
        for element in ended { state(element, &numbers) }
        addParents(of: ended, links, to: file)
        var row = ObjectText("[")
        for owner in owners.joined() { row.add(reference: number(ofElement: owner)) }
        row.add("]")
        let key = nextKey()
        parents.add(row, for: key, to: file)
        text.add("/StructParents")
        text.add(key)
        text.add("/Tabs/S")
    }

    /// Writes what is left of the tree.
    func finish(_ pages: GrowingPages, _ file: GrowingFile) throws(PDFError) {
        try tree?.close()
        var numbers = GrowingNumbers(
            structure: self,
            pages: pages,
            links: GrowingLinks(),
            file: file
        )
        for element in tree?.elements ?? [] { state(element, &numbers) }
        var text = ObjectText("<</Type/StructTreeRoot/K")
        text.add(reference: number(ofElement: 0))
        text.add("/ParentTree")
        text.add(reference: file.add(parents.finished(in: file)))
        text.add("/ParentTreeNextKey")
        text.add(key)
        if !notes.isEmpty {
            text.add("/IDTree<</Names[")
            for note in notes.sorted() {
                text.add(identifier: numbers.identifier(of: note))
                text.add(reference: number(ofElement: note))
            }
            text.add("]>>")
        }
        text.add(">>")
        file.add(text, as: root)
    }

    /// The number of an element's object.
    func number(ofElement id: Int) -> Int {
        var (low, high) = (0, blocks.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if blocks[middle].id <= id { low = middle } else { high = middle }
        }
        return blocks[low].number + id - blocks[low].id
    }

    /// The number of what is said of all cells that are alike, written where the first of them is.
    func number(ofAttributes role: StructureRole, in file: GrowingFile) -> Int {
        if let known = attributes[role] { return known }
        let number = file.add(role.attributes)
        attributes[role] = number
        return number
    }

    private func number(upTo count: Int, in file: GrowingFile) {
        guard numbered < count else { return }
        // Nothing else takes numbers between these.
        let numbers = (numbered..<count).map { _ in file.reserve() }
        blocks.append(Block(id: numbered, number: numbers[0]))
        numbered = count
    }

    private func state(_ element: StructureTree.Element, _ numbers: inout GrowingNumbers) {
        if element.isNote { notes.append(element.id) }
        numbers.file.add(numbers.text(of: element), as: number(ofElement: element.id))
    }

    /// Tells of each annotation to which element it belongs, in the order of their keys.
    private func addParents(
        of elements: [StructureTree.Element],
        _ links: GrowingLinks,
        to file: GrowingFile
    ) {
        var owners: [(key: Int, element: Int)] = []
        for element in elements {
            for case .annotation(let place) in element.kids {
                guard let key = links.keys[place.mark] else { continue }
                owners.append((key, element.id))
            }
        }
        for (key, element) in owners.sorted(by: { $0.key < $1.key }) {
            var text = ObjectText()
            text.add(reference: number(ofElement: element))
            parents.add(text, for: key, to: file)
        }
    }
}

/// The annotations of a page and the keys under which they find their elements, by their marks.
struct GrowingLinks {
    var numbers: [Int: Int] = [:]
    var keys: [Int: Int] = [:]
}

/// The numbers to which the elements of one page refer.
struct GrowingNumbers: StructureNumbers {
    let structure: GrowingStructure
    let pages: GrowingPages
    let links: GrowingLinks
    let file: GrowingFile

    var root: Int { structure.root }

    func number(ofElement id: Int) -> Int { structure.number(ofElement: id) }

    func number(ofPage page: Int) -> Int { pages.number(ofPage: page) }

    func height(ofPage page: Int) -> Double { pages.height(ofPage: page) ?? 0 }

    /// A link belongs to an element that holds nothing else, and ends where it begins.
    func number(ofAnnotation place: StructureTree.Place) -> Int? { links.numbers[place.mark] }

    mutating func number(ofAttributes role: StructureRole) -> Int {
        structure.number(ofAttributes: role, in: file)
    }

    func identifier(of note: Int) -> String {
        // The names of a tree are sorted, so the numbers are of one length.
        let number = String(note)
        return "note" + String(repeating: "0", count: max(0, 9 - number.utf8.count)) + number
    }
}
