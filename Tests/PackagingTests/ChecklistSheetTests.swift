import CandidateFixtures
import FormLayout
import PageLayout
import ProfileFixtures
import Registration
import Review
import TemplateCatalog
import Testing

@testable import Packaging

@Suite struct ChecklistSheetTests {
    private static let areas = ["hubei-2025", "hunan-2026"]

    private func sheet(_ list: CandidateChecklist) throws -> ChecklistSheet {
        let catalog = try Repository.catalog()
        let messages = try catalog.messageTexts()
        return ChecklistSheet(
            list: list,
            style: try catalog.checklistStyle(),
            look: try catalog.dossierStyle(),
            wording: ConditionWording(area: list.area, messages: messages, language: .zh),
            messages: messages,
            measure: Typewriter(),
            date: PackRun.anyDay.date.description
        )
    }

    private func list(
        _ area: Area,
        _ profile: [String: ProfileValue],
        name: String = "试样甲",
        have: [String: Int] = [:]
    ) -> CandidateChecklist {
        CandidateChecklist(
            area: area,
            candidate: Candidate(
                name: name,
                idKind: "二代身份证",
                idNumber: "990101199001010019",
                profile: profile
            ),
            requirements: area.requirements(for: profile),
            have: have
        )
    }

    @Test(arguments: areas)
    func `the sheet of a sample is laid out as before`(area: String) throws {
        let list = try CandidateChecklist(
            at: Repository.sample(area),
            catalog: Repository.catalog()
        )
        try GoldenFile.expect(try sheet(list).layout().text, matches: "checklist-\(area).txt")
    }

    @Test(arguments: areas)
    func `in a dossier the sheet stays in its room and out of the corner`(area: String) throws {
        let list = try CandidateChecklist(
            at: Repository.sample(area),
            catalog: Repository.catalog()
        )
        let place = SheetFilling.place(of: .review)
        let pages = try sheet(list).pages(in: place)
        // Sums of millimetres differ in their last digits.
        let room = place.content.inset(-1e-6)
        for box in pages.flatMap({ $0.extents(Typewriter()) }) {
            let isBesideCorner = box.right <= room.right - place.corner.width
            let bottom = isBesideCorner ? room.bottom : room.bottom - place.corner.height
            #expect(box.x >= room.x && box.right <= room.right)
            #expect(box.y >= room.y && box.bottom <= bottom)
        }
        let levels = pages.flatMap(\.marks).compactMap { mark -> Int? in
            if case .begin(.heading(let level)) = mark { level } else { nil }
        }
        #expect(levels.first == 2)
        #expect(levels.dropFirst().allSatisfy { $0 == 3 })
        // The same words as on the sheet alone, but for its strips and the heads that repeat.
        let words = Set(pages.flatMap(\.words).joined())
        #expect(words.isSuperset(of: list.items.flatMap { $0.requirement.material.title }))
    }

    @Test func `in a dossier each row tells need, clause and pages, and has two boxes`()
        async throws
    {
        let home = try TemporaryFolder()
        let review = try await PackRun().review(SmallCandidate().write(to: "c", in: home))
        let drawing = try review.drawing("print")
        let plan = try drawing.plan()
        let pages = drawing.checklist(plan, date: "2026-02-05")
        #expect(pages.count == plan.volumes[0].sheets.count { $0.kind.name == "checklist" })
        let words = pages.flatMap(\.words)
        #expect(words.contains("页码") && !words.contains("办理处"))
        for material in drawing.contents.presentMaterials {
            let numbers = material.pictures.compactMap { plan.pages[$0] }
            let first = try #require(numbers.first)
            let last = try #require(numbers.last)
            #expect(words.contains(first == last ? "\(first)" : "\(first)–\(last)"))
        }
        let joined = words.joined()
        for material in drawing.contents.materials {
            #expect(joined.contains(material.title))
            #expect(joined.contains(material.clause.section))
        }
        // Two squares for each material that must be there or is.
        let squares = pages.flatMap(\.marks).count { mark in
            if case .box(let box, _, _) = mark { abs(box.width - 4) < 0.01 } else { false }
        }
        #expect(squares == 2 * drawing.contents.materials.count)
        for page in pages { #expect(page.firstStructureFault == nil) }
    }

    @Test func `in a dossier no page has the place to sign, or the notice, without rows above`()
        throws
    {
        var area = try Repository.catalog().area("hubei-2025").area
        // A dossier does not tell what the manual says besides.
        area.advice = []
        let sheet = try sheet(list(area, [:]))
        var profiles = RandomProfiles(area, seed: 2026, openPercent: 0)
        var lengths: Set<Int> = []
        for _ in 0..<40 {
            let profile = profiles.next()
            var have: [String: Int] = [:]
            for material in area.materials { have[material.id] = profiles.below(4) }
            let list = list(area, profile, have: have)
            let pages = sheet.of(list).pages(in: SheetFilling.place(of: .review))
            let last = try #require(pages.last).words
            #expect(last.contains("考生签名") && last.contains("备注"))
            #expect(last.contains("本表由规则数据生成，以考区当年通知为准。"))
            let rows = last.count { $0.hasPrefix("有 ") }
            #expect(rows >= min(2, list.items.count), "\(profile)")
            lengths.insert(pages.count)
        }
        #expect(lengths.count > 1)
    }

    @Test func `a material is excused as its findings say`() {
        let titles = ["b": "毕业证书"]
        func excuse(_ findings: [Finding]) -> CandidateChecklist.Excuse? {
            DossierContents.excuse(from: "a", findings, titles: titles, reason: "在读")
        }
        let waived = Finding(.materialWaived, .note, material: "a", measured: "在读")
        #expect(excuse([waived]) == .waived("在读"))
        func elsewhere(_ other: String?) -> Finding {
            Finding(.materialSatisfiedElsewhere, .note, material: "a", measured: other)
        }
        #expect(excuse([elsewhere("b")]) == .instead(of: "毕业证书"))
        // A copy for outside eyes does not say by what.
        #expect(excuse([elsewhere(nil)]) == .instead(of: nil))
        #expect(excuse([Finding(.materialMissing, .error, material: "a")]) == nil)
        #expect(excuse([Finding(.materialWaived, .note, material: "b")]) == nil)
    }

    @Test(arguments: areas)
    func `for no profile does anything overlap or leave the page`(name: String) throws {
        let area = try Repository.catalog().area(name).area
        let sheet = try sheet(list(area, [:]))
        var profiles = RandomProfiles(area, seed: 2026, openPercent: 25)
        var pages = 0
        for number in 0..<250 {
            let profile = number == 0 ? [:] : profiles.next()
            var have: [String: Int] = [:]
            for material in area.materials { have[material.id] = profiles.below(4) }
            let each = sheet.of(list(area, profile, have: have))
            let layout = each.layout()
            for page in layout.pages {
                let fault = page.firstFault(within: each.area) ?? page.firstStructureFault
                #expect(fault == nil, "\(profile): \(fault ?? "")")
            }
            pages += layout.pages.count
        }
        #expect(pages > 500)
    }

    @Test func `the table's head stands on every page of the table, and rows stay whole`() throws {
        let area = try Repository.catalog().area("hubei-2025").area
        let pages = try sheet(list(area, [:])).layout().pages
        #expect(pages.count > 2)
        let withRows = pages.filter { $0.words.contains { $0.hasPrefix("二（") } }
        #expect(withRows.count > 1)
        for page in withRows { #expect(page.words.count { $0 == "办理处" } == 1) }
        for (index, page) in pages.enumerated() {
            #expect(page.words.contains("第 \(index + 1) 页，共 \(pages.count) 页"))
            #expect(page.words.contains("本表由规则数据生成，以考区当年通知为准。"))
        }
    }

    @Test func `groups stand in order, and words tell what is open and what is missing`() throws {
        let area = try Repository.catalog().area("hunan-2026").area
        let some: [String: ProfileValue] = ["level": .text("执业助理医师")]
        let layout = try sheet(list(area, some)).layout()
        let titles = layout.bookmarks.map(\.title.first)
        #expect(titles == ["应", "待", "不", "需", "另"])
        // The typesetter draws what stands apart on its own.
        let words = layout.pages.flatMap(\.words).joined()
        #expect(words.contains("取决于：") && words.contains("证件种类"))
        #expect(words.contains("缺 1 张") && words.contains("报考级别：执业助理医师"))
        #expect(words.contains("9901************19") && !words.contains("990101199001010019"))
    }

    @Test func `a row that is longer than a page is cut between its lines, any other never`() {
        let line = FlowLine(pieces: [], baseline: 4, leading: 5, begins: true)
        func row(_ lines: Int) -> FlowBlock {
            let cell = FlowCell(x: 0, width: 50, lines: Array(repeating: line, count: lines))
            return FlowBlock(cells: [cell], isUnderHead: true)
        }
        var head = row(1)
        head.isUnderHead = false
        let pages = PageFlow.pages(
            of: [row(3), row(9), row(50)],
            head: head,
            top: (10, 0),
            bottom: 60
        )
        let counts = pages.map { $0.map { $0.block.cells[0].lines.count } }
        #expect(counts == [[1, 3], [1, 9, 2], [1, 11], [1, 11], [1, 11], [1, 11], [1, 4]])
        for page in pages { #expect(page.allSatisfy { $0.y + $0.block.height <= 60 }) }
    }
}

/// Measures as a typewriter would: Latin half an em, everything else one em.
private struct Typewriter: TextMeasuring {
    func width(of text: String, in style: TextStyle) -> Double {
        var ems = 0.0
        for scalar in text.unicodeScalars { ems += scalar.value < 0x80 ? 0.5 : 1 }
        return ems * style.em
    }

    func missingCharacters(in text: String, role: FontRole) -> [Unicode.Scalar] { [] }

    /// The box of what is seen: spaces at the end, and the blank half of a mark at either end, are not.
    static func ink(_ text: String, _ at: Point, _ style: TextStyle) -> Box {
        let seen = String(text.reversed().drop { $0 == " " }.reversed())
        let between = Double(max(0, seen.unicodeScalars.count - 1)) * style.tracking
        let width = Self().width(of: seen, in: style) + between
        let box = Box(at.x, at.y - style.em * 0.86, width, style.em * 0.96)
        let opens = seen.first.map { "（《「【“".contains($0) } ?? false
        let closes = seen.last.map { "）》」】”，。、；：？！".contains($0) } ?? false
        return box.inset(left: opens ? style.em / 2 : 0, right: closes ? style.em / 2 : 0)
    }
}

extension ChecklistSheet {
    /// The same sheet about somebody else.
    fileprivate func of(_ list: CandidateChecklist) -> Self {
        Self(
            list: list,
            style: style,
            look: look,
            wording: wording,
            messages: messages,
            measure: measure,
            date: date
        )
    }
}

extension Page {
    /// The first text or box that leaves the area, or text that touches another; nil if there is none.
    fileprivate func firstFault(within area: Box) -> String? {
        var texts: [(text: String, box: Box)] = []
        for mark in marks {
            let (name, box): (String, Box) =
                switch mark {
                case .text(let text, let at, let style): (text, Typewriter.ink(text, at, style))
                case .box(let box, _, _): ("box", box)
                default: ("", area)
                }
            guard box.x >= area.x - 0.01, box.right <= area.right + 0.01,
                box.y >= area.y - 0.01, box.bottom <= area.bottom + 0.01
            else { return "\(name) leaves the page" }
            if case .text = mark { texts.append((name, box)) }
        }
        texts.sort { $0.box.y < $1.box.y }
        for (index, one) in texts.enumerated() {
            for other in texts[(index + 1)...].prefix(while: { $0.box.y < one.box.bottom })
            where one.box.x < other.box.right - 0.01 && other.box.x < one.box.right - 0.01 {
                return "\(one.text) touches \(other.text)"
            }
        }
        return nil
    }
}
