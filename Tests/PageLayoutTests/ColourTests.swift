import PageLayout
import Testing

struct ColourTests {
    @Test(
        arguments: [
            ("#000000", Colour(0, 0, 0)), ("#ffffff", Colour(255, 255, 255)),
            ("#010a10", Colour(1, 10, 16)), ("#c00000", Colour(192, 0, 0)),
            ("#00c000", Colour(0, 192, 0)), ("#0000c0", Colour(0, 0, 192)),
        ]
    )
    func `A colour is read and printed as six hexadecimal digits`(text: String, colour: Colour) {
        #expect(Colour(text) == colour)
        #expect(colour.description == text)
    }

    @Test func `Capital digits are read too`() {
        #expect(Colour("#FF8000") == Colour(255, 128, 0))
        #expect(Colour("#aBcDeF") == Colour(0xAB, 0xCD, 0xEF))
    }

    @Test(
        arguments: [
            "", "#", "ff8000", "#ff800", "#ff80000", "#ff8000 ", " #ff8000", "#gg0000", "#+12345",
            "#-12345", "#fff", "red", "##f8000", "#１２", "#ff 000", "0xff8000", "#ff8000\n",
        ]
    )
    func `Anything else is no colour`(text: String) {
        #expect(Colour(text) == nil)
    }

    @Test func `Every value of every part survives printing and reading`() {
        for value in UInt8.min...UInt8.max {
            for colour in [Colour(value, 0, 7), Colour(9, value, 0), Colour(255, 3, value)] {
                #expect(Colour(colour.description) == colour)
            }
        }
    }

    @Test func `Black and white are what they say`() {
        #expect(Colour.black == Colour(0, 0, 0))
        #expect(Colour.white == Colour(255, 255, 255))
    }
}
