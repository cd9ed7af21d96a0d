public import Registration

/// A form as its author wrote it: what it asks for, and how it stands on paper.
public struct FormTemplate: Hashable, Sendable {
    /// A title, and the exam years in which the form bore it.
    public struct Title: Hashable, Sendable {
        /// The title.
        public var text: String
        /// The first year; nil if it has always been so.
        public var from: Int?
        /// The last year; nil if it still is.
        public var until: Int?

        /// States a title.
        public init(_ text: String, from: Int? = nil, until: Int? = nil) {
            self.text = text
            self.from = from
            self.until = until
        }
    }

    /// A material of an exam area that the form is, with the clause that asks for it.
    public struct Service: Hashable, Sendable {
        /// The area's id.
        public var area: String
        /// The material's id in that area; nil if the form goes with no single one.
        public var material: String?
        /// The clause; nil where the area names none.
        public var clause: Clause?

        /// States what the form serves.
        public init(area: String, material: String? = nil, clause: Clause? = nil) {
            self.area = area
            self.material = material
            self.clause = clause
        }
    }

    /// The id, as in the file's name.
    public var id: String
    /// The version, which rises with each change that a reader could see.
    public var version: Int
    /// The titles; they change by year.
    public var titles: [Title]
    /// The type size of the title in points; nil for the usual.
    public var titleSize: Double?
    /// The paper.
    public var paper: FormPaper
    /// The title in English, for lists.
    public var englishTitle: String
    /// A line under the title; none if empty.
    public var subtitle: String
    /// The areas that it serves; all if there are none.
    public var services: [Service]
    /// Whether the layout is ours and not an office's, so that the foot must say so.
    public var isReference: Bool
    /// How many copies are handed in.
    public var copies: Int
    /// The list of the candidate's file of which each item has a sheet of its own (a practice unit).
    public var sheetPer: String?
    /// Whether a program fills it in, so that answers are words like others and rows go on over pages.
    public var isSheet: Bool
    /// Whether the title stands at the top of the page.
    public var showsTitle: Bool
    /// What stands at the top of each page after the first; nothing if empty.
    public var continuation: String
    /// The lines around each page; nil for none.
    public var border: FormBorder?
    /// What is asked for, in order.
    public var fields: [FormEntryRule]
    /// What stands on the page, from top to bottom.
    public var blocks: [FormBlock]
    /// The notes at the foot.
    public var notes: [FormText]

    /// States a form.
    public init(
        id: String,
        version: Int,
        titles: [Title],
        titleSize: Double? = nil,
        paper: FormPaper = .a4,
        englishTitle: String = "",
        subtitle: String = "",
        services: [Service] = [],
        isReference: Bool = true,
        copies: Int = 1,
        sheetPer: String? = nil,
        isSheet: Bool = false,
        showsTitle: Bool = true,
        continuation: String = "",
        border: FormBorder? = nil,
        fields: [FormEntryRule],
        blocks: [FormBlock],
        notes: [FormText] = []
    ) {
        self.id = id
        self.version = version
        self.titles = titles
        self.titleSize = titleSize
        self.paper = paper
        self.englishTitle = englishTitle
        self.subtitle = subtitle
        self.services = services
        self.isReference = isReference
        self.copies = copies
        self.sheetPer = sheetPer
        self.isSheet = isSheet
        self.showsTitle = showsTitle
        self.continuation = continuation
        self.border = border
        self.fields = fields
        self.blocks = blocks
        self.notes = notes
    }

    /// The width that its columns may take together: a sheet has room on a dossier's page too.
    public var innerWidth: Double {
        (isSheet && paper == .a4 ? FormPaper.dossierWidth : paper.innerWidth)
            - 2 * (border?.sides ?? 0)
    }

    /// The title in an exam year; the newest one where no year is told or none fits.
    public func title(in year: Int?) -> String {
        let fitting = titles.last { title in
            guard let year else { return title.until == nil }
            return (title.from ?? .min)...(title.until ?? .max) ~= year
        }
        return (fitting ?? titles.last)?.text ?? id
    }

    /// Every text of its pages.
    public var texts: [FormText] {
        notes
            + blocks.flatMap { block -> [FormText] in
                switch block {
                case .text(let text): [text]
                case .signs(let texts): texts
                case .table(let table): table.rows.flatMap(\.cells).flatMap(\.texts)
                case .code(let code): code.beside
                case .list, .items, .rule, .space, .stretch: []
                }
            }
    }

    /// All that decides whether a part is shown.
    public var conditions: [FormCondition] {
        texts.map(\.condition)
            + blocks.flatMap { block -> [FormCondition] in
                if case .table(let table) = block { table.rows.map(\.condition) } else { [] }
            }
    }

    /// The rule of a field.
    public func field(_ id: String) -> FormEntryRule? { fields.first { $0.id == id } }
}

extension FormCell {
    /// The texts in it.
    fileprivate var texts: [FormText] {
        guard case .text(let statement) = content else { return [] }
        return statement.paragraphs + statement.signs + [statement.date].compactMap(\.self)
    }
}
