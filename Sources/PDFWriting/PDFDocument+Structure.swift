import CHaru
import PageLayout

extension PDFDocument {
    /// Adds the structure tree and what leads from pages and annotations back into it
    /// (ISO 32000-1, 14.7).
    func add(
        _ tree: StructureTree,
        under rootNumber: Int,
        _ targets: StructureTargets,
        _ known: StructureTexts
    ) {
        let first = ownObjects.next
        let numbers = TreeNumbers(root: rootNumber, first: first, tree, targets)
        if targets.hasAnnotations {
            ownObjects.append(contentsOf: numbers.texts(of: tree))
        } else {
            let key = StructureTexts.Key(
                elements: tree.elements,
                root: rootNumber,
                first: first,
                pages: targets.pageNumbers,
                heights: targets.heights
            )
            ownObjects.append(contentsOf: known.texts(for: key) { numbers.texts(of: tree) })
        }
        ownObjects.structure = first..<ownObjects.next
        var text = ObjectText()
        text.add("<</Type/StructTreeRoot/K")
        text.add(reference: first)
        addParentTree(of: tree, to: &text, first: first, targets)
        addIdentifiers(of: tree, to: &text, numbers)
        text.add(">>")
        ownObjects.setStandIn(rootNumber, to: text)
    }
}

/// The numbers of a tree whose elements are numbered one after the other.
struct TreeNumbers: StructureNumbers {
    let root: Int
    private let first: Int
    private let elementCount: Int
    private let targets: StructureTargets
    /// Cells that are alike, as most are, share what is said of them.
    private(set) var attributes: [StructureRole] = []
    private var cells: [StructureRole: Int] = [:]

    init(root: Int, first: Int, _ tree: StructureTree, _ targets: StructureTargets) {
        self.root = root
        self.first = first
        elementCount = tree.elements.count
        self.targets = targets
    }

    /// The objects of all elements, and of what is said of several of them.
    func texts(of tree: StructureTree) -> [[UInt8]] {
        var numbers = self
        let elements = tree.elements.map { numbers.text(of: $0).bytes }
        return elements + numbers.attributes.map(\.attributes.bytes)
    }

    func number(ofElement id: Int) -> Int { first + id }

    func number(ofPage page: Int) -> Int { targets.number(ofPage: page) }

    func height(ofPage page: Int) -> Double { targets.heights[page] }

    func number(ofAnnotation place: StructureTree.Place) -> Int? {
        unsafe targets.annotations[place].map { unsafe PDFDocument.number(of: $0) }
    }

    mutating func number(ofAttributes role: StructureRole) -> Int {
        let known = cells[role] ?? attributes.count
        if known == attributes.count {
            attributes.append(role)
            cells[role] = known
        }
        return first + elementCount + known
    }

    func identifier(of note: Int) -> String {
        // The names of a tree are sorted, so the numbers are of one length.
        let number = String(note)
        let digits = String(elementCount).utf8.count
        return "note" + String(repeating: "0", count: digits - number.utf8.count) + number
    }
}
