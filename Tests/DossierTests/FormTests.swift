import CandidateFixtures
import Foundation
import Sealing
import Testing

/// `dossier form list`, `show` and `lint`.
@Suite struct FormTests {
    let home: TemporaryFolder
    let dossier: Command

    init() throws {
        home = try TemporaryFolder()
        dossier = Command(in: home)
    }

    @Test(arguments: [["form"], ["form", "list"], ["form", "list", "--area", "hunan-2026"]])
    func `forms are listed with the areas that they serve`(arguments: [String]) throws {
        let run = try dossier(arguments + ["--lang", "zh"])
        #expect(run.status == 0)
        let line = run.lines.first { $0.hasPrefix("practice-proof ") }
        #expect(line?.contains("医师资格考试医学专业工作实践证明") == true)
        #expect(line?.hasSuffix("hunan-2026 hubei-2025") == true)
    }

    @Test func `a form for one area is not listed for another`() throws {
        let run = try dossier("form", "list", "--area", "hubei-2025", "--json")
        #expect(run.status == 0)
        let forms = try JSONValue(parsing: Array(run.output.utf8))["forms"]?.array ?? []
        #expect(!forms.contains { $0["id"]?.string == "personal-pledge" })
        #expect(try dossier("form", "list", "--area", "hubei-2026").status == 1)
    }

    @Test func `a candidate is told which forms are needed`() throws {
        let run = try dossier("form", "list", "--for", Repository.sample("hunan-2026"))
        #expect(run.status == 0)
        // The sample is an assistant physician with a first registration elsewhere: no graduate, no foreigner.
        let ids = run.lines.compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(ids == ["assistant-practice-proof", "first-registration", "materials-cover"])
        #expect(try dossier("form", "list", "--for", "x", "--area", "hunan-2026").status == 64)
    }

    @Test(arguments: ["zh", "en"])
    func `a form is shown with each field and where its answer comes from`(
        language: String
    ) throws {
        let run = try dossier("form", "show", "practice-proof", "--lang", language)
        #expect(run.status == 0)
        let isChinese = language == "zh"
        func line(_ id: String) -> Substring? { run.lines.first { $0.hasPrefix("  \(id) ") } }
        #expect(line("name")?.contains(isChinese ? "必填" : "required") == true)
        #expect(line("name")?.hasSuffix("← name") == true)
        #expect(line("sex")?.contains("男/女") == true)
        #expect(line("unit")?.contains("100") == true)
        #expect(run.lines.contains("    education | graduated"))
        // A key that has no words is printed as it is.
        #expect(!run.output.contains("form."))
    }

    @Test func `programs are told all of a form`() throws {
        let run = try dossier("form", "show", "practice-proof", "--json")
        let value = try JSONValue(parsing: Array(run.output.utf8))
        #expect(value["sheetPer"]?.string == "units")
        #expect(value["serves"]?.array?.first?["material"]?.string == "hn.practice")
        let fields = value["fields"]?.array ?? []
        #expect(fields.first?["from"]?.string == "name")
        let work = fields.first { $0["id"]?.string == "work" }
        #expect(work?["columns"]?.array?.count == 6)
        #expect(value["blocks"]?.array?.count == 4)
        #expect(!run.output.contains("…"))
    }

    @Test func `a form that is not known is 1, with what was meant`() throws {
        let run = try dossier("form", "show", "practice-prof")
        #expect(run.status == 1)
        #expect(run.errors.contains("did you mean \"practice-proof\"?"))
    }

    @Test(arguments: [
        ("en", "error: no field has the id \"sexx\"; did you mean \"sex\"?"),
        ("zh", "错误: 没有编号为“sexx”的填写项；是否应为“sex”？"),
    ])
    func `every fault of a form is told with its line, and ends with 2`(
        language: String,
        sentence: String
    ) throws {
        let form = try dossier.form("practice-proof").replacing("[name, sex,", with: "[name, sexx,")
        try home.write(form, to: "practice-proof.yaml")
        let file = home.path("practice-proof.yaml")
        let run = try dossier("form", "lint", file, "--lang", language)
        #expect(run.status == 2)
        let row = form.split(separator: "\n", omittingEmptySubsequences: false)
            .firstIndex { $0.contains("sexx") }
        #expect(run.lines.first.map(String.init) == "\(file):\((row ?? 0) + 1):27: \(sentence)")
        #expect(run.lines.count == 2)
    }

    @Test func `a field that nothing shows is a warning, and 2 only if warnings count`() throws {
        let form = try dossier.form("practice-proof").replacing(
            ", born, nation]",
            with: ", { field: born, span: 3 }]"
        )
        try home.write(form, to: "practice-proof.yaml")
        let file = home.path("practice-proof.yaml")
        let run = try dossier("form", "lint", file, "--lang", "en")
        #expect(run.status == 0)
        #expect(run.output.contains("warning: nothing shows \"nation\""))
        #expect(try dossier("form", "lint", file, "--strict").status == 2)
        let json = try dossier("form", "lint", file, "--json")
        let value = try JSONValue(parsing: Array(json.output.utf8))
        let fault = value["files"]?.array?.first?["faults"]?.array?.first
        #expect(fault?["severity"]?.string == "warning")
        #expect(fault?["column"] == .integer(3))
    }
}

extension Command {
    /// The text of a form that comes with the program.
    fileprivate func form(_ id: String) throws -> String {
        let path = Repository.root + "/Templates/Forms/\(id).yaml"
        let bytes = FileManager.default.contents(atPath: path) ?? Data()
        return String(decoding: bytes, as: UTF8.self)
    }
}
