import Review
import Testing

@Suite struct IDNumberRuleTests {
    // The number is the example of GB 11643-1999.
    @Test(arguments: [
        ("11010519491231002X", true), ("11010519491231002x", true), ("110105194912310021", false),
        ("110105491231002", false), ("11010519490231002X", false), ("", false),
        (" 11010519491231002X", false), ("１1010519491231002X", false),
    ])
    func `A citizen's number has its check character`(number: String, isAllowed: Bool) {
        let rule = IDNumberRule(kinds: ["身份证"], form: .citizen)
        #expect(rule.allows(number) == isAllowed)
    }

    @Test(arguments: [
        ("H123456", false), ("H1234567", true), ("H1234567890", true), ("H12345678901", false),
        ("h1234567", true), ("", false), ("H123-567", false), ("H123 567", false),
        ("09AZaz09", true), ("/1234567", false), (":1234567", false), ("@1234567", false),
        ("[1234567", false), ("`1234567", false), ("{1234567", false),
        ("Ｈ1234567", false), ("护照12345678", false), ("É1234567", false),
    ])
    func `Other numbers have so many Latin letters and digits`(number: String, isAllowed: Bool) {
        let rule = IDNumberRule(kinds: ["往来大陆通行证"], form: .lettersAndDigits(8...11))
        #expect(rule.allows(number) == isAllowed)
    }

    @Test func `A kind has the first rule that names it, or none`() {
        var area = Samples.area([])
        area.idNumberRules = [
            IDNumberRule(kinds: ["身份证", "临时身份证"], form: .citizen),
            IDNumberRule(kinds: ["护照", "身份证"], form: .lettersAndDigits(6...20)),
        ]
        #expect(area.idNumberRule(for: "临时身份证")?.form == .citizen)
        #expect(area.idNumberRule(for: "身份证")?.form == .citizen)
        #expect(area.idNumberRule(for: "护照")?.form == .lettersAndDigits(6...20))
        #expect(area.idNumberRule(for: "军官证") == nil)
    }
}
