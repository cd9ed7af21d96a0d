import PDFWriting
import PageLayout
import Testing

@Suite(.enabled(if: OutsideTool.qpdf != nil, "qpdf is not installed"))
struct WholeDocumentTests {
    private static let pictures = [
        PDFPicture(
            coding: .jpeg,
            width: 16,
            height: 16,
            colours: .gray,
            source: .bytes(TinyJPEG.gray),
            name: "1"
        ),
        PDFPicture(
            coding: .pngData,
            width: 2,
            height: 1,
            bits: 8,
            colours: .rgb,
            source: .bytes(TinyPNG.zlib([0, 1, 2, 3, 4, 5, 6])),
            name: "2"
        ),
        PDFPicture(
            coding: .samples,
            width: 2,
            height: 1,
            bits: 1,
            colours: .indexed(palette: [0, 0, 0, 255, 255, 255]),
            source: .made(count: 1) { [0x40] },
            name: "3"
        ),
    ]

    private func layout(pages count: Int) -> DocumentLayout {
        let pages = (0..<count).map { index in
            var page = Sample.page(
                FontRole.allCases.map { ("医师𠀁䷀一⼀ \(index)", $0) },
                label: index == 0 ? "封面" : "\(index)"
            )
            page.marks += [
                .picture(
                    index: index % 3,
                    Box(10, 150, 50, 50),
                    turn: Turn(orientation: index % 9)
                ),
                .box(Box(10, 210, 30, 9), fill: .white, stroke: Stroke(0.2, dash: 1)),
                .link(Box(10, 210, 30, 9), toPage: (index + 1) % count),
            ]
            return page
        }
        let children = (0..<count).map { Bookmark("第 \($0) 页", page: $0) }
        return DocumentLayout(
            pages: pages,
            bookmarks: [Bookmark("全部", page: 0, children: children)]
        )
    }

    private static let ways = [(false, Road.atOnce), (true, .atOnce), (true, .pageByPage)]

    @Test(arguments: [1, 3, 120], ways)
    func `Qpdf finds nothing wrong in a document with everything`(
        pages: Int,
        way: (compressed: Bool, road: Road)
    ) throws {
        let attachment = PDFAttachment(
            name: "manifest.json",
            mediaType: "application/json",
            summary: "清单",
            bytes: [0x7B, 0x7D]
        )
        let bytes = try Sample.write(
            layout(pages: pages),
            pictures: Self.pictures,
            attachments: [attachment],
            compressed: way.compressed,
            road: way.road
        )
        let report = try output(of: .qpdf, ["--check", "FILE"], bytes)
        #expect(report.contains("No syntax or stream encoding errors found"), "\(report)")
        #expect(!report.contains("WARNING"), "\(report)")
        #expect(try ParsedPDF(bytes).pages.count == pages)
    }

    @Test func `Compression makes the document smaller and changes nothing else`() throws {
        let sizes = try [true, false].map {
            try Sample.write(layout(pages: 20), pictures: Self.pictures, compressed: $0).count
        }
        #expect(sizes[0] < sizes[1])
    }
}
