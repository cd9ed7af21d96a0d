import Foundation
import PDFWriting
import PageLayout
import Testing

struct UnreadablePictureTests {
    private func expectUnreadable(
        _ source: ByteSource,
        coding: PDFPicture.Coding = .jpeg,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let good = PDFPicture(
            coding: .jpeg,
            width: 16,
            height: 16,
            colours: .gray,
            source: .bytes(TinyJPEG.gray),
            name: "picture 1"
        )
        let bad = PDFPicture(
            coding: coding,
            width: 16,
            height: 16,
            colours: .gray,
            source: source,
            name: "picture 2"
        )
        for compressed in [true, false] {
            let error = #expect(throws: PDFError.self, sourceLocation: sourceLocation) {
                try Sample.write(
                    Sample.showing(3),
                    pictures: [good, bad, good],
                    compressed: compressed
                )
            }
            let expected = PDFError(.pictureUnreadable, "picture 2")
            #expect(error == expected, sourceLocation: sourceLocation)
            let isNamed = error?.description.contains("picture 2") == true
            #expect(isNamed, sourceLocation: sourceLocation)
        }
    }

    @Test func `A file that is gone is named`() throws {
        let folder = try TemporaryFolder()
        try expectUnreadable(.file(path: folder.path("gone.jpg"), parts: [0..<10]))
    }

    @Test func `A folder is no picture`() throws {
        let folder = try TemporaryFolder()
        try expectUnreadable(.file(path: folder.path, parts: [0..<10]))
    }

    @Test(arguments: [0, 1, 4095, 4096, 9999])
    func `A file that became shorter is named`(left: Int) throws {
        let folder = try TemporaryFolder()
        let bytes = [UInt8](repeating: 0x55, count: left)
        let file = try folder.write(bytes, to: "short.jpg")
        try expectUnreadable(.file(path: file, parts: [0..<10_000]))
        try expectUnreadable(.file(path: file, parts: [0..<left / 2, left / 2..<10_000]))
    }

    @Test(arguments: [PDFPicture.Coding.jpeg, .samples, .pngData])
    func `Bytes that cannot be made are named`(coding: PDFPicture.Coding) throws {
        try expectUnreadable(
            .made(count: 256) { throw CocoaError(.fileReadUnknown) },
            coding: coding
        )
    }

    @Test(arguments: [0, 255, 257])
    func `Bytes of another number than promised are refused`(count: Int) throws {
        let source = ByteSource.made(count: 256) { [UInt8](repeating: 0, count: count) }
        try expectUnreadable(source, coding: .samples)
    }
}
