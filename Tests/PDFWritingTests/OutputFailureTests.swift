import PDFWriting
import PageLayout
import Synchronization
import Testing

/// Takes so many bytes and refuses the next.
private final class RefusingOutput: PDFOutput {
    struct Full: Error {}

    private(set) var bytes: [UInt8] = []
    private(set) var refusals = 0
    private let room: Int

    init(room: Int) { self.room = room }

    func write(_ bytes: [UInt8]) throws {
        guard self.bytes.count + bytes.count <= room else {
            refusals += 1
            throw Full()
        }
        self.bytes += bytes
    }
}

struct OutputFailureTests {
    private static let picture = PDFPicture(
        coding: .samples,
        width: 500,
        height: 400,
        colours: .gray,
        source: .made(count: 200_000) { (0..<200_000).map { UInt8(($0 * $0 >> 7) & 0xFF) } },
        name: "one"
    )

    private func write(to output: any PDFOutput, compressed: Bool = false) throws {
        var layout = Sample.showing(1)
        layout.pages += Sample.text("医师资格考试").pages
        try PDFWriter(fonts: TestFont.library(), compressed: compressed)
            .write(layout, pictures: [Self.picture], metadata: Sample.metadata(), to: output)
    }

    @Test(arguments: [0, 1, 1000, 65_535, 65_536, 70_000, 100_000, 150_000], [true, false])
    func `An output that refuses bytes ends the writing at once`(
        room: Int,
        compressed: Bool
    ) throws {
        let whole = MemoryOutput()
        try write(to: whole, compressed: compressed)
        let room = min(room, whole.bytes.count - 1)
        let output = RefusingOutput(room: room)
        let error = #expect(throws: PDFError.self) {
            try write(to: output, compressed: compressed)
        }
        #expect(error?.code == .output)
        #expect(output.refusals == 1)
        #expect(output.bytes == Array(whole.bytes.prefix(output.bytes.count)))
    }

    @Test func `After a refusal no further picture is read`() throws {
        let reads = Mutex(0)
        let later = PDFPicture(
            coding: .samples,
            width: 2,
            height: 1,
            colours: .gray,
            source: .made(count: 2) {
                reads.withLock { $0 += 1 }
                return [1, 2]
            },
            name: "two"
        )
        let output = RefusingOutput(room: 0)
        #expect(throws: PDFError.self) {
            try PDFWriter(fonts: TestFont.library(), compressed: false)
                .write(
                    Sample.showing(2),
                    pictures: [Self.picture, later],
                    metadata: Sample.metadata(),
                    to: output
                )
        }
        #expect(reads.withLock { $0 } == 0)
    }

    @Test func `An output that refuses only the last byte is noticed`() throws {
        let whole = MemoryOutput()
        try write(to: whole)
        let output = RefusingOutput(room: whole.bytes.count - 1)
        #expect(throws: PDFError.self) { try write(to: output) }
        let enough = RefusingOutput(room: whole.bytes.count)
        try write(to: enough)
        #expect(enough.bytes == whole.bytes)
    }
}
