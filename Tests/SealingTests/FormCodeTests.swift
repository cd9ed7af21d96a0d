import Registration
import Sealing
import Testing

@Suite struct FormCodeTests {
    // Python: the check, and base45 0.4.4 over struct.pack(">BHH32sH", 3, 1, 2, SHA-256("abc"), 7) + "practice-proof".
    private static let text =
        "DS0:K3H0V50NF078FY9ODA0TRT9B805SS0M1N4AJ0SUKP/2L JV629HCL008*LE.0VKEZPCOEDQZCV9E.3EC2"

    private func code(
        page: Int = 1,
        version: Int = 7,
        template: String = "practice-proof"
    ) throws(SealError) -> FormCode {
        try FormCode(
            page: page,
            pages: 2,
            answers: ContentHash.of(Array("abc".utf8)),
            template: template,
            version: version
        )
    }

    @Test func `A code names the template, its version, the page and a hash of the answers`() throws
    {
        let code = try code()
        #expect(code.text == Self.text)
        #expect(try FormCode(parsing: Self.text) == code)
    }

    @Test(arguments: [
        ("", 7, 1), ("Practice", 7, 1), ("práctica", 7, 1), ("a b", 7, 1),
        (String(repeating: "a", count: 41), 7, 1), ("practice-proof", 65536, 1),
        ("practice-proof", -1, 1), ("practice-proof", 7, 3),
    ])
    func `What has no room in a code is refused`(_ template: String, _ version: Int, _ page: Int) {
        #expect(throws: SealError.self) {
            () throws(SealError) in try code(page: page, version: version, template: template)
        }
    }

    @Test(arguments: [
        "", "DS0:", "DS1:3H0", text + "0", String(text.dropLast(30)), " " + text,
        "DS0:SV50000$625WMTSU8NJR2NSL0+BFH A.FRMOCH14G22Y.EGH0VEUPR5$2",
    ])
    func `Anything else is not read`(_ text: String) {
        #expect(throws: SealError.self) {
            () throws(SealError) in try FormCode(parsing: text)
        }
    }

    @Test func `The code of a form is not taken for that of a page`() {
        #expect(throws: SealError.self) {
            () throws(SealError) in try PageCode(parsing: Self.text)
        }
    }
}
