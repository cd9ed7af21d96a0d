import PageLayout

/// The parts of a document while it is drawn, and which marked content belongs to which
/// (ISO 32000-1, 14.7).
struct StructureTree {
    /// A mark's place in the layout, by which the annotation made of it is found.
    struct Place: Hashable {
        let page: Int
        let mark: Int
    }

    /// What an element holds, in reading order.
    enum Kid {
        case element(Int)
        case content(page: Int, id: Int)
        case annotation(Place)
    }

    struct Element {
        let kind: StructureKind
        /// The element that holds this one; the document holds itself.
        let parent: Int
        var kids: [Kid] = []
    }

    /// The whole document first, each other element after the one that holds it.
    private(set) var elements = [Element(kind: .document, parent: 0)]
    /// For each page drawn, the elements of its marked-content sequences, by their numbers.
    private(set) var owners: [[Int]] = []
    /// What is drawn now belongs to the last of these.
    private var open = [0]
    private var sequence: Sequence?

    private enum Sequence: Equatable {
        case part(Int)
        case furniture
    }

    /// Begins a page: what is drawn from now on is numbered anew.
    mutating func beginPage() { owners.append([]) }

    /// Ends the page's last sequence.
    mutating func endPage(_ content: inout ContentStream) { switchTo(nil, &content) }

    /// Takes note of a mark before it is drawn, and puts it into the sequence of its part.
    mutating func follow(
        _ mark: Mark,
        at place: Place,
        _ content: inout ContentStream
    ) throws(PDFError) {
        switch mark {
        case .begin(let role): begin(role)
        case .end:
            guard open.count > 1 else {
                throw PDFError(.unbalancedParts, "page \(place.page + 1) ends one too many")
            }
            open.removeLast()
        case .text, .picture, .code:
            switchTo(open.count > 1 ? .part(innermost) : .furniture, &content)
        case .rule, .box: switchTo(.furniture, &content)
        case .link: addElement(.link, kids: [.annotation(place)])
        case .field: addElement(.form, kids: [.annotation(place)])
        }
    }

    /// Makes sure that every part has ended.
    func close() throws(PDFError) {
        guard open.count == 1 else {
            throw PDFError(.unbalancedParts, "\(open.count - 1) never end")
        }
    }

    private var innermost: Int { open[open.count - 1] }

    private mutating func begin(_ role: StructureRole) {
        var element = addElement(.part(role))
        // An item holds its label and its body, and no content of its own.
        if role == .listItem { element = addElement(.listBody, under: element) }
        open.append(element)
    }

    @discardableResult
    private mutating func addElement(
        _ kind: StructureKind,
        under parent: Int? = nil,
        kids: [Kid] = []
    ) -> Int {
        let parent = parent ?? innermost
        let index = elements.count
        elements.append(Element(kind: kind, parent: parent, kids: kids))
        elements[parent].kids.append(.element(index))
        return index
    }

    private mutating func switchTo(_ next: Sequence?, _ content: inout ContentStream) {
        guard next != sequence else { return }
        if sequence != nil { content.endSequence() }
        sequence = next
        switch next {
        case .part(let element):
            let page = owners.count - 1
            let id = owners[page].count
            owners[page].append(element)
            elements[element].kids.append(.content(page: page, id: id))
            content.beginSequence(elements[element].kind.tag, id: id)
        case .furniture: content.beginArtifact()
        case nil: break
        }
    }
}

extension DocumentLayout {
    /// Whether anything on the pages is said to mean something.
    var isTagged: Bool {
        pages.contains { page in
            page.marks.contains { mark in
                switch mark {
                case .begin, .end: true
                default: false
                }
            }
        }
    }
}

extension Page {
    /// The words drawn inside a box, in the order of drawing; nil if there are none.
    func words(in box: Box) -> String? {
        let words = marks.compactMap { mark -> String? in
            guard case .text(let text, let start, _) = mark,
                (box.x...box.right).contains(start.x), (box.y...box.bottom).contains(start.y)
            else { return nil }
            return text
        }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}
