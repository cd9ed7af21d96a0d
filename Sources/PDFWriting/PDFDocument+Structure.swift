import CHaru
import PageLayout

/// What the structure tree refers to: pages and annotations already made.
@safe struct StructureTargets {
    var pages: [HPDF_Page] = unsafe []
    /// The heights of the pages in millimetres.
    var heights: [Double] = []
    var annotations: [StructureTree.Place: HPDF_Dict] = unsafe [:]

    /// The number of a page's object.
    func number(ofPage page: Int) -> Int { unsafe PDFDocument.number(of: pages[page]) }
}

extension PDFDocument {
    /// Adds the structure tree and what leads from pages and annotations back into it
    /// (ISO 32000-1, 14.7).
    func add(
        _ tree: StructureTree,
        under rootNumber: Int,
        _ targets: StructureTargets
    ) {
        let first = ownObjects.next
        // Cells that are alike, as most are, share what is said of them.
        var cells: [StructureRole: Int] = [:]
        var attributes: [StructureRole] = []
        for (index, element) in tree.elements.enumerated() {
            var text = ObjectText()
            text.add("<</S")
            text.add(name: element.kind.tag)
            text.add("/P")
            text.add(reference: index == 0 ? rootNumber : first + element.parent)
            addKids(of: element, to: &text, first: first, targets)
            if case .part(.figure(let alternative, let box)) = element.kind {
                text.add("/Alt")
                text.add(text: alternative)
                addBox(box, element.kids.firstPage, to: &text, targets)
            } else if case .part(let role) = element.kind, role.hasAttributes {
                let known = cells[role] ?? attributes.count
                if known == attributes.count {
                    attributes.append(role)
                    cells[role] = known
                }
                text.add("/A")
                text.add(reference: first + tree.elements.count + known)
            } else if element.isNote {
                text.add("/ID")
                text.add(identifier: tree.identifier(of: index))
            }
            text.add(">>")
            ownObjects.append(text)
        }
        for role in attributes { ownObjects.append(role.attributes) }
        ownObjects.structure = first..<ownObjects.next
        var text = ObjectText()
        text.add("<</Type/StructTreeRoot/K")
        text.add(reference: first)
        addParentTree(of: tree, to: &text, first: first, targets)
        addIdentifiers(of: tree, to: &text, first: first)
        text.add(">>")
        ownObjects.setStandIn(rootNumber, to: text)
    }

    private func addKids(
        of element: StructureTree.Element,
        to text: inout ObjectText,
        first: Int,
        _ targets: StructureTargets
    ) {
        guard !element.kids.isEmpty else { return }
        // The page of most of the content, which need not be said again for each piece.
        let page = element.kids.firstPage
        if let page {
            text.add("/Pg")
            text.add(reference: targets.number(ofPage: page))
        }
        text.add("/K")
        if element.kids.count == 1, case .content(_, let id) = element.kids[0] {
            text.add(id)
            return
        }
        text.add("[")
        for kid in element.kids {
            switch kid {
            case .element(let index): text.add(reference: first + index)
            case .content(page, let id): text.add(id)
            case .content(let page, let id):
                text.add("<</Type/MCR/Pg")
                text.add(reference: targets.number(ofPage: page))
                text.add("/MCID")
                text.add(id)
                text.add(">>")
            case .annotation(let place):
                guard let annotation = unsafe targets.annotations[place] else { continue }
                text.add("<</Type/OBJR/Pg")
                text.add(reference: targets.number(ofPage: place.page))
                text.add("/Obj")
                text.add(reference: unsafe Self.number(of: annotation))
                text.add(">>")
            }
        }
        text.add("]")
    }

    /// Where a figure stands (ISO 32000-1, 14.8.5.4.3).
    private func addBox(
        _ box: Box,
        _ page: Int?,
        to text: inout ObjectText,
        _ targets: StructureTargets
    ) {
        guard let page else { return }
        text.add("/A<</O/Layout/Placement/Block/BBox[")
        for corner in box.corners(onPageOfHeight: targets.heights[page]) {
            text.add(ContentText.Number(corner))
        }
        text.add("]>>")
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

    /// What a cell names and how far it reaches (ISO 32000-1, 14.8.5.7).
    fileprivate var attributes: ObjectText {
        var text = ObjectText()
        text.add("<</O/Table")
        switch self {
        case .headerCell(let scope, let columns, let rows):
            text.add("/Scope")
            text.add(name: scope.rawValue)
            text.addSpans(columns: columns, rows: rows)
        case .dataCell(let columns, let rows): text.addSpans(columns: columns, rows: rows)
        default: break
        }
        text.add(">>")
        return text
    }
}

extension ObjectText {
    fileprivate mutating func addSpans(columns: Int, rows: Int) {
        if columns > 1 {
            add("/ColSpan")
            add(columns)
        }
        if rows > 1 {
            add("/RowSpan")
            add(rows)
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
