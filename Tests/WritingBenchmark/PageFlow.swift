import Glibc
import PDFWriting
import PageLayout

/// A document of many pages that arrive one after the other, with a picture on each but a few.
struct PageFlow {
    let pageCount: Int
    let isTagged: Bool
    /// A file that holds the picture somewhere inside, as an archive does.
    let path: String
    let part: Range<Int>

    /// The pages that an archive takes in a print job.
    private static let archivePages = 17

    func write(with fonts: FontLibrary, _ metadata: PDFMetadata, to path: String) throws {
        let output = try FileOutput(path)
        var document = try GrowingPDF(
            fonts: fonts,
            metadata: metadata,
            isTagged: isTagged,
            to: output
        )
        var bookmarks: [Bookmark] = []
        for number in 0..<pageCount {
            try document.add(page(number)) { index in picture(index) }
            if number % Self.archivePages == 0 {
                bookmarks.append(Bookmark("档案 \(number / Self.archivePages + 1)", page: number))
            }
        }
        try document.finish(bookmarks: bookmarks)
    }

    private func picture(_ index: Int) -> PDFPicture {
        PDFPicture(
            coding: .jpeg,
            width: 1000,
            height: 1000,
            colours: .rgb,
            source: .file(path: path, parts: [part]),
            name: "picture \(index)"
        )
    }

    private func page(_ number: Int) -> Page {
        let place = number % Self.archivePages
        var page = Page(label: place == 0 ? "封面" : "\(place)")
        add(.heading(level: 1), to: &page) {
            .text("第 \(number) 页 身份证明", at: Point(20, 20), TextStyle(.heiBold, 14))
        }
        if place > 1 {
            let box = Box(20, 30, 170, 220)
            add(.figure(alternative: "第 \(number) 张图片", box), to: &page) {
                .picture(index: number, box, turn: .none)
            }
        } else {
            page.marks.append(.link(Box(20, 40, 50, 8), toPage: number + 2))
        }
        add(.paragraph, to: &page) {
            .text("文件 \(number).jpg", at: Point(20, 270), TextStyle(.song, 9))
        }
        return page
    }

    private func add(_ role: StructureRole, to page: inout Page, _ mark: () -> Mark) {
        page.marks += isTagged ? [.begin(role), mark(), .end] : [mark()]
    }
}

/// Writes to a file.
private final class FileOutput: PDFOutput {
    private let descriptor: CInt

    struct Failure: Error {}

    init(_ path: String) throws {
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard descriptor >= 0 else { throw Failure() }
    }

    deinit { close(descriptor) }

    func write(_ bytes: [UInt8]) throws {
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else { throw Failure() }
    }
}
