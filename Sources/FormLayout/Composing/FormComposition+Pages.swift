import PageLayout

extension FormComposition {
    /// The pages: one if it can be, then what goes on on addendum sheets.
    mutating func pages(
        code: (_ page: Int, _ pages: Int) -> PageStamp?
    ) throws(TableError) -> FormPages {
        if let page = try masteredPage() {
            let pages = footed([page], code: code)
            return FormPages(layout: DocumentLayout(pages: pages), continued: [], ownPages: 1)
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
        let pages = footed(flow.closed(), code: code)
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

    /// The pages with their feet, which know how many pages there are.
    private func footed(
        _ pages: [Page],
        code: (_ page: Int, _ pages: Int) -> PageStamp?
    ) -> [Page] {
        guard compositor.options.place == nil else { return pages }
        var pages = pages
        for index in pages.indices {
            let foot = FormFoot(
                composition: self,
                page: index + 1,
                pages: pages.count,
                stamp: code(index + 1, pages.count)
            )
            pages[index].marks += foot.marks
            if isForAuthor {
                let ruler = AuthorRuler(style: style, size: paper)
                pages[index].marks.insert(contentsOf: ruler.marks, at: 0)
            }
        }
        return pages
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
