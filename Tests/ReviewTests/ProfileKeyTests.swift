import Registration
import Review
import Testing

@Suite struct ProfileKeyTests {
    @Test(
        arguments: [
            ("是", true), ("Yes", true), ("y", true), ("true", true), ("否", false), ("N", false),
            ("false", false), ("", nil), ("maybe", nil),
        ] as [(String, Bool?)]
    )
    func `A flag is answered in either language`(answer: String, flag: Bool?) {
        let key = ProfileKey(key: "k", question: "?", kind: .flag)
        #expect(key.value(from: answer) == flag.map(ProfileValue.flag))
    }

    @Test func `A choice takes its words only`() {
        let key = ProfileKey(key: "k", question: "?", kind: .choice(["无", "儿科"]))
        #expect(key.value(from: "儿科") == .text("儿科"))
        #expect(key.value(from: "急救") == nil)
        #expect(key.answers == "无, 儿科")
    }

    @Test func `A date may be partial, but must exist`() {
        let key = ProfileKey(key: "k", question: "?", kind: .date)
        #expect(key.value(from: "2017-09") == .date(date("2017-09")))
        #expect(key.value(from: "2017-02-29") == nil)
    }
}
