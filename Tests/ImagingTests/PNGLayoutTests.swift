import Imaging
import Testing

struct PNGLayoutTests {
    @Test func `The ranges joined are the zlib stream`() throws {
        let stream = TinyPNG.zlib(TinyPNG().rows)
        let file = TinyPNG().bytes(imageData: [Array(stream[..<7]), [], Array(stream[7...])])
        let layout = try layout(of: file)
        #expect(layout.imageData.count == 2)
        #expect(layout.imageData.flatMap { file[$0] } == stream)
    }

    @Test func `A palette is handed out as stored`() throws {
        let palette: [UInt8] = [1, 2, 3, 4, 5, 6]
        let file = TinyPNG(
            bitDepth: 1,
            colourType: 3,
            rows: [0, 0, 0, 0],
            before: [TinyPNG.chunk("PLTE", palette)]
        )
        let layout = try layout(of: file.bytes)
        #expect(layout.palette == palette)
        #expect(layout.bitDepth == 1)
        #expect(layout.colourType == 3)
    }

    @Test(
        arguments: [
            (8, 0, 0, false, true), (1, 0, 0, false, true), (16, 0, 0, false, false),
            (8, 2, 0, false, true), (16, 2, 0, false, false), (8, 2, 1, false, false),
            (8, 2, 0, true, false), (8, 4, 0, false, false), (8, 6, 0, false, false),
        ] as [(UInt8, UInt8, UInt8, Bool, Bool)]
    )
    func `Plain is what a PDF reader can undo`(
        depth: UInt8,
        type: UInt8,
        interlace: UInt8,
        hasKey: Bool,
        isPlain: Bool
    ) throws {
        let key = TinyPNG.chunk("tRNS", [0, 1, 0, 2, 0, 3])
        let file = TinyPNG(
            width: 1,
            height: 1,
            bitDepth: depth,
            colourType: type,
            interlace: interlace,
            rows: [0] + Array(repeating: 0, count: Self.bytesOfPixel(depth, type)),
            before: hasKey ? [key] : []
        )
        let inspected = try inspectedLayout(of: file.bytes)
        #expect(inspected.isExact)
        #expect(inspected.isPlain == isPlain)
    }

    @Test func `What was not inspected is not plain`() throws {
        let layout = try layout(of: TinyPNG().bytes)
        #expect(!layout.isExact)
        #expect(!layout.isPlain)
    }

    @Test func `A damaged picture has no layout to take over`() throws {
        let file = TinyPNG(rows: [5, 255, 0, 0, 0, 255, 0, 0, 0, 0, 255, 9, 8, 7])
        #expect(try inspection(of: file.bytes).png == nil)
    }

    private static func bytesOfPixel(_ depth: UInt8, _ type: UInt8) -> Int {
        let channels = [0: 1, 2: 3, 4: 2, 6: 4][Int(type)] ?? 0
        return (Int(depth) * channels + 7) / 8
    }

    private func inspectedLayout(of bytes: [UInt8]) throws -> PNGLayout {
        try #require(inspection(of: bytes).png)
    }

    @Test func `A damaged file is an error with a sentence`() throws {
        var file = TinyPNG().bytes
        file[20] ^= 1
        let error = #expect(throws: ImagingError.self) { try layout(of: file) }
        #expect(error == ImagingError(.damaged, "checksum of the IHDR chunk"))
        #expect(error?.description == "The picture is damaged: checksum of the IHDR chunk.")
    }

    private func layout(of bytes: [UInt8]) throws(ImagingError) -> PNGLayout {
        try PNGLayout(reading: bytes.span)
    }
}
