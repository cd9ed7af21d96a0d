import PageLayout

/// Puts blocks on pages, one below the other.
struct FormFlow {
    private let composition: FormComposition
    private(set) var pages: [Page] = []
    var y = 0.0
    /// Where the tables begin that stand on the page together, if any do.
    private var frameTop: Double?

    init(_ composition: FormComposition) { self.composition = composition }

    private var style: FormStyle { composition.style }
    private var area: Box { composition.area }
    var left: Double { area.x }
    private var width: Double { area.width }
    var end: Double { area.bottom }

    /// Whether nothing stands on the page yet.
    var isFresh: Bool { y <= (pages.count > 1 ? composition.laterArea : area).y }

    /// Begins the form.
    mutating func open() {
        guard composition.template.showsTitle else {
            begin()
            return
        }
        open(titled: composition.compositor.title, subtitle: composition.template.subtitle)
    }

    /// Begins a page with a title.
    mutating func open(titled title: String, subtitle: String = "") {
        begin()
        let role = StructureRole.heading(level: composition.headingLevel)
        add(line: title, composition.titleLook, role: role, floor: 12)
        if !subtitle.isEmpty {
            add(line: subtitle, composition.texts.subtitle, role: .paragraph, floor: 8)
        }
        y = area.y + composition.titleHeight
    }

    /// Begins a page without a title.
    private mutating func begin() {
        closeFrame()
        pages.append(Page(size: composition.paper, label: "\(pages.count + 1)"))
        y = area.y
        guard let border = composition.template.border else { return }
        // The outermost line lies inside, all of it.
        let edge = (border.lines.first ?? 0) / 2
        for (index, thickness) in border.lines.enumerated() {
            let box = composition.page.inset(edge + Double(index) * border.apart)
            add([.box(box, fill: nil, stroke: Stroke(thickness))])
        }
    }

    /// Begins a page on which the form goes on.
    mutating func turn() {
        begin()
        let words = composition.template.continuation
        // Said again, the title is furniture of the page.
        if !words.isEmpty {
            add(line: words, composition.continuationLook, role: nil, floor: 8)
        }
        y = composition.laterArea.y
    }

    /// Adds marks to the page.
    mutating func add(_ marks: [Mark]) { pages[pages.count - 1].marks += marks }

    /// A line in the middle, smaller if it must be, in two lines if it cannot.
    private mutating func add(
        line text: String,
        _ look: TextStyle,
        role: StructureRole?,
        floor: Double
    ) {
        let paragraph = Paragraph(
            text,
            look,
            width: width,
            alignment: .centre,
            leading: .multiple(1.3)
        )
        let compositor = composition.compositor
        let line = compositor.keep(paragraph, height: look.em * 1.4, floor: floor)
        let set = line ?? compositor.set(paragraph)
        let marks = set.marks(at: Point(left, y))
        add(role.map { [.begin($0)] + marks + [.end] } ?? marks)
        y += set.height
    }

    /// Adds blocks, stretched to the end of the page if all have room on it.
    mutating func add(_ blocks: [FormComposition.Laid], room: Double) throws(TableError) {
        let stretching = blocks.reduce(0) { $0 + $1.stretching }
        let spare = max(0, room - composition.height(of: blocks))
        let share = stretching > 0 ? spare / Double(stretching) : 0
        for (index, block) in blocks.enumerated() {
            let next = blocks.dropFirst(index + 1).first
            switch block {
            case .table(let table, let stretching, let height, let isWhole, let isFramed):
                if !isFramed { closeFrame() }
                if isWhole, !isFresh, y + height > end + 1e-6 { turn() }
                try add(table, height: height + Double(stretching) * share)
                // Nothing but its own lines stands around it.
                if !isFramed { frameTop = nil }
            case .text(let text, let x, let after):
                closeFrame()
                let need = text.set.height + (text.isHeading ? after + (next?.least ?? 0) : 0)
                if !isFresh, y + need > end + 1e-6 { turn() }
                let box = Box(left + x, y, width, text.set.height)
                add(text.marks(in: box))
                y += text.set.height + after
            case .items(let items): add(items, width: width)
            case .space(let height, let stretching):
                closeFrame()
                y += height + Double(stretching) * share
            case .figure(let figure):
                closeFrame()
                if !isFresh, y + figure.height > end + 1e-6 { turn() }
                pages[pages.count - 1].marks += figure.marks(in: Box(left, y, width, figure.height))
                y += figure.height
            }
        }
    }

    /// Adds a table; one that is too high goes on on the next pages, under its header rows.
    mutating func add(_ table: Table) throws(TableError) {
        try add(table, height: table.height(width: width))
    }

    private mutating func add(_ table: Table, height: Double) throws(TableError) {
        guard y + height > end + 1e-6 else {
            let layout = try table.layout(at: Point(left, y), width: width, height: height)
            place(layout)
            return
        }
        let first = Box(left, y, width, max(0, end - y))
        let layouts = try table.pages(first: first, next: composition.laterArea)
        for (index, layout) in layouts.enumerated() {
            if index > 0 { turn() }
            place(layout)
        }
    }

    private mutating func place(_ layout: TableLayout) {
        guard layout.box.height > 0 else { return }
        if frameTop == nil { frameTop = y }
        pages[pages.count - 1].marks += layout.marks
        y = layout.box.bottom
    }

    /// Draws the heavy line around the tables that stand together.
    mutating func closeFrame() {
        guard let top = frameTop else { return }
        let box = Box(left, top, width, y - top)
        let frame = Mark.box(box, fill: nil, stroke: Stroke(style.sizes.frame))
        pages[pages.count - 1].marks.append(frame)
        frameTop = nil
    }

    /// The pages without their feet.
    consuming func closed() -> [Page] {
        closeFrame()
        return pages
    }

    /// Adds texts that have room to the left of the corner that stays free.
    mutating func addBesideCorner(_ texts: [FormComposition.Laid]) {
        guard let content = composition.compositor.options.place?.content else { return }
        closeFrame()
        y = min(y, content.bottom - composition.height(of: texts))
        for item in texts {
            if case .text(let text, let x, _) = item {
                let box = Box(left + x, y, width, text.set.height)
                add(text.marks(in: box))
            }
            y += item.height
        }
    }

    /// Leaves room.
    mutating func skip(_ height: Double) {
        closeFrame()
        y += height
    }

    /// Adds a paragraph at the left edge.
    mutating func add(_ text: TypesetText) {
        closeFrame()
        if y + text.set.height > end + 1e-6 { turn() }
        pages[pages.count - 1].marks += text.marks(in: Box(left, y, width, text.set.height))
        y += text.set.height
    }
}
