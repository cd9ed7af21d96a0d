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
    enum Kid: Equatable {
        case element(Int)
        case content(page: Int, id: Int)
        case annotation(Place)
    }

    struct Element: Equatable {
        /// How many elements began before this one.
        let id: Int
        let kind: StructureKind
        /// The element that holds this one; the document holds itself.
        let parent: Int
        var kids: [Kid] = []
    }

    /// The elements not let go of: the document first, each other one after the one that holds it.
    private(set) var elements = [Element(id: 0, kind: .document, parent: 0)]
    /// For each page not let go of, the elements of its marked-content sequences, by their numbers.
    private(set) var owners: [[Int]] = []
    /// How many elements have begun.
    private(set) var count = 1
    private var pageCount = 0
    /// What is drawn now belongs to the last of these, which are places in `elements`.
    private var open = [0]
    private var sequence: Sequence?

    private enum Sequence: Equatable {
        case part(Int)
        case furniture
    }

    /// Begins a page: what is drawn from now on is numbered anew.
    mutating func beginPage() {
        owners.append([])
        pageCount += 1
    }

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
            switchTo(ownsText ? .part(elements[innermost].id) : .furniture, &content)
        case .rule, .box, .watermark: switchTo(.furniture, &content)
        case .link: addElement(.link, kids: [.annotation(place)])
        case .field: addElement(.form, kids: [.annotation(place)])
        }
    }

    /// Whether text that is drawn now belongs to a part.
    ///
    /// A section holds parts and no words of its own: a header stands in it by its place alone.
    var ownsText: Bool { open.count > 1 && elements[innermost].kind != .part(.section) }

    /// Makes sure that every part has ended.
    func close() throws(PDFError) {
        guard open.count == 1 else {
            throw PDFError(.unbalancedParts, "\(open.count - 1) never end")
        }
    }

    /// Lets go of what has ended, and of the pages drawn: what is left does not grow with the pages.
    mutating func release() -> (ended: [Element], owners: [[Int]]) {
        let ended = elements.indices.filter { !open.contains($0) }.map { elements[$0] }
        elements = open.map { elements[$0] }
        open = Array(elements.indices)
        defer { owners.removeAll() }
        return (ended, owners)
    }

    /// A place in `elements`.
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
        elements[parent].kids.append(.element(count))
        elements.append(Element(id: count, kind: kind, parent: elements[parent].id, kids: kids))
        count += 1
        return elements.count - 1
    }

    private mutating func switchTo(_ next: Sequence?, _ content: inout ContentStream) {
        guard next != sequence else { return }
        if sequence != nil { content.endSequence() }
        sequence = next
        switch next {
        case .part(let element):
            let row = owners.count - 1
            let id = owners[row].count
            owners[row].append(element)
            elements[innermost].kids.append(.content(page: pageCount - 1, id: id))
            content.beginSequence(elements[innermost].kind.tag, id: id)
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
