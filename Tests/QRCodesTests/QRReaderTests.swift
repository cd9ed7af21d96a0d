import Testing

@testable import QRCodes

@Suite struct QRReaderTests {
    static let sealed = QRMatrixTests.sealed

    @Test(arguments: [2, 3, 6], QRMatrix.ErrorCorrection.allCases)
    func `What was encoded is read back`(
        scale: Int,
        correction: QRMatrix.ErrorCorrection
    ) throws {
        let matrix = try QRMatrix(encoding: Self.sealed, errorCorrection: correction)
        let found = try QRReader().read(RenderedCode(matrix, scale: scale).plane)
        #expect(found.map(\.text) == [Self.sealed])
    }

    @Test(arguments: ["0123456789", "DS0:AB", "中文 text", "é", String(repeating: "7", count: 7089)])
    func `Every mode gives exact bytes`(text: String) throws {
        let matrix = try QRMatrix(encoding: text, errorCorrection: .low)
        let found = try QRReader().read(RenderedCode(matrix, scale: 4).plane)
        #expect(found.map(\.bytes) == [Array(text.utf8)])
    }

    @Test func `A code turned by quarters is read, with its own top left first`() throws {
        var picture = RenderedCode(try QRMatrix(encoding: Self.sealed), scale: 3)
        let far = picture.width / 2
        for corner in [(false, false), (true, false), (true, true), (false, true)] {
            let reading = try #require(try QRReader().read(picture.plane).first)
            #expect(reading.text == Self.sealed)
            let first = try #require(reading.corners.first)
            #expect((first.x > far) == corner.0)
            #expect((first.y > far) == corner.1)
            picture = picture.turned
        }
    }

    @Test func `Corners lie at the symbol's edges`() throws {
        let matrix = try QRMatrix(encoding: Self.sealed)
        var page = RenderedCode(blankWidth: 600, height: 500)
        page.paste(RenderedCode(matrix, scale: 4), x: 100, y: 50)
        let corners = try #require(try QRReader().read(page.plane).first).corners
        let (near, far) = (4 * QRMatrix.quietZone, 4 * (QRMatrix.quietZone + matrix.side))
        let expected = [(near, near), (far, near), (far, far), (near, far)]
        for (corner, place) in zip(corners, expected) {
            #expect(abs(corner.x - 100 - place.0) <= 4)
            #expect(abs(corner.y - 50 - place.1) <= 4)
        }
    }

    @Test func `Several codes on one page are all read`() throws {
        var page = RenderedCode(blankWidth: 1000, height: 700)
        let texts = (1...6).map { "DS0:PAGE\($0)" }
        for (index, text) in texts.enumerated() {
            let code = RenderedCode(try QRMatrix(encoding: text), scale: 4)
            page.paste(code, x: 40 + index % 3 * 320, y: 40 + index / 3 * 330)
        }
        let found = try QRReader().read(page.plane)
        #expect(Set(found.map(\.text)) == Set(texts))
    }

    @Test func `A stain within the error correction is mended, a larger one gives nothing`() throws
    {
        let matrix = try QRMatrix(encoding: Self.sealed, errorCorrection: .medium)
        let picture = RenderedCode(matrix, scale: 5)
        let small = try QRReader().read(picture.stained(at: 450, size: 120).plane)
        #expect(small.map(\.text) == [Self.sealed])
        let large = picture.stained(at: 300, size: 500)
        #expect(try QRPageReader().read([large.plane]).isEmpty)
    }

    @Test func `A plane whose bytes do not fit its sides is refused`() {
        for (width, height, count) in [(0, 0, 0), (2, 2, 3), (-1, -1, 1), (40_000, 1, 40_000)] {
            #expect(throws: QRError.self) {
                try LumaPlane(
                    width: width,
                    height: height,
                    bytes: [UInt8](repeating: 0, count: count)
                )
            }
        }
    }
}
