import PageLayout

extension FormComposition {
    /// The pages: one if it can be, then what goes on on addendum sheets.
    mutating func pages(
        code: (_ page: Int, _ pages: Int) -> PageStamp?
    ) throws(TableError) -> FormPages {
        if var page = try masteredPage() {
            addFoot(to: &page, 1, of: 1, code: code)
            return FormPages(layout: DocumentLayout(pages: [page]), continued: [], ownPages: 1)
        }
        let room = area.height - titleHeight
        let blocks = try fittingBlocks(in: room)
        var flow = FormFlow(self)
        flow.open()
        try flow.add(blocks, room: room)
        if let notes = cornerNotes() { flow.addBesideCorner(notes) }
        let ownPages = flow.pages.count
        let continued = continuations
        try addAddendum(to: &flow)
        var pages = flow.closed()
        let count = pages.count
        for index in pages.indices {
            addFoot(to: &pages[index], index + 1, of: count, code: code)
        }
        var labels: [String] = []
        for item in continued where !labels.contains(item.rule.label) {
            labels.append(item.rule.label)
        }
        return FormPages(
            layout: DocumentLayout(pages: pages),
            continued: labels,
            ownPages: ownPages
        )
    }

    /// Adds what stands at the foot of a page, which knows how many pages there are.
    private func addFoot(
        to page: inout Page,
        _ number: Int,
        of pages: Int,
        code: (_ page: Int, _ pages: Int) -> PageStamp?
    ) {
        guard compositor.options.place == nil else { return }
        let stamp = code(number, pages)
        page.marks +=
            FormFoot(composition: self, page: number, pages: pages, stamp: stamp).marks
        guard isForAuthor else { return }
        let ruler = AuthorRuler(style: style, size: paper)
        page.marks.insert(contentsOf: ruler.marks, at: 0)
    }

    /// The blocks, with rows that grow as far as the page has room for them.
    private mutating func fittingBlocks(in room: Double) throws(TableError) -> [Laid] {
        // A sheet goes on over as many pages as it needs: nothing is pressed to fit one.
        if template.isSheet { return try blocks() }
        for freedom in Freedom.ladder {
            restart(freedom)
            let blocks = try blocks()
            if height(of: blocks) <= room + 1e-6 { return blocks }
        }
        restart(.none)
        let tight = try blocks()
        let flexible = template.blocks.reduce(0) { $0 + $1.flexibleRows }
        let spare = (room - height(of: tight)) / Double(max(1, flexible))
        guard spare > 0, flexible > 0 else { return tight }
        restart(Freedom(rows: .none, lists: false, extra: spare))
        let eased = try blocks()
        guard height(of: eased) > room + 1e-6 else { return eased }
        restart(.none)
        return try blocks()
    }

    func height(of blocks: [Laid]) -> Double {
        blocks.reduce(0) { $0 + $1.height }
    }

    /// What the margin and the foot take at the bottom.
    var bottom: Double { style.margins.bottom + footHeight }

    /// The height of the foot, which holds the code and what must stay white above it.
    private var footHeight: Double {
        guard compositor.options.isStamped else { return Self.bareFootHeight }
        let code = Double(compositor.options.codeSide) * style.sizes.module
        return max(Self.leastFootHeight, code + Self.aboveCode)
    }

    /// The height of a foot with a code that nobody signed.
    static let leastFootHeight = 21.0
    private static let aboveCode = 4.5
    /// The height of a foot with nothing but the page number.
    private static let bareFootHeight = 8.0

    /// The look of the title.
    var titleLook: TextStyle {
        var look = texts.title
        look.size = template.titleSize ?? look.size
        return look
    }

    /// The look of what stands at the top of later pages.
    var continuationLook: TextStyle {
        var look = titleLook
        look.size *= 0.7
        return look
    }

    /// The height from the upper margin of a later page to what goes on there.
    var continuationHeight: Double {
        template.continuation.isEmpty ? 0 : continuationLook.em * 2.1
    }

    /// The height from the upper margin to the first block.
    var titleHeight: Double {
        guard template.showsTitle else { return 0 }
        return titleLook.em * 2.1 + (template.subtitle.isEmpty ? 0 : texts.subtitle.em * 1.8)
    }
}

extension FormBlock {
    /// The number of rows that may be higher than stated.
    fileprivate var flexibleRows: Int {
        guard case .table(let table) = self else { return 0 }
        return table.rows.count { row in
            switch row.height {
            case .growing, .stretching: true
            case .usual, .fixed: false
            }
        }
    }
}
