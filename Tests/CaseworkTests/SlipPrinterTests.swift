import CandidateFixtures
import FormFixtures
import PageLayout
import Registration
import Sealing
import Testing

@testable import Casework

@Suite struct SlipPrinterTests {
    private static let counts = [1, 4, 30]

    private static func printer() throws -> SlipPrinter {
        try SlipPrinter(
            catalog: Repository.catalog(),
            fonts: PackRun.fonts(),
            toolVersion: "0.0.1"
        )
    }

    private static func slip(_ count: Int) throws -> ReturnSlip {
        try SampleSlip.slip(.returned(SampleSlip.items(count), answerBy: SampleSlip.day + 10))
    }

    private static func pages(_ slip: ReturnSlip) throws -> [Page] {
        try printer().pages(slip, sealedBy: SampleSlip.key())
    }

    @Test(arguments: counts)
    func `overlaps nothing, and names every item once`(count: Int) throws {
        let slip = try Self.slip(count)
        let pages = try Self.pages(slip)
        #expect(pages.count == (count == 30 ? 2 : 1))
        let fonts = try FormRepository.fonts()
        let scrutinies = pages.map { PageScrutiny($0, measure: fonts, margin: 8) }
        #expect(scrutinies.flatMap(\.faults).isEmpty)
        let text = scrutinies.map(\.text).joined()
        for picture in slip.content.outcome.items.compactMap(\.picture) {
            #expect(text.split(separator: picture.hash.prefix).count == 2)
        }
    }

    @Test func `repeats the head of the table on its second page`() throws {
        let fonts = try FormRepository.fonts()
        for page in try Self.pages(Self.slip(30)) {
            let text = PageScrutiny(page, measure: fonts, margin: 8).text
            #expect(text.contains("序号材料图片原因办理审核说明"))
            let heads = page.marks.count { $0 == .begin(.headerCell(.column, columns: 1, rows: 1)) }
            #expect(heads == 6)
        }
    }

    @Test(arguments: [
        (SlipOutcome.returned(SampleSlip.items(1), answerBy: nil), "退回通知单", "未另行规定"),
        (.accepted, "审核通过通知单", "转考区复审"),
        (SampleSlip.rejected, "审核不通过通知单", "已与发证单位核实。"),
    ])
    func `says what was decided, and whose it is only masked`(
        outcome: SlipOutcome,
        title: String,
        words: String
    ) throws {
        let fonts = try FormRepository.fonts()
        let page = try #require(try Self.pages(SampleSlip.slip(outcome)).first)
        let text = PageScrutiny(page, measure: fonts, margin: 8).text
        #expect(text.hasPrefix(title))
        for part in [words, "试**", "9901************19", "长沙市考点（考点初审）"] {
            #expect(text.contains(part))
        }
    }

    @Test(arguments: counts)
    func `carries the slip, which is read from the PDF as from its JSON`(count: Int) throws {
        let home = try TemporaryFolder()
        let slip = try Self.slip(count)
        let key = try SampleSlip.key()
        let path = home.path("slip.pdf")
        try Self.printer().print(slip, sealedBy: key, to: path, replaces: false)
        let json = try home.write(slip.canonicalBytes(), to: "slip.json")
        #expect(try ReturnSlip(readingFileAt: path) == slip)
        #expect(try ReturnSlip(readingFileAt: json) == slip)
        #expect(throws: (any Error).self) {
            try Self.printer().print(slip, sealedBy: key, to: path, replaces: false)
        }
        #expect(try home.names() == ["slip.json", "slip.pdf"])
    }

    @Test func `is not made with a key that did not seal the slip`() throws {
        let slip = try Self.slip(1)
        #expect(throws: SlipError.self) {
            try Self.printer().pages(slip, sealedBy: SampleSlip.key(1))
        }
    }

    @Test(arguments: [("%PDF-1.7\n", SlipError.Code.notAttached), ("", .notJSON)])
    func `A file without a slip is named as such`(text: String, code: SlipError.Code) throws {
        let home = try TemporaryFolder()
        let path = try home.write(text, to: "other")
        let error = #expect(throws: SlipError.self) { try ReturnSlip(readingFileAt: path) }
        #expect(error?.code == code)
        let missing = #expect(throws: SlipError.self) {
            try ReturnSlip(readingFileAt: home.path("missing"))
        }
        #expect(missing?.code == .unreadable)
    }

    @Test(
        .enabled(if: JudgePython.has("pikepdf", "zxingcpp", "base45", "cbor2", "cryptography")),
        .enabled(if: OutsideTool.isInstalled("pdftoppm"))
    )
    func `Others find the slip inside, and its codes sealed`() throws {
        let home = try TemporaryFolder()
        let slip = try Self.slip(30)
        let path = home.path("slip.pdf")
        try Self.printer().print(slip, sealedBy: SampleSlip.key(), to: path, replaces: false)
        let json = try home.write(slip.canonicalBytes(), to: "slip.json")
        let script = """
            import pikepdf, sys
            with pikepdf.open(sys.argv[1]) as pdf:
                file = pdf.attachments["slip.json"]
                assert file.get_file().read_bytes() == open(sys.argv[2], "rb").read()
                assert [str(item.AFRelationship) for item in pdf.Root.AF] == ["/Data"]
            """
        let python = try #require(JudgePython.tool)
        #expect(try python.run(["-c", script, path, json]).isEmpty)
        let trust = try home.write(SampleSlip.trust().canonicalBytes(), to: "trust.json")
        let drawing = try #require(OutsideTool("pdftoppm"))
        try drawing.run(["-r", "150", "-png", path, home.path("page")])
        let digest = try slip.digest().hex.prefix(8)
        for page in 1...2 {
            let said = try python.run([
                "\(Repository.root)/.ci/verify_seal.py", "--trust", trust, "--as-of", "2026-02-05",
                home.path("page-\(page).png"),
            ])
            let words = "试验考点: kind 6, page \(page)/2, area 43, 2026, \(digest)\n"
            #expect(said == "SEALED by \(words)")
        }
    }
}
