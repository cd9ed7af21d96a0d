import Registration
import Review
import Testing

@Suite struct CitizenNumberTests {
    // The first is the example of GB 11643-1999; the others were computed with another
    // implementation of ISO/IEC 7064 MOD 11-2.
    @Test(arguments: [
        ("11010519491231002X", "1949-12-31"), ("11010519491231002x", "1949-12-31"),
        ("430102199001011238", "1990-01-01"), ("810000199408230021", "1994-08-23"),
    ])
    func `A sound number is taken and tells the birthday`(text: String, birthday: String) throws {
        #expect(try CitizenNumber(text).birthday == date(birthday))
    }

    @Test(arguments: [
        ("110105194912310021", CitizenNumber.Fault.checkDigit),
        ("11010519491231020X", .checkDigit), ("11010519490231002X", .birthday),
        ("1101051949123100", .form), ("11010519491231002XX", .form), ("", .form),
        ("1101051949123100２X", .form), ("X1010519491231002X", .form),
    ])
    func `A mistyped number is refused`(text: String, fault: CitizenNumber.Fault) {
        #expect(throws: fault) { try CitizenNumber(text) }
    }
}
