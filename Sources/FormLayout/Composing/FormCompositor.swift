public import PageLayout

/// Lays out forms of one template: answers in, pages out.
///
/// Not for sharing between tasks; each worker has its own, which remembers the widths of characters and the
/// labels that are the same on every form.
public final class FormCompositor {
    /// What the pages are for.
    public enum Purpose: Hashable, Sendable {
        /// To be printed.
        case paper
        /// To be filled in on the screen.
        case screen
        /// To be looked at by the author of the template: with a ruler, and ids in place of answers.
        case author
    }

    /// What differs between two prints of the same answers.
    public struct Options: Hashable, Sendable {
        /// The exam year, which decides the title; nil for the newest title.
        public var year: Int?
        /// What the pages are for.
        public var purpose: Purpose
        /// The number of this copy, from 1; nil if copies are not counted.
        public var copy: Int?
        /// The modules on a side of the largest code, where it needs more room than the foot has by itself.
        public var codeSide: Int
        /// Whether the foot has room for a code.
        public var isStamped: Bool
        /// Where the form stands in a larger document; nil for pages of its own, with margins and a foot.
        public var place: FormPlace?

        /// States options.
        public init(
            year: Int? = nil,
            purpose: Purpose = .paper,
            copy: Int? = nil,
            codeSide: Int = 0,
            isStamped: Bool = true,
            place: FormPlace? = nil
        ) {
            self.year = year
            self.purpose = purpose
            self.copy = copy
            self.codeSide = codeSide
            self.isStamped = isStamped
            self.place = place
        }
    }

    let template: FormTemplate
    let style: FormStyle
    let measure: any TextMeasuring
    let options: Options
    /// The looks of text on what the template is.
    let texts: FormStyle.Texts
    let rules: [String: FormEntryRule]
    let boxes: TickBoxes
    /// Whether what all forms have alike is laid out only once.
    package var isMastered: Bool
    var masters = FormMasters()
    private var typesetter: Typesetter
    private var kept: [StaticText: SetParagraph?] = [:]
    private var keptTexts: [PlacedText: TypesetText] = [:]
    private var keptNumbers: [PageNumber: Mark] = [:]

    /// What is set again and again: words that no answer changes.
    private struct StaticText: Hashable {
        let paragraph: Paragraph
        let height: Double
        let floor: Double
    }

    private struct PageNumber: Hashable {
        let page: Int
        let pages: Int
    }

    /// A text of the template without gaps, and how it is set.
    struct PlacedText: Hashable {
        let text: FormText
        let look: TextStyle
        let width: Double
        let alignment: Paragraph.Alignment?
        let leading: Double
    }

    /// Prepares to lay out forms.
    public init(
        template: FormTemplate,
        style: FormStyle,
        measure: any TextMeasuring,
        options: Options = Options()
    ) {
        self.template = template
        self.style = style
        self.measure = measure
        self.options = options
        texts = template.isSheet ? style.sheetTexts : style.texts
        rules = Dictionary(template.fields.map { ($0.id, $0) }) { first, _ in first }
        boxes = TickBoxes(style: style, role: texts.body.role, measure: measure)
        typesetter = Typesetter(measure)
        isMastered = options.purpose == .paper && options.place == nil && template.hasMasters
    }

    /// The pages of one form.
    ///
    /// - Parameters:
    ///   - answers: The answers by the fields' ids; what is missing stays blank.
    ///   - inserts: What is put in besides answers.
    ///   - code: Gives the code for a page of how many, counted from 1.
    /// - Returns: The pages, and what goes on on addendum sheets.
    /// - Throws: `TableError` if the template's tables cannot be laid out.
    public func pages(
        _ answers: FormAnswers = [:],
        inserts: FormInserts = FormInserts(),
        code: (_ page: Int, _ pages: Int) -> PageStamp? = { _, _ in nil }
    ) throws(TableError) -> FormPages {
        var composition = FormComposition(self, answers, inserts)
        return try composition.pages(code: code)
    }

    /// The title in the year that the form is for.
    public var title: String { template.title(in: options.year) }

    func set(_ paragraph: Paragraph) -> SetParagraph { typesetter.set(paragraph) }

    /// The paragraph no smaller than a floor, or nil if it does not fit.
    func fit(_ paragraph: Paragraph, height: Double, floor: Double) -> SetParagraph? {
        typesetter.fit(paragraph, into: Size(paragraph.width, height), floor: floor)
    }

    /// A text of the template set, which is done once unless answers stand in it.
    func keep(_ text: PlacedText, setting: () -> TypesetText) -> TypesetText {
        guard !text.text.hasFields else { return setting() }
        if let known = keptTexts[text] { return known }
        let set = setting()
        keptTexts[text] = set
        return set
    }

    /// The number of a page, which is drawn once for all forms of as many pages.
    func keepNumber(_ page: Int, of pages: Int, drawing: () -> Mark) -> Mark {
        let key = PageNumber(page: page, pages: pages)
        if let known = keptNumbers[key] { return known }
        let mark = drawing()
        keptNumbers[key] = mark
        return mark
    }

    /// The same for words that no answer changes.
    func keep(_ paragraph: Paragraph, height: Double, floor: Double) -> SetParagraph? {
        let key = StaticText(paragraph: paragraph, height: height, floor: floor)
        if let known = kept[key] { return known }
        let set = fit(paragraph, height: height, floor: floor)
        kept[key] = .some(set)
        return set
    }
}

/// What a page bears so that it can be told which form it is.
public struct PageStamp: Hashable, Sendable {
    /// The code's modules.
    public var code: CodeModules
    /// What the code is, for readers who do not see it.
    public var alternative: String
    /// The words beside it, the same on every form.
    public var words: String
    /// What follows them on a filled form; empty on a blank one.
    public var check: String
    /// The lines under it where it is no part of the foot.
    public var captions: [String]

    /// States a stamp.
    public init(
        code: CodeModules,
        alternative: String,
        words: String,
        check: String = "",
        captions: [String] = []
    ) {
        self.code = code
        self.alternative = alternative
        self.words = words
        self.check = check
        self.captions = captions
    }
}

/// A form laid out.
public struct FormPages: Hashable, Sendable {
    /// The pages.
    public var layout: DocumentLayout
    /// The labels of the fields that go on on an addendum sheet.
    public var continued: [String]
    /// How many pages the form itself has, without addendum sheets.
    public var ownPages: Int
}
