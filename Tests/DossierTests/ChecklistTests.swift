import CandidateFixtures
import Foundation
import Sealing
import Testing

@Suite struct ChecklistTests {
    let home: TemporaryFolder
    let dossier: Command

    init() throws {
        home = try TemporaryFolder()
        dossier = Command(in: home)
    }

    @Test func `the sheet is made beside the answer, and the exit code stays that of the answer`()
        throws
    {
        let small = try SmallCandidate().write(to: "c", in: home)
        for (folder, status) in [(Repository.sample("hunan-2026"), Int32(0)), (small, 2)] {
            let file = home.path("sheet\(status).pdf")
            let run = try dossier("checklist", folder, "--pdf", file, "--date", "2026-02-05")
            #expect(run.status == status, "\(run)")
            #expect(run.output.contains(file))
            let attributes = try FileManager.default.attributesOfItem(atPath: file)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            let again = home.path("again\(status).pdf")
            try dossier("checklist", folder, "--pdf", again, "--date", "2026-02-05")
            let names = ["sheet\(status).pdf", "again\(status).pdf"]
            #expect(try home.bytes(of: names[0]) == home.bytes(of: names[1]))
        }
    }

    @Test func `a sheet that exists is left alone without --force`() throws {
        let folder = try SmallCandidate().write(to: "c", in: home)
        try home.write("mine", to: "sheet.pdf")
        let arguments = ["checklist", folder, "--pdf", home.path("sheet.pdf")]
        let refused = try dossier(arguments)
        #expect(refused.status == 1)
        #expect(refused.errors.contains("--force") && refused.output.isEmpty)
        #expect(try home.bytes(of: "sheet.pdf") == Array("mine".utf8))
        #expect(try dossier(arguments + ["--force"]).status == 2)
        #expect(try home.bytes(of: "sheet.pdf").starts(with: Array("%PDF-1.7".utf8)))
    }

    @Test func `where nothing can be written it is 1 and nothing is left`() throws {
        let folder = try SmallCandidate().write(to: "c", in: home)
        let run = try dossier("checklist", folder, "--pdf", home.path("no/sheet.pdf"))
        #expect(run.status == 1)
        #expect(try home.names() == ["c"])
    }

    @Test(
        .enabled(if: OutsideTool.isInstalled("pdftotext"), "needs pdftotext"),
        arguments: ["hubei-2025", "hunan-2026"]
    )
    func `the text of the sheet comes out in the order of reading`(area: String) throws {
        let file = home.path("sheet.pdf")
        try dossier("checklist", Repository.sample(area), "--pdf", file, "--date", "2026-02-05")
        let tool = try #require(OutsideTool("pdftotext"))
        // As drawn: without -raw, pdftotext guesses columns by where text stands, as on a newspaper's page.
        // And it takes the narrow gap between Chinese and Western characters for a space.
        let text = try tool.run(["-raw", file, "-"]).replacing(" ", with: "")
        let words = [
            "报名材料核对表", "姓名", "编制日期", "序号", "应交材料", "小2寸白底证件照", "毕业证书", "不需要", "需要时可交",
            "另须注意", "备注", "考生签名",
        ]
        var rest = text[...]
        for word in words {
            let range = try #require(rest.range(of: word), "\(word)")
            rest = rest[range.upperBound...]
        }
        #expect(!text.contains("99010") && !text.contains("99020"))
    }

    @Test func `the terminal asks what is open and cuts the table at its width`() throws {
        let folder = try SmallCandidate().write(to: "c", in: home)
        let run = try dossier(
            "checklist",
            folder,
            "--lang",
            "zh",
            environment: ["COLUMNS": "80"]
        )
        #expect(run.lines[1].hasPrefix("状态") && run.lines[1].hasSuffix("办理处"))
        #expect(run.lines.contains { $0.hasSuffix("…") })
        #expect(run.output.contains("问：是否应届毕业生？（是 / 否）"))
        let english = try dossier("checklist", folder)
        #expect(english.output.contains("Question: Graduating this year? (") == true)
    }

    @Test func `programs get questions, sources and the points of review`() throws {
        let folder = try SmallCandidate().write(to: "c", in: home)
        let run = try dossier("checklist", folder, "--json", "--lang", "zh")
        let value = try JSONValue(parsing: Array(run.output.utf8.dropLast()))
        let questions = try #require(value["questions"]?.array)
        let fresh = questions.first { $0["key"] == "freshGraduate" }
        #expect(fresh?["question"] == "是否应届毕业生？")
        #expect(fresh?["answers"] == ["true", "false"])
        #expect(fresh?["materials"]?.array?.isEmpty == false)
        let photo = value["materials"]?.array?.first { $0["id"] == "hb.photo" }
        #expect(photo?["source"]?.string?.isEmpty == false)
        #expect(photo?["notes"]?.array?.isEmpty == false && photo?["reviewer"] == [])
    }

    @Test(arguments: [["--date", "2026-01-01"], ["--force"], ["--pdf", "x", "--date", "soon"]])
    func `options that make no sense are 64`(options: [String]) throws {
        #expect(try dossier(["checklist", home.path("c")] + options).status == 64)
    }
}
