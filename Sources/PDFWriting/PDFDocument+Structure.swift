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
