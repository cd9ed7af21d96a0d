import PageLayout

/// Finds the objects to which an element of the structure tree refers, and states the element.
protocol StructureNumbers {
    /// The number of the tree's root.
    var root: Int { get }
    /// The number of an element's object.
    func number(ofElement id: Int) -> Int
    /// The number of a page's object.
    func number(ofPage page: Int) -> Int
    /// The height of a page in millimetres.
    func height(ofPage page: Int) -> Double
    /// The number of the annotation made of a mark; nil if none was made.
    func number(ofAnnotation place: StructureTree.Place) -> Int?
    /// The number of what is said of all cells that are alike.
    mutating func number(ofAttributes role: StructureRole) -> Int
    /// The identifier that PDF/UA demands of a note (ISO 14289-1, 7.9).
    func identifier(of note: Int) -> String
}

extension StructureNumbers {
    /// The object of an element (ISO 32000-1, 14.7.2).
    mutating func text(of element: StructureTree.Element) -> ObjectText {
        var text = ObjectText()
        text.add("<</S")
        text.add(name: element.kind.tag)
        text.add("/P")
        text.add(reference: element.id == 0 ? root : number(ofElement: element.parent))
        addKids(of: element, to: &text)
        if case .part(.figure(let alternative, let box)) = element.kind {
            text.add("/Alt")
            text.add(text: alternative)
            addBox(box, element.kids.firstPage, to: &text)
        } else if case .part(let role) = element.kind, role.hasAttributes {
            text.add("/A")
            text.add(reference: number(ofAttributes: role))
        } else if element.isNote {
            text.add("/ID")
            text.add(identifier: identifier(of: element.id))
        }
        text.add(">>")
        return text
    }

    private func addKids(of element: StructureTree.Element, to text: inout ObjectText) {
        guard !element.kids.isEmpty else { return }
        // The page of most of the content, which need not be said again for each piece.
        let page = element.kids.firstPage
        if let page {
            text.add("/Pg")
            text.add(reference: number(ofPage: page))
        }
        text.add("/K")
        if element.kids.count == 1, case .content(_, let id) = element.kids[0] {
            text.add(id)
            return
        }
        text.add("[")
        for kid in element.kids {
            switch kid {
            case .element(let id): text.add(reference: number(ofElement: id))
            case .content(page, let id): text.add(id)
            case .content(let page, let id):
                text.add("<</Type/MCR/Pg")
                text.add(reference: number(ofPage: page))
                text.add("/MCID")
                text.add(id)
                text.add(">>")
            case .annotation(let place):
                guard let annotation = number(ofAnnotation: place) else { continue }
                text.add("<</Type/OBJR/Pg")
                text.add(reference: number(ofPage: place.page))
                text.add("/Obj")
                text.add(reference: annotation)
                text.add(">>")
            }
        }
        text.add("]")
    }

    /// Where a figure stands (ISO 32000-1, 14.8.5.4.3).
    private func addBox(_ box: Box, _ page: Int?, to text: inout ObjectText) {
        guard let page else { return }
        text.add("/A<</O/Layout/Placement/Block/BBox[")
        for corner in box.corners(onPageOfHeight: height(ofPage: page)) {
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
    var attributes: ObjectText {
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
    mutating func add(identifier: String) {
        add("<")
        for byte in identifier.utf8 { add(hex: byte) }
        add(">")
    }

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

extension StructureTree.Element {
    var isNote: Bool { if case .part(.note) = kind { true } else { false } }
}

extension Box {
    /// Left, bottom, right and top in points from the page's lower left corner.
    func corners(onPageOfHeight height: Double) -> [Double] {
        [x, height - bottom, right, height - y].map { $0 * 72 / 25.4 }
    }
}
