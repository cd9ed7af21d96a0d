import CandidateFixtures
import Foundation
import Sealing
import Testing

/// `dossier form render` and `batch`.
@Suite struct FormPrintingTests {
    let home: TemporaryFolder
    let dossier: Command

    /// The answers that the form cannot do without.
    private static let answers = """
        {"name": "易范例", "idNumber": "990102199304180425", "unit": "范例县人民医院",
         "from": "2024-09", "to": "2025-08"}
        """

    private static let rows = """
        姓名,证件号码,性别,试用机构名称,起始时间,截止时间
        易范例,990102199304180425,女,范例县人民医院,2024.09,2025年8月
        "王,小",9.90102E+17,男,范例县人民医院,2024-9,2025/8
        样本,990102199304180425,中,范例县人民医院,2024-09,2025-13
        再范例,990102199304180425,男,,2024-09,2025-08
        末范例,990102199304180425,男,范例县第二人民医院,2024-09,2025-08

        """

    init() throws {
        home = try TemporaryFolder()
        dossier = Command(in: home)
    }

    private func render(_ arguments: String..., to file: String = "form.pdf") throws -> Command.Run
    {
        try dossier(["form", "render", "practice-proof", "-o", home.path(file)] + arguments)
    }

    private func text(of file: String) throws -> String {
        let pdftotext = try #require(OutsideTool("pdftotext"))
        return try pdftotext.run(["-raw", home.path(file), "-"])
    }

    @Test func `a blank form is for its owner's eyes and says which form it is`() throws {
        let run = try render("--lang", "zh")
        #expect(run.status == 0)
        #expect(run.output.contains("form.pdf：已生成，共 1 页。"))
        let attributes = try FileManager.default.attributesOfItem(atPath: home.path("form.pdf"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let text = try text(of: "form.pdf")
        #expect(text.contains("医师资格考试医学专业工作实践证明"))
        #expect(text.contains("practice-proof"))
        #expect(text.contains("参考样式"))
    }

    @Test func `a form of an earlier year has its earlier title`() throws {
        #expect(try render("--year", "2020").status == 0)
        #expect(try text(of: "form.pdf").contains("医师资格考试试用期考核证明"))
    }

    @Test func `the same answers and date give the same bytes`() throws {
        let data = try home.write(Self.answers, to: "answers.json")
        #expect(try render("--data", data, to: "first.pdf").status == 0)
        #expect(try render("--data", data, to: "second.pdf").status == 0)
        #expect(try home.bytes(of: "first.pdf") == home.bytes(of: "second.pdf"))
        #expect(try text(of: "first.pdf").contains("范例县人民医院"))
    }

    @Test func `a file that is there stays unless told otherwise`() throws {
        _ = try home.write("mine", to: "form.pdf")
        #expect(try render().status == 1)
        #expect(try home.bytes(of: "form.pdf") == Array("mine".utf8))
        #expect(try render("--force").status == 0)
        #expect(try home.bytes(of: "form.pdf").starts(with: "%PDF".utf8))
    }

    @Test func `answers with mistakes make nothing, and no mistake repeats what was written`()
        throws
    {
        let data = try home.write(
            Self.answers.replacing("2025-08", with: "2025-13").replacing(
                "990102199304180425",
                with: "990102199304180426"
            ),
            to: "answers.json"
        )
        let run = try render("--data", data, "--lang", "zh")
        #expect(run.status == 2)
        #expect(run.output.contains("“截止时间”：不是年月"))
        #expect(!run.output.contains("2025-13") && !run.output.contains("99010219930418"))
        #expect(try !home.names().contains("form.pdf"))
        #expect(try render("--data", data, "--allow-findings").status == 0)
    }

    @Test func `a YAML file with a wrong key is told by line and column`() throws {
        let data = try home.write("name: 易范例\nunti: 范例县人民医院\n", to: "answers.yaml")
        let run = try render("--data", data)
        #expect(run.status == 1)
        #expect(run.errors.contains("answers.yaml:2:1"))
    }

    @Test func `a candidate's folder fills a sheet for each unit`() throws {
        let sample = Repository.sample("hunan-2026")
        let run = try render("--data", sample, "--json")
        #expect(run.status == 0)
        let value = try JSONValue(parsing: Array(run.output.utf8))
        #expect(value["made"]?["pages"] == .integer(2))
        let text = try text(of: "form.pdf")
        #expect(text.contains("范例县演示镇中心卫生院"))
        #expect(text.contains("样本市第一人民医院"))
        // The number of the sample ends in an even 17th digit, and tells the month of birth.
        #expect(text.contains("☑ 女") || text.contains("☑\u{A0}女"))
        #expect(text.contains("1993 年 4 月") || text.contains("1993年4月"))
    }

    @Test func `every row of a table is a file, and bad rows are told by row and column`() throws {
        let data = try home.write(Self.rows, to: "rows.csv")
        let words = [
            "form", "batch", "practice-proof", "--data", data, "-o", home.path("out"), "--lang",
            "zh",
        ]
        let run = try dossier(words)
        #expect(run.status == 2)
        #expect(run.output.contains("第 2 条，文件第 3 行，“证件号码”：Excel"))
        #expect(run.output.contains("第 3 条，文件第 4 行，“性别”：应为其中之一：男、女。"))
        #expect(run.output.contains("第 3 条，文件第 4 行，“截止时间”：不是年月"))
        #expect(run.output.contains("第 4 条，文件第 5 行，“试用机构名称”：必填。"))
        #expect(run.output.contains("生成 2 份，保留 0 份，未生成 3 份"))
        let made = ["practice-proof-00001.pdf", "practice-proof-00005.pdf"]
        #expect(try home.names(in: "out").filter { $0.hasSuffix(".pdf") }.sorted() == made)
        #expect(try text(of: "out/practice-proof-00005.pdf").contains("范例县第二人民医院"))

        // What is finished is kept, byte for byte; the mended row is made.
        let before = try home.bytes(of: "out/practice-proof-00001.pdf")
        _ = try home.write(Self.rows.replacing("男,,2024", with: "男,某院,2024"), to: "rows.csv")
        let again = try dossier(words)
        #expect(again.status == 2)
        #expect(again.output.contains("生成 1 份，保留 2 份，未生成 2 份"))
        #expect(try home.bytes(of: "out/practice-proof-00001.pdf") == before)
    }

    @Test(arguments: [
        ("PK\u{3}\u{4}\u{14}\0", "另存为"), ("\u{1}\0\0\0", "这不是文本文件"),
        ("", "文件没有内容"),
    ])
    func `a workbook or a picture is told from a wrong encoding`(
        _ content: String,
        _ advice: String
    ) throws {
        let data = try home.write(content, to: "rows.csv")
        for command in ["batch", "render"] {
            let run = try dossier(
                "form",
                command,
                "practice-proof",
                "--data",
                data,
                "-o",
                home.path("out"),
                "--lang",
                "zh"
            )
            #expect(run.status == 1)
            #expect((run.output + run.errors).contains(advice))
            #expect(try !home.names().contains("out"))
        }
    }

    @Test func `what cannot be read or written is told in words`() throws {
        let data = try home.write(Self.rows, to: "rows.csv")
        let absent = try dossier(
            "form",
            "batch",
            "practice-proof",
            "--data",
            data + "x",
            "-o",
            home.path("out"),
            "--lang",
            "zh"
        )
        #expect(absent.status == 1)
        #expect((absent.output + absent.errors).contains("找不到这个文件"))
        let taken = try dossier(
            "form",
            "batch",
            "practice-proof",
            "--data",
            data,
            "-o",
            data,
            "--lang",
            "zh"
        )
        #expect(taken.status == 1)
        #expect(taken.errors.contains("无法写入输出文件夹"))
        #expect(try home.bytes(of: "rows.csv") == Array(Self.rows.utf8))
    }

    @Test func `a batch may be one file`() throws {
        let lines = Self.answers.replacing("\n", with: " ") + "\n"
        let data = try home.write(lines + lines + lines, to: "rows.jsonl")
        let run = try dossier(
            "form",
            "batch",
            "practice-proof",
            "--data",
            data,
            "-o",
            home.path("all.pdf"),
            "--json"
        )
        #expect(run.status == 0)
        let value = try JSONValue(parsing: Array(run.output.utf8))
        #expect(value["made"]?["pages"] == .integer(3))
    }

    @Test func `a template that lies anywhere can be printed`() throws {
        let template = try home.write(
            """
            format: 1
            id: note
            version: 1
            title: 便条
            english: A note
            fields:
              name: { label: 姓名 }
            blocks:
              - table:
                  columns: [24, 1]
                  rows: [[name]]
            """,
            to: "note.yaml"
        )
        let run = try dossier("form", "render", template, "-o", home.path("note.pdf"))
        #expect(run.status == 0)
        #expect(try text(of: "note.pdf").contains("便条"))
    }

    @Test(arguments: [
        ["--fillable", "--grid"], ["--blank", "--data", "x.json"], ["--date", "tomorrow"],
        ["--copies", "--fillable"],
    ])
    func `what does not go together is a mistake of usage`(_ arguments: [String]) throws {
        let run = try dossier(
            ["form", "render", "practice-proof", "-o", home.path("form.pdf")] + arguments
        )
        #expect(run.status == 64)
    }
}
