import FormFixtures
import FormLayout
import PageLayout
import TemplateCatalog
import Testing

@testable import Packaging

@Suite struct `Each sheet of a dossier` {
    @Test(arguments: SheetTemplate.allCases, SheetFilling.allCases)
    func `is the golden one`(_ sheet: SheetTemplate, _ filling: SheetFilling) throws {
        let text = DocumentLayout(pages: try filling.pages(of: sheet)).text
        try GoldenFile.expect(text, matches: "sheet-\(sheet)-\(filling).txt")
    }

    @Test(arguments: SheetTemplate.allCases, SheetFilling.allCases)
    func `overlaps nothing and crosses no line`(
        _ sheet: SheetTemplate,
        _ filling: SheetFilling
    ) throws {
        let fonts = try FormRepository.fonts()
        for page in try filling.pages(of: sheet) {
            let faults = PageScrutiny(page, measure: fonts, margin: 8).faults
            #expect(faults.isEmpty)
        }
    }

    @Test(arguments: SheetTemplate.allCases, SheetFilling.allCases)
    func `stays in its room and out of the corner`(
        _ sheet: SheetTemplate,
        _ filling: SheetFilling
    ) throws {
        let fonts = try FormRepository.fonts()
        let place = SheetFilling.place(of: sheet)
        let (content, size) = (place.content, place.corner)
        let corner = Box(
            content.right - size.width,
            content.bottom - size.height,
            size.width,
            size.height
        )
        for box in try filling.pages(of: sheet).flatMap({ $0.extents(fonts) }) {
            #expect(box.x >= content.x && box.right <= content.right)
            #expect(box.y >= content.y && box.bottom <= content.bottom)
            #expect(box.right <= corner.x || box.bottom <= corner.y)
        }
    }

    @Test(arguments: SheetTemplate.allCases)
    func `is one page when it is blank`(_ sheet: SheetTemplate) throws {
        let pages = try SheetFilling.blank.pages(of: sheet)
        #expect(pages.count == 1)
    }

    @Test(arguments: SheetFilling.allCases)
    func `is one page if it is the cover, however much it says`(_ filling: SheetFilling) throws {
        #expect(try filling.pages(of: .cover).count == 1)
    }

    @Test func `says on the cover only what is so`() throws {
        func words(_ change: (inout CoverContents) -> Void) throws -> String {
            var cover = CoverContents.sample(of: .usual)
            change(&cover)
            let place = SheetFilling.place(of: .cover)
            let pages = try SheetFilling.compositor(.cover).pages(cover.answers, in: place)
            return pages.flatMap(\.texts).joined().filter { $0 != " " }
        }
        let usual = try words { _ in }
        #expect(usual.contains("卷宗") && usual.contains("无问题") && usual.contains("未封印"))
        #expect(usual.contains("未作改动") && !usual.contains("对外副本"))
        // A row without a value is left out.
        let identity = try words { $0.values["identity"] = "大陆居民" }
        #expect(!usual.contains("大陆居民") && identity.contains("大陆居民"))
        #expect(try words { $0.volume = .init(number: 2, count: 3) }.contains("第2册·共3册"))
        let masked = try words { $0.isMasked = true }
        #expect(masked.contains("卷宗·对外副本") && !masked.contains("未作改动"))
        let repaired = try words { $0.repaired = 3 }
        #expect(repaired.contains("3张经修复") && !repaired.contains("未作改动"))
        let signed = try words { $0.key = "7K3Q" }
        #expect(signed.contains("密钥7K3Q") && !signed.contains("未封印"))
        let faulty = try words { $0.findings = .init(errors: 2, warnings: 0) }
        #expect(faulty.contains("错误2·警告0") && !faulty.contains("无问题"))
    }

    @Test func `has the portrait at the top right, no larger than its place and not distorted`()
        throws
    {
        let marks = try SheetFilling.usual.pages(of: .cover).flatMap(\.marks)
        let boxes = marks.compactMap { mark -> Box? in
            if case .picture(_, let box, _) = mark { box } else { nil }
        }
        let box = try #require(boxes.first)
        #expect(boxes.count == 1)
        #expect(box.width <= 35.001 && box.height <= 49.001)
        #expect(abs(box.width / box.height - 413.0 / 579) < 1e-6)
        #expect(abs(box.height - 49) < 0.01 || abs(box.width - 35) < 0.01)
    }

    @Test(arguments: SheetTemplate.allCases, SheetFilling.allCases)
    func `has one heading of the level that it is given, and none above`(
        _ sheet: SheetTemplate,
        _ filling: SheetFilling
    ) throws {
        let levels = try filling.pages(of: sheet).flatMap(\.marks).compactMap { mark -> Int? in
            if case .begin(.heading(let level)) = mark { level } else { nil }
        }
        let level = SheetFilling.place(of: sheet).headingLevel
        #expect(levels.first == level)
        #expect(levels.count { $0 == level } == 1)
        #expect(levels.allSatisfy { $0 >= level })
    }

    @Test(arguments: SheetTemplate.allCases)
    func `asks for what its contents give`(_ sheet: SheetTemplate) throws {
        let template = try FormRepository.catalog().sheet(sheet)
        #expect(template.id == sheet.rawValue)
        #expect(template.isSheet)
        for (id, answer) in SheetFilling.longest.answers(to: sheet) {
            let field = try #require(template.field(id))
            guard case .rows(let rows) = answer else { continue }
            let columns = Set(field.columns?.map(\.id) ?? [])
            #expect(rows.allSatisfy { columns.isSuperset(of: $0.keys) })
        }
    }

    @Test func `lists a thousand archives, each once, under a head on each page`() throws {
        let pages = try SheetFilling.compositor(.control)
            .pages(PrintJobContents.of(1000).control, in: nil)
        #expect(pages.count > 20)
        var numbers: [String] = []
        for page in pages {
            let words = page.texts
            #expect(words.count { $0 == "档案编号" } == 1)
            let rows = words.indices.filter { words[$0].hasPrefix("990101") }
            numbers += rows.map { row in
                words[..<row].last { Int($0) != nil } ?? ""
            }
        }
        #expect(numbers == (1...1000).map { "\($0)" })
        let ends = pages.map { page in page.texts.contains { $0.contains("23000") } }
        #expect(ends.firstIndex(of: true) == pages.count - 1)
    }

    @Test func `parts no box in which a review is written down`() throws {
        let compositor = try SheetFilling.compositor(.review)
        for count in 1...40 {
            var contents = SheetContents.usual
            let material = contents.materials[1]
            contents.materials = [SheetContents.Material](repeating: material, count: count)
            let place = SheetFilling.place(of: .review)
            let pages = try compositor.pages(contents.review, in: place)
            let first = try #require(pages.firstIndex { $0.texts.contains("初审（考点）") })
            let seal = try #require(pages.firstIndex { $0.texts.contains("考点盖章") })
            #expect(first == seal)
            #expect(seal == pages.count - 1)
        }
    }

    @Test func `has a review of twelve materials on one page`() throws {
        var contents = SheetContents.usual
        let material = contents.materials[1]
        contents.materials = [SheetContents.Material](repeating: material, count: 12)
        let pages = try SheetFilling.compositor(.review)
            .pages(contents.review, in: SheetFilling.place(of: .review))
        #expect(pages.count == 1)
    }

    @Test func `says that nothing is missing where nothing is`() throws {
        var contents = SheetContents.usual
        contents.missing = []
        contents.repairs = []
        let words = try SheetFilling.compositor(.reference)
            .pages(contents.reference, in: SheetFilling.place(of: .reference)).flatMap(\.texts)
        #expect(words.joined().contains("缺少的材料：无。"))
        #expect(!words.contains("修复的内容"))
    }
}

extension Page {
    /// The texts in reading order.
    fileprivate var texts: [String] {
        marks.compactMap { if case .text(let text, _, _) = $0 { text } else { nil } }
    }

    /// The boxes of all that is seen.
    func extents(_ measure: any TextMeasuring) -> [Box] {
        PageScrutiny(self, measure: measure, margin: 0).textBoxes + drawn
    }

    private var drawn: [Box] {
        marks.compactMap { mark in
            switch mark {
            case .rule(let from, let to, let stroke):
                Box(from.x, from.y, to.x - from.x, to.y - from.y).inset(-stroke.width / 2)
                    .narrowed(alongX: from.y == to.y, by: stroke.width / 2)
            case .box(let box, _, let stroke): box.inset(-(stroke?.width ?? 0) / 2)
            case .code(_, let box), .picture(_, let box, _), .link(let box, _), .field(_, let box):
                box
            case .watermark(let mark): mark.box
            case .text, .begin, .end: nil
            }
        }
    }
}

extension Box {
    /// A line is thick, but no longer than it is.
    fileprivate func narrowed(alongX: Bool, by width: Double) -> Self {
        alongX ? inset(left: width, right: width) : inset(top: width, bottom: width)
    }
}
