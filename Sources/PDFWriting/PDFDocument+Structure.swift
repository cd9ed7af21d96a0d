import CHaru
import PageLayout

/// What the structure tree refers to: pages and annotations already made.
@safe struct StructureTargets {
    var pages: [HPDF_Page] = unsafe []
    /// The heights of the pages in millimetres.
    var heights: [Double] = []
    var annotations: [StructureTree.Place: HPDF_Dict] = unsafe [:]
}

extension PDFDocument {
    /// Adds the structure tree and what leads from pages and annotations back into it
    /// (ISO 32000-1, 14.7).
    func add(_ tree: StructureTree, _ targets: StructureTargets) throws(PDFError) {
        try unsafe setBoolean(true, "Marked", of: makeDictionary("MarkInfo", of: catalog))
        let root = try unsafe makeDictionary(type: "StructTreeRoot")
        unsafe HPDF_Dict_Add(catalog, "StructTreeRoot", root)
        var elements: [HPDF_Dict] = unsafe []
        for element in tree.elements {
            let dictionary = try unsafe makeDictionary()
            unsafe setName(element.kind.tag, "S", of: dictionary)
            unsafe HPDF_Dict_Add(
                dictionary,
                "P",
                elements.isEmpty ? root : elements[element.parent]
            )
            unsafe elements.append(dictionary)
        }
        unsafe HPDF_Dict_Add(root, "K", elements[0])
        var cells: [StructureRole: HPDF_Dict] = unsafe [:]
        for (index, element) in tree.elements.enumerated() {
            try unsafe addKids(of: element, to: elements[index], elements, targets)
            guard case .part(let role) = element.kind else { continue }
            if case .figure(let alternative, let box) = role {
                unsafe setText(alternative, "Alt", of: elements[index])
                try unsafe addBox(box, element.kids.firstPage, to: elements[index], targets)
            } else if role.hasAttributes {
                // Cells that are alike, as most are, share what is said of them.
                if unsafe cells[role] == nil { unsafe cells[role] = try makeAttributes(role) }
                unsafe HPDF_Dict_Add(elements[index], "A", cells[role])
            }
        }
        try unsafe addParentTree(of: tree, to: root, elements, targets)
        try unsafe addIdentifiers(of: tree, to: root, elements)
        try check("the structure")
    }

    private func addKids(
        of element: StructureTree.Element,
        to dictionary: HPDF_Dict,
        _ elements: [HPDF_Dict],
        _ targets: StructureTargets
    ) throws(PDFError) {
        guard !element.kids.isEmpty else { return }
        // The page of most of the content, which need not be said again for each piece.
        let page = element.kids.firstPage
        if let page { unsafe HPDF_Dict_Add(dictionary, "Pg", targets.pages[page]) }
        if element.kids.count == 1, case .content(_, let id) = element.kids[0] {
            unsafe setNumber(id, "K", of: dictionary)
            return
        }
        let kids = try unsafe makeArray("K", of: dictionary)
        for kid in element.kids {
            switch kid {
            case .element(let index): unsafe HPDF_Array_Add(kids, elements[index])
            case .content(page, let id): unsafe add([id], to: kids)
            case .content(let page, let id):
                let reference = try unsafe makeDictionary("MCR", in: kids)
                unsafe HPDF_Dict_Add(reference, "Pg", targets.pages[page])
                unsafe setNumber(id, "MCID", of: reference)
            case .annotation(let place):
                guard let annotation = unsafe targets.annotations[place] else { continue }
                let reference = try unsafe makeDictionary("OBJR", in: kids)
                unsafe HPDF_Dict_Add(reference, "Pg", targets.pages[place.page])
                unsafe HPDF_Dict_Add(reference, "Obj", annotation)
            }
        }
    }

    /// Where a figure stands (ISO 32000-1, 14.8.5.4.3).
    private func addBox(
        _ box: Box,
        _ page: Int?,
        to figure: HPDF_Dict,
        _ targets: StructureTargets
    ) throws(PDFError) {
        guard let page else { return }
        let attributes = try unsafe makeDictionary("A", of: figure)
        unsafe setName("Layout", "O", of: attributes)
        unsafe setName("Block", "Placement", of: attributes)
        let corners = try unsafe makeArray("BBox", of: attributes)
        unsafe add(reals: box.corners(onPageOfHeight: targets.heights[page]), to: corners)
    }

    /// What a cell names and how far it reaches (ISO 32000-1, 14.8.5.7).
    private func makeAttributes(_ role: StructureRole) throws(PDFError) -> HPDF_Dict {
        let attributes = try unsafe makeDictionary()
        unsafe setName("Table", "O", of: attributes)
        switch role {
        case .headerCell(let scope, let columns, let rows):
            unsafe setName(scope.rawValue, "Scope", of: attributes)
            unsafe setSpans(columns: columns, rows: rows, of: attributes)
        case .dataCell(let columns, let rows):
            unsafe setSpans(columns: columns, rows: rows, of: attributes)
        default: break
        }
        return unsafe attributes
    }

    private func setSpans(columns: Int, rows: Int, of attributes: HPDF_Dict) {
        if columns > 1 { unsafe setNumber(columns, "ColSpan", of: attributes) }
        if rows > 1 { unsafe setNumber(rows, "RowSpan", of: attributes) }
    }

    /// Tells for each sequence of a page, and for each annotation, to which element it belongs.
    private func addParentTree(
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
    private func addIdentifiers(
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

    /// A dictionary of a type inside an array.
    private func makeDictionary(_ type: String, in array: HPDF_Array) throws(PDFError) -> HPDF_Dict
    {
        let dictionary = try unsafe made(HPDF_Dict_New(handle.pointee.mmgr), type)
        unsafe HPDF_Array_Add(array, dictionary)
        unsafe setName(type, "Type", of: dictionary)
        return unsafe dictionary
    }
}

extension StructureRole {
    /// Whether there is more to be said of a cell than that it is one.
    fileprivate var hasAttributes: Bool {
        switch self {
        case .headerCell: true
        case .dataCell(let columns, let rows): columns > 1 || rows > 1
        default: false
        }
    }
}

extension [StructureTree.Kid] {
    /// The page on which the first piece of content stands.
    fileprivate var firstPage: Int? {
        for case .content(let page, _) in self { return page }
        return nil
    }
}

extension Box {
    /// Left, bottom, right and top in points from the page's lower left corner.
    func corners(onPageOfHeight height: Double) -> [Double] {
        [x, height - bottom, right, height - y].map { $0 * 72 / 25.4 }
    }
}
