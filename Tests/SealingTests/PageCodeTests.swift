import Registration
import Sealing
import Testing

@Suite struct PageCodeTests {
    // Python: base45 0.4.4 over the 37 bytes, with SHA-256("manifest").
    @Test(arguments: [
        (
            SealPlace.Kind.cover, 0, 17,
            "DS0:V50000$625WMTSU8NJR2NSL0+BFH A.FRMOCH14G22Y.EGH0VEUPR5$2"
        ),
        (.page, 3, 17, "DS0:HB03H0$625WMTSU8NJR2NSL0+BFH A.FRMOCH14G22Y.EGH0VEUPR5$2"),
        (.page, 300, 65535, "DS0:IB0:U5ZAW5WMTSU8NJR2NSL0+BFH A.FRMOCH14G22Y.EGH0VEUPR5$2"),
    ])
    func `A code is written in sixty characters and read back`(
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
        #expect(code.text.utf8.count == 60)
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
        let text = "DS0:" + Base45.encode(head + [UInt8](repeating: 7, count: 32))
        let error = try #require(throws: SealError.self) { try PageCode(parsing: text) }
        #expect(error.code == code)
    }

    @Test(arguments: ["", "DS0", "DS0:", "DS1:", "ds0:V5", " DS0:V5", "DS0:\u{301}", "DS0:V50"])
    func `A text of another form is refused`(text: String) {
        #expect(throws: SealError.self) { try PageCode(parsing: text) }
    }

    @Test(arguments: [(-1, 5), (6, 5), (0, -1), (0, 65_536)])
    func `A place off the pages does not exist`(page: Int, pages: Int) {
        #expect(throws: SealError.self) { try SealPlace(.form, page: page, pages: pages) }
    }
}
