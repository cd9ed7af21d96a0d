import CandidateFixtures
import Foundation
import Sealing
import Testing

/// `dossier areas diff` and `dossier areas lint`.
@Suite struct AreaRulesTests {
    let home: TemporaryFolder
    let dossier: Command

    init() throws {
        home = try TemporaryFolder()
        dossier = Command(in: home)
    }

    @Test func `who moves is told what the other area asks for besides`() throws {
        let run = try dossier("areas", "diff", "hunan-2026", "hubei-2025", "--lang", "zh")
        #expect(run.status == 0)
        for line in [
            "  图片要求：格式 JPEG/PNG、每张 ≤ 204,800 字节 → 格式 JPEG/PNG、每张 ≤ 512,000 字节",
            "  学历认证报告 — 所有考生 (二（二）学历认证报告 1)",
            "    张数：证件种类为护照时 2 张、其余 3 张 → 证件种类为护照时 1 张、其余 2 张",
            "  《执业助理医师报考执业医师执业期考核证明》 — 助理报考执业 (附件2 一（三）)",
        ] {
            #expect(run.lines.contains { $0 == line }, "\(line)")
        }
    }

    @Test func `an area is like itself`() throws {
        let run = try dossier("areas", "diff", "hunan-2026", "hunan-2026", "--lang", "zh")
        #expect(run.lines.count == 3)
        #expect(run.lines[1] == "两地要求相同")
        let json = try dossier("areas", "diff", "hunan-2026", "hunan-2026", "--json")
        let value = try JSONValue(parsing: Array(json.output.utf8))
        #expect(value["rules"]?.array?.isEmpty == true)
        #expect(value["materials"]?.array?.count == 20)
    }

    @Test func `one candidate is told what concerns them`() throws {
        let run = try dossier(
            "areas",
            "diff",
            "hunan-2026",
            "hubei-2025",
            "--for",
            Repository.sample("hunan-2026"),
            "--json"
        )
        #expect(run.status == 0)
        let value = try JSONValue(parsing: Array(run.output.utf8))
        let steps = value["steps"]?.array ?? []
        func ids(_ change: String, _ side: String) -> [String] {
            steps.filter { $0["change"]?.string == change }.compactMap { $0[side]?.string }
        }
        #expect(ids("added", "to") == ["hb.eduVerify"])
        #expect(ids("dropped", "from") == ["hn.licence", "hn.practiceAsst"])
        #expect(ids("kept", "to") == ["hb.photo"])
        #expect(
            ids("changed", "from") == ["hn.id", "hn.collegeDiploma", "hn.asstQual", "hn.asstPrac"]
        )
        #expect(value["questions"]?.array?.contains(.string("studyMode")) == true)
        #expect(value["refused"]?.array?.isEmpty == true)
    }

    @Test(arguments: ["hubei-2025", "hunan-2026"])
    func `the areas have no faults and no doubts`(area: String) throws {
        let file = Repository.root + "/Templates/Areas/\(area).yaml"
        let run = try dossier("areas", "lint", file, "--strict", "--lang", "en")
        #expect(run.status == 0)
        #expect(run.output == "\(file): no faults.\n")
    }

    @Test func `every fault of a file is told with its line, and ends with 2`() throws {
        let path = Repository.root + "/Templates/Areas/hunan-2026.yaml"
        let text = String(
            decoding: FileManager.default.contents(atPath: path) ?? Data(),
            as: UTF8.self
        )
        let broken = text.replacing("lockScope: image", with: "lockScope: page")
            .replacing("year: 2026", with: "yaer: 2026")
            .replacing("when: { fromAssistant: true }", with: "when: { fromAssistent: true }")
            .replacing("      grade: { label: 级别, ask", with: "      grade: { lable: 级别, ask")
        try home.write(broken, to: "x.yaml")
        let run = try dossier("areas", "lint", home.path("x.yaml"), "--lang", "en")
        #expect(run.status == 2)
        let lines = broken.split(separator: "\n", omittingEmptySubsequences: false)
        func number(_ words: String) -> [Int] {
            lines.indices.filter { lines[$0].contains(words) }.map { $0 + 1 }
        }
        let faults = number("yaer") + number("page") + number("fromAssistent") + number("lable")
        let told = run.lines.compactMap { line -> Int? in
            guard let match = line.firstMatch(of: /x\.yaml:(\d+):\d+: error:/) else { return nil }
            return Int(match.1)
        }
        #expect(Set(faults).subtracting(told).isEmpty, "\(faults) \(told)")
        #expect(run.output.contains("did you mean \"year\"?"))
        #expect(run.output.contains("did you mean \"fromAssistant\"?"))
        #expect(told == told.sorted())
    }

    @Test func `a quotation that the manual does not have is a fault`() throws {
        try home.write("本手册没有写什么。", to: "manual.txt")
        let run = try dossier(
            "areas",
            "lint",
            Repository.root + "/Templates/Areas/hunan-2026.yaml",
            "--manual",
            home.path("manual.txt"),
            "--lang",
            "en"
        )
        #expect(run.status == 2)
        #expect(run.output.contains("this sentence does not stand in the manual"))
    }
}
