import Testing

@testable import QRCodes

@Suite struct QRPageReaderTests {
    static let sealed = QRMatrixTests.sealed

    func page(_ width: Int, _ height: Int, _ codes: [(RenderedCode, Int, Int)]) -> RenderedCode {
        var page = RenderedCode(blankWidth: width, height: height)
        for (code, x, y) in codes { page.paste(code, x: x, y: y) }
        return page
    }

    @Test(arguments: [40, 80])
    func `Noise does not hinder`(amplitude: Int) throws {
        let picture = RenderedCode(try QRMatrix(encoding: Self.sealed), scale: 5).noisy(amplitude)
        #expect(try QRPageReader().read([picture.plane]).map(\.text) == [Self.sealed])
    }

    // Modules of 1.5 to 2.3 pixels, out of focus.
    @Test(arguments: [(4, 1, 2), (3, 1, 2), (6, 2, 3), (7, 2, 4), (8, 2, 4), (5, 1, 4)])
    func `Codes that a single pass does not read are mended`(
        scale: Int,
        reach: Int,
        factor: Int
    ) throws {
        let matrix = try QRMatrix(encoding: Self.sealed)
        let picture = RenderedCode(matrix, scale: scale)
            .smeared(reach).shrunk(by: factor).noisy(8)
        #expect(try QRReader().read(picture.plane).isEmpty)
        let reading = try #require(try QRPageReader().read([picture.plane]).first)
        #expect(reading.text == Self.sealed)
        // The corners are those of the plane given, whatever copy was read.
        let side = (matrix.side + 2 * QRMatrix.quietZone) * scale / factor
        #expect(reading.corners.allSatisfy { $0.x < side && $0.y < side })
        #expect(reading.corners.contains { $0.x > side / 2 && $0.y > side / 2 })
    }

    @Test func `Corners of a mended code are those of the page`() throws {
        let matrix = try QRMatrix(encoding: Self.sealed)
        let scale = 6
        let blurred = RenderedCode(matrix, scale: scale).smeared(3)
        let page = page(1600, 1200, [(blurred, 700, 400)])
        #expect(try QRReader().read(page.plane).isEmpty)
        let reading = try #require(try QRPageReader().read([page.plane]).first)
        let (near, far) = (QRMatrix.quietZone * scale, (QRMatrix.quietZone + matrix.side) * scale)
        let expected = [(near, near), (far, near), (far, far), (near, far)]
        for (corner, place) in zip(reading.corners, expected) {
            #expect(abs(corner.x - 700 - place.0) <= 6)
            #expect(abs(corner.y - 400 - place.1) <= 6)
        }
    }

    @Test func `A blurred code is read beside a sharp one`() throws {
        let blurred = try QRMatrix(encoding: Self.sealed)
        let sharp = try QRMatrix(encoding: "DS0:SHARP")
        let page = page(
            1600,
            1200,
            [
                (RenderedCode(blurred, scale: 6).smeared(3), 100, 100),
                (RenderedCode(sharp, scale: 6), 1000, 700),
            ]
        )
        #expect(try QRReader().read(page.plane).map(\.text) == ["DS0:SHARP"])
        let texts = try QRPageReader().read([page.plane]).map(\.text)
        #expect(Set(texts) == [Self.sealed, "DS0:SHARP"])
        #expect(texts.count == 2)
    }

    @Test func `The same text in two places is two codes`() throws {
        let code = RenderedCode(try QRMatrix(encoding: Self.sealed), scale: 4)
        let page = page(1000, 500, [(code, 20, 50), (code, 600, 50)])
        let readings = try QRPageReader().read([page.plane])
        #expect(readings.map(\.text) == [Self.sealed, Self.sealed])
        #expect(Set(readings.flatMap(\.corners)).count == 8)
    }

    @Test func `Of a picture under a red seal the red channel is read`() throws {
        let matrix = try QRMatrix(encoding: Self.sealed)
        let code = RenderedCode(matrix, scale: 4)
        var colours: [UInt8] = []
        for (index, value) in code.pixels.enumerated() {
            // A seal's squares over the lower right half: red lets no green or blue through.
            let (x, y) = (index % code.width, index / code.width)
            let isStamped = x + y > code.width && (x / 5 + y / 5).isMultiple(of: 2)
            colours += isStamped ? [value, 0, 0] : [value, value, value]
        }
        let planes = try LumaPlane.planes(
            width: code.width,
            height: code.height,
            colours: colours
        )
        #expect(planes.count == 2)
        #expect(try QRPageReader().read([planes[0]]).isEmpty)
        #expect(try QRPageReader().read(planes).map(\.text) == [Self.sealed])
    }

    @Test func `Gray colours are one plane`() throws {
        let grays: [UInt8] = Array(0..<12)
        let colours = grays.flatMap { [$0, $0, $0] }
        let planes = try LumaPlane.planes(width: 4, height: 3, colours: colours)
        #expect(planes.map(\.bytes) == [grays])
        #expect(throws: QRError.self) {
            try LumaPlane.planes(width: 4, height: 3, colours: [1, 2, 3])
        }
    }

    @Test func `A picture over sixteen megapixels has its corners where they are`() throws {
        let matrix = try QRMatrix(encoding: Self.sealed)
        let code = RenderedCode(matrix, scale: 8)
        let page = page(5000, 4000, [(code, 3000, 2000)])
        let reading = try #require(try QRPageReader().read([page.plane]).first)
        #expect(reading.text == Self.sealed)
        let near = 8 * QRMatrix.quietZone
        #expect(abs((reading.corners.first?.x ?? 0) - 3000 - near) <= 8)
        #expect(abs((reading.corners.first?.y ?? 0) - 2000 - near) <= 8)
    }

    @Test func `An empty page holds no code`() throws {
        let page = RenderedCode(blankWidth: 300, height: 200).noisy(60)
        #expect(try QRPageReader().read([page.plane]).isEmpty)
        #expect(try QRPageReader().read([]).isEmpty)
    }

    // The decoder alone would be at it for hours: it tries all triples of them.
    @Test(.timeLimit(.minutes(2)))
    func `A picture full of corners comes to an end`() throws {
        var square = RenderedCode(blankWidth: 28, height: 28)
        for y in 0..<28 {
            for x in 0..<28 {
                let ring = min(x, y, 27 - x, 27 - y) / 4
                square.pixels[y * 28 + x] = ring == 1 ? 255 : 0
            }
        }
        var page = RenderedCode(blankWidth: 2000, height: 2000)
        for place in 0..<3025 {
            page.paste(square, x: place % 55 * 36 + 4, y: place / 55 * 36 + 4)
        }
        let plane = try page.plane
        #expect(try QRPageReader().read([plane]).isEmpty)
    }

    @Test func `Halving takes means, a scaled part keeps a slope`() throws {
        var bytes: [UInt8] = []
        for y in 0..<30 {
            for x in 0..<40 { bytes.append(UInt8(4 * x + 2 * y)) }
        }
        let slope = try LumaPlane(width: 40, height: 30, bytes: bytes)
        let half = try #require(slope.halved)
        #expect((half.width, half.height) == (20, 15))
        // Between the columns 10 and 11 and the rows 6 and 7.
        let mean: UInt8 = 42 + 13
        #expect(half.bytes[65] == mean)
        // Pixel centres: x = 8 + (column + 0.5) × 12 / 24 - 0.5.
        let part = slope.square(x: 8, y: 6, side: 12, pixels: 24)
        for y in 0..<24 {
            for x in 0..<24 {
                let (column, row) = (7.75 + Double(x) / 2, 5.75 + Double(y) / 2)
                let exact = 4 * column + 2 * row
                let error = abs(Double(part.bytes[y * 24 + x]) - exact)
                #expect(error <= 1.01)
            }
        }
    }

    @Test func `Sharpening keeps what is even and raises the step at an edge`() throws {
        let even = try LumaPlane(width: 30, height: 20, bytes: Array(repeating: 130, count: 600))
        #expect(even.sharpened(reach: 2, strength: 6) == even)
        let row = Array(repeating: 100 as UInt8, count: 15) + Array(repeating: 150, count: 15)
        let rows = Array(repeating: row, count: 20)
        let step = try LumaPlane(width: 30, height: 20, bytes: Array(rows.joined()))
        let sharp = step.sharpened(reach: 2, strength: 2)
        #expect(sharp.bytes[10 * 30 + 14] < 90)
        #expect(sharp.bytes[10 * 30 + 15] > 160)
    }
}
