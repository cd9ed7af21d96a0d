import CHaru
import PageLayout

// What leads from pages, annotations and names into the structure tree.
extension PDFDocument {
    /// Tells for each sequence of a page, and for each annotation, to which element it belongs.
    func addParentTree(
        of tree: StructureTree,
        to root: HPDF_Dict,
        _ elements: [HPDF_Dict],
        _ targets: StructureTargets
    ) throws(PDFError) {
        let numbers = try unsafe makeArray(
            "Nums",
            of: makeDictionary("ParentTree", of: root)
        )
        for (page, owners) in tree.owners.enumerated() {
            unsafe setNumber(page, "StructParents", of: targets.pages[page])
            unsafe setName("S", "Tabs", of: targets.pages[page])
            unsafe add([page], to: numbers)
            let parents = try unsafe made(HPDF_Array_New(handle.pointee.mmgr), "the structure")
            unsafe HPDF_Array_Add(numbers, parents)
            for owner in owners { unsafe HPDF_Array_Add(parents, elements[owner]) }
        }
        var next = tree.owners.count
        for (index, element) in tree.elements.enumerated() {
            for case .annotation(let place) in element.kids {
                guard let annotation = unsafe targets.annotations[place] else { continue }
                unsafe setNumber(next, "StructParent", of: annotation)
                unsafe add([next], to: numbers)
                unsafe HPDF_Array_Add(numbers, elements[index])
                next += 1
            }
        }
        unsafe setNumber(next, "ParentTreeNextKey", of: root)
    }

    /// Gives notes the identifiers that PDF/UA demands of them (ISO 14289-1, 7.9).
    func addIdentifiers(
        of tree: StructureTree,
        to root: HPDF_Dict,
        _ elements: [HPDF_Dict]
    ) throws(PDFError) {
        let notes = tree.elements.indices.filter {
            guard case .part(.note) = tree.elements[$0].kind else { return false }
            return true
        }
        guard let last = notes.last else { return }
        let names = try unsafe makeArray("Names", of: makeDictionary("IDTree", of: root))
        let digits = String(last).utf8.count
        for note in notes {
            // The names of a tree are sorted, so the numbers are of one length.
            let number = String(note)
            let zeros = String(repeating: "0", count: digits - number.utf8.count)
            let identifier = "note\(zeros)\(number)"
            unsafe setString(identifier, "ID", of: elements[note])
            unsafe HPDF_Array_Add(
                names,
                HPDF_String_New(handle.pointee.mmgr, identifier, nil)
            )
            unsafe HPDF_Array_Add(names, elements[note])
        }
    }
}
