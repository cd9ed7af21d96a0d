import FormFilling
import FormLayout
import Testing

@Suite struct FileNamePatternTests {
    private func name(_ pattern: String, row: Int = 7, name: String = "张三") throws -> String {
        let answers: FormAnswers = ["name": .text(name), "skills": .texts(["问诊", "查体"])]
        return try FileNamePattern(pattern, template: PracticeForm.template)
            .name(row: row, form: "practice", answers: answers)
    }

    @Test func `The usual names hold nothing about anybody`() {
        let answers: FormAnswers = ["name": .text("张三")]
        let name = FileNamePattern.nameless.name(row: 42, form: "practice", answers: answers)
        #expect(name == "practice-00042.pdf")
    }

    @Test(arguments: [
        ("{row}.pdf", "7.pdf"), ("{row:3}-{name}.pdf", "007-张三.pdf"), ("{skills}", "问诊、查体"),
        ("{unit}.pdf", "_.pdf"), ("..{form}.pdf", "practice.pdf"),
    ])
    func `Gaps are filled`(pattern: String, expected: String) throws {
        #expect(try name(pattern) == expected)
    }

    @Test(arguments: [
        ("../../etc/passwd", "_.._etc_passwd.pdf"), ("a\u{0}b\nc", "a b c.pdf"),
        (".hidden", "hidden.pdf"), ("a\u{202E}fdp.exe", "afdp.exe.pdf"),
        ("C:\\x*?\"<>|", "C__x______.pdf"),
    ])
    func `An answer cannot lead out of the folder or hide the file`(
        answer: String,
        expected: String
    ) throws {
        #expect(try name("{name}.pdf", name: answer) == expected)
    }

    @Test func `An answer takes a hundred bytes, and no half character`() throws {
        // 33 characters of three bytes are 99.
        let long = try name("{name}.pdf", name: String(repeating: "字", count: 40))
        #expect(long == String(repeating: "字", count: 33) + ".pdf")
        let family = "👨‍👩‍👧‍👦"
        #expect(family.utf8.count == 25)
        let five = try name("{name}", name: "x" + String(repeating: family, count: 5))
        #expect(five == "x" + String(repeating: family, count: 3))
        let many = try name("{name}{name}{name}.pdf", name: String(repeating: "a", count: 120))
        #expect(many == String(repeating: "a", count: 236) + ".pdf")
    }

    @Test(arguments: ["", "{", "}", "{nobody}", "{work}", "{row:0}", "{row:x}", "a/{row}", "{row"])
    func `A pattern with gaps that are none is refused`(pattern: String) {
        let error = #expect(throws: FormDataError.self) { try name(pattern) }
        #expect(error?.faults.first?.code == .fileName)
    }
}
