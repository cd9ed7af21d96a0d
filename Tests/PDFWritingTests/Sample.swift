import Foundation
import PDFWriting
import PageLayout
import Testing

/// Small documents, and what they need besides their layout.
enum Sample {
    static func colourProfile() throws -> [UInt8] {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        let path = root.joined(separator: "/") + "/Templates/Colour/sRGB.icc"
        let data = try #require(FileManager.default.contents(atPath: path))
        return [UInt8](data)
    }

    static func metadata(
        title: String = "报名材料",
        subject: String = "一份虚构的材料",
        creator: String = "dossier 0"
    ) throws -> PDFMetadata {
        PDFMetadata(
            title: title,
            subject: subject,
            creator: creator,
            date: PDFDate(year: 2026, month: 2, day: 5),
            identifier: Array(0xF0...0xFF),
            colourProfile: try colourProfile()
        )
    }

    /// One page with lines of text, 20 mm apart.
    static func page(_ lines: [(String, FontRole)], label: String = "1") -> Page {
        Page(
            label: label,
            marks: lines.enumerated().map { index, line in
                .text(line.0, at: Point(20, 30 + 20 * Double(index)), TextStyle(line.1, 14))
            }
        )
    }

    static func text(_ text: String, _ role: FontRole = .song) -> DocumentLayout {
        DocumentLayout(pages: [page([(text, role)])])
    }

    /// Pages that show one picture each.
    static func showing(_ count: Int, turn: Turn = .none) -> DocumentLayout {
        DocumentLayout(
            pages: (0..<count).map { index in
                Page(
                    label: "\(index + 1)",
                    marks: [.picture(index: index, Box(10, 10, 80, 80), turn: turn)]
                )
            }
        )
    }

    /// Writes a document to memory.
    static func write(
        _ layout: DocumentLayout,
        pictures: [PDFPicture] = [],
        metadata: PDFMetadata? = nil,
        attachments: [PDFAttachment] = [],
        fonts: FontLibrary? = nil,
        compressed: Bool = false,
        road: Road = .atOnce
    ) throws -> [UInt8] {
        let output = MemoryOutput()
        guard road == .atOnce else {
            var document = try GrowingPDF(
                fonts: fonts ?? TestFont.library(),
                metadata: metadata ?? self.metadata(),
                isTagged: layout.pages.contains { page in
                    page.marks.contains { if case .begin = $0 { true } else { false } }
                },
                attachments: attachments,
                to: output
            )
            let codes = layout.pages.flatMap(\.marks).compactMap { mark in
                if case .code(let modules, _) = mark { modules } else { nil }
            }
            document.share(codes: codes)
            for page in layout.pages { try document.add(page) { pictures[$0] } }
            try document.finish(bookmarks: layout.bookmarks)
            return output.bytes
        }
        try PDFWriter(fonts: fonts ?? TestFont.library(), compressed: compressed).write(
            layout,
            pictures: pictures,
            metadata: metadata ?? self.metadata(),
            attachments: attachments,
            to: output
        )
        return output.bytes
    }
}

/// The ways to write a document, which come to the same for who reads it.
enum Road: CaseIterable {
    case atOnce
    case pageByPage
}

/// What an outside program prints about a PDF.
func output(of tool: OutsideTool?, _ arguments: [String], _ bytes: [UInt8]) throws -> String {
    let folder = try TemporaryFolder()
    let file = try folder.write(bytes, to: "document.pdf")
    let result = try #require(tool).run(
        arguments.map { $0 == "FILE" ? file : $0 },
        in: folder.path
    )
    #expect(result.status == 0, "\(result.output)")
    return result.output
}
