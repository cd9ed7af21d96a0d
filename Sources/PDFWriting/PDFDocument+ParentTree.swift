import CHaru
import PageLayout

// What leads from pages, annotations and names into the structure tree.
extension PDFDocument {
    /// Tells for each sequence of a page, and for each annotation, to which element it belongs.
    func addParentTree(
        of tree: StructureTree,
        to root: inout ObjectText,
        first: Int,
        _ targets: StructureTargets
    ) {
        root.add("/ParentTree<</Nums[")
        for (page, owners) in tree.owners.enumerated() {
            unsafe setNumber(page, "StructParents", of: targets.pages[page])
            unsafe setName("S", "Tabs", of: targets.pages[page])
            root.add(page)
            root.add("[")
            for owner in owners { root.add(reference: first + owner) }
            root.add("]")
        }
        var next = tree.owners.count
        for (index, element) in tree.elements.enumerated() {
            for case .annotation(let place) in element.kids {
                guard let annotation = unsafe targets.annotations[place] else { continue }
                unsafe setNumber(next, "StructParent", of: annotation)
                root.add(next)
                root.add(reference: first + index)
                next += 1
            }
        }
        root.add("]>>/ParentTreeNextKey")
        root.add(next)
    }

    /// Lists the identifiers of notes.
    func addIdentifiers(of tree: StructureTree, to root: inout ObjectText, _ numbers: TreeNumbers) {
        let notes = tree.elements.indices.filter { tree.elements[$0].isNote }
        guard !notes.isEmpty else { return }
        root.add("/IDTree<</Names[")
        for note in notes {
            root.add(identifier: numbers.identifier(of: note))
            root.add(reference: numbers.number(ofElement: note))
        }
        root.add("]>>")
    }
}
