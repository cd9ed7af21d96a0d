import PageLayout

/// The page of a form with holes in it: what is the same on all forms whose answers take as much room.
struct FormMaster {
    /// What stands before a hole, and the hole.
    private struct Piece {
        var marks: [Mark] = []
        var hole: (number: Int, box: Box)?
    }

    private let blank: Page
    private var pieces = [Piece()]
    private var markCount = 0

    /// Takes a page on which links stand for holes.
    init(_ page: Page) {
        blank = Page(size: page.size, label: page.label)
        markCount = page.marks.count
        for mark in page.marks {
            if case .link(let box, let number) = mark {
                pieces[pieces.count - 1].hole = (number, box)
                pieces.append(Piece())
            } else {
                pieces[pieces.count - 1].marks.append(mark)
            }
        }
    }

    /// The page with something in each hole.
    func filled(_ marks: (_ hole: Int, Box) -> [Mark]) -> Page {
        var page = blank
        page.marks.reserveCapacity(2 * markCount)
        for piece in pieces {
            page.marks += piece.marks
            if let (number, box) = piece.hole { page.marks += marks(number, box) }
        }
        return page
    }
}

/// The masters of a form: one for each set of heights that its paragraphs and lists take.
struct FormMasters {
    /// The holes, which are the same in all masters; nil until there is one.
    private(set) var holes: [MasterDraft.Hole]?
    private var masters: [[Double]: FormMaster] = [:]
    private var recent: [Answer: SetAnswer] = [:]

    /// What stands in a hole, with its height.
    typealias SetAnswer = (content: any CellContent, height: Double)

    private struct Answer: Hashable {
        let hole: Int
        let answer: FormAnswer
    }

    /// Bounds the memory of a long batch.
    private static let mostMasters = 64
    private static let mostAnswers = 2048
    /// So many bytes of text come again in other forms; longer texts hardly do.
    private static let longest = 64

    /// The master for paragraphs and lists of these heights.
    subscript(heights: [Double]) -> FormMaster? { masters[heights] }

    /// Adds a master.
    mutating func add(_ master: FormMaster, _ holes: [MasterDraft.Hole], for heights: [Double]) {
        if masters.count >= Self.mostMasters { masters.removeAll() }
        masters[heights] = master
        self.holes = holes
    }

    /// What stood in a hole when the answer was the same.
    func known(_ hole: Int, _ answer: FormAnswer?) -> SetAnswer? {
        guard case .text(let text)? = answer, text.utf8.count <= Self.longest else { return nil }
        return recent[Answer(hole: hole, answer: .text(text))]
    }

    /// Remembers what stands in a hole.
    mutating func keep(_ set: SetAnswer, _ hole: Int, _ answer: FormAnswer?) {
        guard case .text(let text)? = answer, text.utf8.count <= Self.longest else { return }
        if recent.count >= Self.mostAnswers { recent.removeAll(keepingCapacity: true) }
        recent[Answer(hole: hole, answer: .text(text))] = set
    }
}
