import CandidateFixtures
import Glibc
import PDFReading
import Testing

/// A file that stays on disk reads as it does from memory.
@Suite struct FileOnDiskTests {
    let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    /// Opens a file, and lets its own descriptor go.
    private func opened(_ path: String, offset: Int = 0, count: Int) throws -> PDFBytes {
        let descriptor = open(path, O_RDONLY)
        defer { close(descriptor) }
        return try PDFBytes(duplicating: descriptor, offset: offset, count: count)
    }

    /// An object, a number or a word may lie across the end of the block that is in memory.
    @Test func `where a block ends makes no difference`() throws {
        var raw = RawPDF(content: "0 0 10 10 re f", page: "/#4Eame(a \\(string\\))")
        for shift in 0..<700 {
            raw.header = "%PDF-1.7\n%" + String(repeating: "x", count: 16_384 - shift) + "\n"
            let bytes = raw.bytes
            let path = try home.write(bytes, to: "shifted.pdf")
            let inMemory = try PDFDocument(bytes: bytes)
            let onDisk = try PDFDocument(opened(path, count: bytes.count))
            #expect(onDisk.facts == inMemory.facts)
            let (page, other) = (try onDisk.page(0), try inMemory.page(0))
            #expect(page.entries == ["Contents", "MediaBox", "Name", "Parent", "Type"])
            #expect(page.entries == other.entries && page.content == other.content)
            #expect(page.shapes.first?.box == PDFRectangle(PDFPoint(0, 0), PDFPoint(10, 10)))
        }
    }

    @Test func `a dossier inside another file is the same`() async throws {
        let pdf = try await PackedDossier(sample: "hunan-2026").pdf
        let lead = Array("something before".utf8)
        let path = try home.write(lead + pdf + [0x20], to: "holder")
        let inMemory = try PDFDocument(bytes: pdf)
        let onDisk = try PDFDocument(opened(path, offset: lead.count, count: pdf.count))
        #expect(onDisk.facts.isWrittenOnce)
        for (file, other) in zip(try onDisk.attachments(), try inMemory.attachments()) {
            let (bytes, others) = (try onDisk.bytes(of: file), try inMemory.bytes(of: other))
            #expect(file.name == other.name && bytes == others)
        }
        for index in 0..<inMemory.pageCount {
            let (page, other) = (try onDisk.page(index), try inMemory.page(index))
            #expect(page.text == other.text && page.content == other.content)
            for image in page.images {
                var joined: [UInt8] = []
                try onDisk.bytes.read(image.image.range) { piece in
                    for index in piece.indices { joined.append(piece[index]) }
                }
                #expect(joined == Array(pdf[image.image.range]))
            }
        }
    }

    /// Memory that is mapped would end the program here.
    @Test func `a file cut short meanwhile is an error`() throws {
        let raw = RawPDF(content: String(repeating: "0 0 9 9 re f\n", count: 4000))
        let path = try home.write(raw.bytes, to: "cut.pdf")
        let bytes = try opened(path, count: raw.bytes.count)
        let document = try PDFDocument(bytes)
        #expect(truncate(path, 100) == 0)
        let late = #expect(throws: PDFReadingError.self) { try document.page(0) }
        #expect(late?.code == .unreadable)
        let hashed = #expect(throws: PDFReadingError.self) {
            try bytes.read(0..<bytes.count) { _ in }
        }
        #expect(hashed?.code == .unreadable)
        let again = try opened(path, count: raw.bytes.count)
        let early = #expect(throws: PDFReadingError.self) { _ = try PDFDocument(again) }
        #expect(early?.code == .unreadable)
    }

    @Test func `nothing beyond the range is read`() throws {
        let path = try home.write([1, 2, 3, 4], to: "four")
        let bytes = try opened(path, offset: 1, count: 2)
        let all = try bytes[0..<2]
        #expect(all == [2, 3])
        #expect(throws: PDFReadingError.self) { _ = try bytes[0..<3] }
    }

    @Test func `a descriptor that is not open is an error`() {
        #expect(throws: PDFReadingError.self) { _ = try PDFBytes(duplicating: -1, count: 10) }
    }
}
