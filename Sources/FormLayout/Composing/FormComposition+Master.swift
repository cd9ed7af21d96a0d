import PageLayout

extension FormComposition {
    /// The page of a form whose answers have room where they had it on an earlier one, which is laid out
    /// but for them; nil for a form that must be laid out as a whole.
    mutating func masteredPage() throws(TableError) -> Page? {
        guard compositor.isMastered else { return nil }
        restart(.all)
        if compositor.masters.holes == nil { try addMaster(for: nil) }
        guard let holes = compositor.masters.holes, let sets = try sets(in: holes) else {
            return nil
        }
        let heights = zip(holes, sets).filter { $0.0.part.onlyField == nil }.map(\.1.height)
        if compositor.masters[heights] == nil { try addMaster(for: heights) }
        return compositor.masters[heights]?.filled { number, box in
            let (content, height) = sets[number]
            return content.marks(in: box.aligned(holes[number].alignment, height: height))
        }
    }

    /// What stands in the holes; nil if an answer needs more room.
    private mutating func sets(
        in holes: [MasterDraft.Hole]
    ) throws(TableError) -> [FormMasters.SetAnswer]? {
        var sets: [FormMasters.SetAnswer] = []
        sets.reserveCapacity(holes.count)
        for (number, hole) in holes.enumerated() {
            let answer = hole.part.onlyField.flatMap { answers[$0] }
            if let known = compositor.masters.known(number, answer) {
                sets.append(known)
                continue
            }
            let content = try content(of: hole.part)
            let height = content.height(width: hole.part.width)
            guard continuations.isEmpty, hole.part.onlyField == nil || height < hole.room else {
                return nil
            }
            compositor.masters.keep((content, height), number, answer)
            sets.append((content, height))
        }
        return sets
    }

    /// Lays out the form without its answers, if it has one page even so.
    private func addMaster(for heights: [Double]?) throws(TableError) {
        var composition = self
        composition.restart(.all)
        composition.draft = MasterDraft()
        let room = area.height - titleHeight
        let blocks = try composition.blocks()
        guard height(of: blocks) <= room + 1e-6 else { return }
        var flow = FormFlow(composition)
        flow.open()
        try flow.add(blocks, room: room)
        let pages = flow.closed()
        guard pages.count == 1, let holes = composition.draft?.holes else { return }
        compositor.masters.add(FormMaster(pages[0]), holes, for: heights ?? [])
    }
}

extension FormTemplate {
    /// Whether all that answers change stands in a cell or is a paragraph, so that forms have masters.
    var hasMasters: Bool {
        guard !isSheet, !notes.contains(where: { $0.hasFields }),
            conditions.allSatisfy(\.isEmpty)
        else { return false }
        return blocks.allSatisfy { block in
            switch block {
            case .table(let table): table.size == nil
            case .signs(let texts): !texts.contains { $0.hasFields }
            case .text, .rule, .space, .stretch: true
            case .list, .items, .code: false
            }
        }
    }
}
