import Registration
import Sealing
import Testing

@Suite struct PageCodeTests {
    // Python: the check, and base45 0.4.4 over the 37 bytes, with SHA-256("manifest").
    @Test(arguments: [
        (
            SealPlace.Kind.cover, 0, 17,
            "DS0:SV50000$625WMTSU8NJR2NSL0+BFH A.FRMOCH14G22Y.EGH0VEUPR5$2"
        ),
        (.page, 3, 17, "DS0:DHB03H0$625WMTSU8NJR2NSL0+BFH A.FRMOCH14G22Y.EGH0VEUPR5$2"),
        (.page, 300, 65535, "DS0:EIB0:U5ZAW5WMTSU8NJR2NSL0+BFH A.FRMOCH14G22Y.EGH0VEUPR5$2"),
    ])
    func `A code is written in 61 characters and read back`(
        kind: SealPlace.Kind,
        page: Int,
        pages: Int,
        text: String
    ) throws {
        let code = PageCode(
            try SealPlace(kind, page: page, pages: pages),
            digest: ContentHash.of(Array("manifest".utf8))
        )
        #expect(code.text == text)
        #expect(code.text.utf8.count == 61)
        #expect(try PageCode(parsing: text) == code)
    }

    @Test(
        arguments: [
            ([1, 0, 1, 0, 17], SealError.Code.field),
            ([2, 0, 0, 0, 17], .field),
            ([2, 0, 18, 0, 17], .field),
            ([3, 0, 18, 0, 17], .field),
            ([4, 0, 1, 0, 17], .field),
            ([0, 0, 0, 0, 17], .field),
            ([6, 0, 0, 0, 17], .field),
            ([5, 0, 1, 0, 17], .field),
            ([3, 0, 0, 0, 17], .field),
            ([2, 0, 1, 0, 17, 0], .structure),
            ([2, 0, 1, 0], .structure),
        ] as [([UInt8], SealError.Code)]
    )
    func `A code of no such place is refused`(head: [UInt8], code: SealError.Code) throws {
        let text = Self.text(of: head + [UInt8](repeating: 7, count: 32))
        let error = try #require(throws: SealError.self) { try PageCode(parsing: text) }
        #expect(error.code == code)
    }

    /// The text of these bytes, its check character found by trying all: one of them must do.
    private static func text(of bytes: [UInt8]) -> String {
        let body = Base45.encode(bytes)
        let texts = alphabet.map { "DS0:\($0)\(body)" }
        return texts.first { text in
            do throws(SealError) {
                _ = try PageCode(parsing: text)
                return true
            } catch {
                return error.code != .check
            }
        } ?? ""
    }

    private static let alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"

    @Test func `Any other character, and any two neighbours exchanged, show`() throws {
        let code = PageCode(
            try SealPlace(.page, page: 3, pages: 17),
            digest: ContentHash.of(Array("manifest".utf8))
        )
        let characters = Array(code.text)
        var changed: [String] = []
        for index in characters.indices {
            for other in Self.alphabet where other != characters[index] {
                var edited = characters
                edited[index] = other
                changed.append(String(edited))
            }
            var shorter = characters
            shorter.remove(at: index)
            changed.append(String(shorter))
            guard index > 0, characters[index - 1] != characters[index] else { continue }
            var swapped = characters
            swapped.swapAt(index - 1, index)
            changed.append(String(swapped))
        }
        #expect(changed.count > 61 * 45)
        for text in changed {
            #expect(throws: SealError.self, "\(text)") { try PageCode(parsing: text) }
        }
    }

    @Test(arguments: ["", "DS0", "DS0:", "DS1:", "ds0:V5", " DS0:V5", "DS0:\u{301}", "DS0:V50"])
    func `A text of another form is refused`(text: String) {
        #expect(throws: SealError.self) { try PageCode(parsing: text) }
    }

    @Test(arguments: [(-1, 5), (6, 5), (0, -1), (0, 65_536)])
    func `A place off the pages does not exist`(page: Int, pages: Int) {
        #expect(throws: SealError.self) { try SealPlace(.form, page: page, pages: pages) }
    }

    @Test(arguments: [0, 6])
    func `A slip has no page before its first and none behind its last`(page: Int) throws {
        #expect(throws: SealError.self) { try SealPlace(.slip, page: page, pages: 5) }
        #expect(try SealPlace(.slip, page: 5, pages: 5).kind.rawValue == 6)
    }

    @Test func `A slip's page is never without a seal`() throws {
        let code = PageCode(try SealPlace(.slip, page: 1, pages: 1), digest: .of([]))
        #expect(throws: SealError(.field, "kind")) { try PageCode(parsing: code.text) }
    }
}
