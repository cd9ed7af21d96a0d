import CandidateFixtures
import Foundation
import Testing

/// `dossier new` on a terminal, which `script` of util-linux provides.
@Suite(.enabled(if: OutsideTool.isInstalled("script"), "needs script of util-linux"))
struct InterviewTests {
    let home: TemporaryFolder
    let dossier: Command

    init() throws {
        home = try TemporaryFolder()
        dossier = Command(in: home)
    }

    /// Types lines, one an answer, and tells what was shown and what was written.
    private func answer(_ area: String, _ lines: [String]) throws -> (shown: String, file: String) {
        try home.write(lines.map { $0 + "\n" }.joined(), to: "answers")
        let run = try dossier.shell(
            """
            script -qec "$dossier new $home/n --area \(area) --lang zh" /dev/null < "$home/answers"
            """
        )
        #expect(run.status == 0, "\(run)")
        let file = try home.bytes(of: "n/candidate.yaml")
        return (run.output, String(decoding: file, as: UTF8.self))
    }

    @Test func `only what a rule waits for is asked`() throws {
        // 姓名、二代身份证、大陆居民、执业助理医师、临床、学历、非外国学历、一个三级甲等医院、号码、签发日期
        let (shown, file) = try answer(
            "hunan-2026",
            ["试样甲", "1", "1", "2", "1", "1", "否", "1", "1", "990101199001010019", "2026-01-12"]
        )
        // The assistant's exam asks neither for the education nor whether one is an assistant already.
        #expect(!shown.contains("报考学历？"))
        #expect(!shown.contains("是否以执业助理医师资格"))
        #expect(shown.contains("已知应交 4 项材料"))
        #expect(!shown.contains("尚待填写"))
        for line in [
            "name: 试样甲", "idNumber: \"990101199001010019\"", "  level: 执业助理医师",
            "  foreignEdu: false", "    grade: 三级甲等医院", "    issued: 2026-01-12",
        ] {
            #expect(file.contains("\n\(line)\n"), "\(line)")
        }
        #expect(try dossier("checklist", home.path("n"), "--json").errors.isEmpty)
    }

    @Test func `a slip is asked again, and going back takes the answer back`() throws {
        // The second line of numbers is out of range; then 外籍 contradicts the identity card.
        let (shown, file) = try answer(
            "hunan-2026",
            ["试样甲", "99", "1", "6", "<", "1", "1", "1", "1", "3", "也许", "是", "2017-13", "2017-09"]
        )
        #expect(shown.contains("请从中选择：1–9"))
        #expect(shown.contains("! 外籍人员的有效证件为护照"))
        #expect(shown.contains("请从中选择：是 / 否"))
        #expect(shown.contains("请从中选择：年-月-日"))
        #expect(file.contains("\n  identity: 大陆居民\n"))
        #expect(file.contains("\n  upgraded: true\n  "))
        #expect(file.contains("\n  upgradeDate: 2017-09\n"))
    }

    @Test func `a number with a slip is refused at once`() throws {
        let (shown, file) = try answer(
            "hunan-2026",
            ["试样甲", "1", "1", "2", "1", "1", "否", "0"]
                + ["990101199001010018", "990101199001010019"]
        )
        #expect(shown.contains("号码不符合二代身份证的格式"))
        #expect(file.contains("idNumber: \"990101199001010019\""))
    }

    @Test func `empty lines leave everything open`() throws {
        let (shown, file) = try answer("hubei-2025", Array(repeating: "", count: 40))
        #expect(shown.contains("尚待填写：证件种类、考生身份、"))
        #expect(file.contains("\n  level:\n"))
    }

    @Test func `a file answers, and what this area does not take is told`() throws {
        try home.copy(Repository.sample("hunan-2026"), to: "c")
        let text = String(decoding: try home.bytes(of: "c/candidate.yaml"), as: UTF8.self)
        try home.write(
            text.replacing("idKind: 二代身份证", with: "idKind: 警官证").replacing(
                "990102199304180425",
                with: "警字第001号"
            ),
            to: "c/candidate.yaml"
        )
        let run = try dossier(
            "new",
            home.path("n"),
            "--area",
            "hubei-2025",
            "--from",
            home.path("c/candidate.yaml"),
            "--json"
        )
        #expect(run.status == 0, "\(run)")
        #expect(run.errors.contains("idKind"))
        #expect(!run.errors.contains("警字"))
        #expect(run.output.contains("\"studyMode\""))
        let file = String(decoding: try home.bytes(of: "n/candidate.yaml"), as: UTF8.self)
        #expect(file.contains("\n  education: 本科\n"))
        let piped = try dossier.shell(
            "\"$dossier\" new \"$home/p\" --area hunan-2026 --from - < \"$home/c/candidate.yaml\""
        )
        #expect(piped.status == 0)
        #expect(try home.bytes(of: "p/candidate.yaml").count > 1000)
    }

    @Test func `a number that cannot be one is refused in flags`() throws {
        let run = try dossier(
            "new",
            home.path("n"),
            "--area",
            "hubei-2025",
            "--set",
            "idKind=护照",
            "--id-number",
            "E12"
        )
        #expect(run.status == 64)
        #expect(!run.errors.contains("E12"))
        #expect(try home.names().isEmpty)
    }
}
