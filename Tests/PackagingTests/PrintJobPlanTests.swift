import Testing

@testable import Packaging

@Suite struct PrintJobPlanTests {
    private typealias Lengths = PrintJobPlan.Lengths

    /// The runs in one line: kind, archive and first page of each, from 1.
    private func text(_ plan: PrintJobPlan) -> String {
        plan.runs.map { run in
            let kind =
                switch run.kind {
                case .control: "list"
                case .bag: "bag"
                case .separator: "sheet"
                case .volume(let number): "volume\(number + 1)"
                case .blank: "blank"
                }
            return kind + (run.archive.map { "/\($0 + 1)" } ?? "") + "@\(run.first + 1)"
        }.joined(separator: " ")
    }

    @Test(
        arguments: [
            // One side of the paper: nothing is blank.
            (
                false, true, nil,
                "list@1 sheet/1@2 volume1/1@3 sheet/2@8 volume1/2@9 volume2/2@13", [2, 8], 15
            ),
            (false, false, nil, "list@1 volume1/1@2 volume1/2@7 volume2/2@11", [2, 7], 13),
            // Both sides: list, sheets and volumes begin on odd pages, the last has no blank behind it.
            (
                true, true, nil,
                "list@1 blank@2 sheet/1@3 blank/1@4 volume1/1@5 blank/1@10 sheet/2@11 blank/2@12 "
                    + "volume1/2@13 volume2/2@17",
                [3, 11], 19
            ),
            (
                true, false, nil, "list@1 blank@2 volume1/1@3 blank/1@8 volume1/2@9 volume2/2@13",
                [3, 9], 15
            ),
            (
                false, true, PrintJobOptions.Bags.before,
                "list@1 bag/1@2 sheet/1@3 volume1/1@4 bag/2@9 sheet/2@11 volume1/2@12 volume2/2@16",
                [2, 9], 18
            ),
            (
                true, false, .end,
                "list@1 blank@2 volume1/1@3 blank/1@8 volume1/2@9 volume2/2@13 blank/2@16 bag/1@17 "
                    + "blank/1@18 bag/2@19",
                [3, 9], 20
            ),
        ] as [(Bool, Bool, PrintJobOptions.Bags?, String, [Int], Int)]
    )
    func `an archive of five pages and one of four and three stand where they should`(
        isDuplex: Bool,
        hasSeparators: Bool,
        bags: PrintJobOptions.Bags?,
        runs: String,
        starts: [Int],
        pages: Int
    ) {
        let plan = PrintJobPlan(
            [Lengths(volumes: [5], bag: 1), Lengths(volumes: [4, 3], bag: 2)],
            control: 1,
            isDuplex: isDuplex,
            hasSeparators: hasSeparators,
            bags: bags
        )
        #expect(text(plan) == runs)
        #expect(plan.starts.map { $0 + 1 } == starts)
        #expect(plan.pageCount == pages)
        #expect(plan.sheetCount == (isDuplex ? (pages + 1) / 2 : pages))
    }

    @Test(arguments: 1...200)
    func `pages follow each other, and on both sides everything begins on a front page`(seed: Int) {
        var state = UInt64(seed)
        func random(_ range: ClosedRange<Int>) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return range.lowerBound + Int(state >> 33) % range.count
        }
        let archives = (0..<random(1...30)).map { _ in
            Lengths(volumes: (0..<random(1...3)).map { _ in random(1...9) }, bag: random(1...2))
        }
        let isDuplex = random(0...1) == 1
        let bags = [nil, PrintJobOptions.Bags.before, .end][random(0...2)]
        let plan = PrintJobPlan(
            archives,
            control: random(1...3),
            isDuplex: isDuplex,
            hasSeparators: random(0...1) == 1,
            bags: bags
        )
        var next = 0
        for run in plan.runs {
            #expect(run.first == next)
            next += run.count
            if isDuplex { #expect(run.first.isMultiple(of: 2) == (run.kind != .blank)) }
            if run.kind == .blank { #expect(isDuplex && run.count == 1) }
        }
        #expect(next == plan.pageCount)
        #expect(plan.runs.last?.kind != .blank)
        let volumes = plan.runs.filter { if case .volume = $0.kind { true } else { false } }
        #expect(volumes.map(\.count) == archives.flatMap(\.volumes))
        #expect(plan.starts == plan.starts.sorted())
    }
}
