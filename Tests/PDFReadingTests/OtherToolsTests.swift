import CandidateFixtures
import Foundation
import PDFReading
import Testing

/// The same dossier as other programs write it anew, and what they say of it.
@Suite(.enabled(if: OutsideTool.isInstalled("qpdf"), "needs qpdf"))
struct OtherToolsTests {
    let dossier: PackedDossier

    init() async throws { dossier = try await PackedDossier(SmallCandidate()) }

    @Test(arguments: [
        (["--object-streams=generate"], 1), (["--object-streams=disable"], 1),
        (["--qdf", "--stream-data=preserve"], 1), (["--linearize"], 2),
        (["--stream-data=uncompress"], 1), (["--compress-streams=y", "--recompress-flate"], 1),
    ])
    func `what qpdf writes reads as the dossier did`(options: [String], sections: Int) throws {
        let path = dossier.home.path("other.pdf")
        try #require(OutsideTool("qpdf")).run(options + [dossier.pdfPath, path])
        let ours = try PDFDocument(bytes: dossier.pdf)
        let other = try PDFDocument(bytes: try dossier.home.bytes(of: "other.pdf"))
        #expect(other.facts.sections == sections)
        #expect(other.pageCount == ours.pageCount)
        for index in 0..<ours.pageCount {
            let (first, second) = (try ours.page(index), try other.page(index))
            #expect(first.text == second.text)
            #expect(first.label == second.label)
            #expect(first.shapes == second.shapes)
            #expect(first.images.map(\.matrix) == second.images.map(\.matrix))
        }
        let manifests = try [ours, other].map { document in
            try document.attachments().map { try document.bytes(of: $0) }
        }
        #expect(manifests[0] == manifests[1])
        #expect(!manifests[0].isEmpty)
    }

    @Test func `a file encrypted by qpdf is refused`() throws {
        let path = dossier.home.path("other.pdf")
        let encryption = ["--encrypt", "", "owner", "256", "--"]
        try #require(OutsideTool("qpdf")).run(encryption + [dossier.pdfPath, path])
        let found = refusal(of: try dossier.home.bytes(of: "other.pdf"))
        #expect(found == "pdf.encrypted")
    }

    @Test func `pages, pictures and attachments are those that qpdf lists`() throws {
        let text = try #require(OutsideTool("qpdf")).run([
            "--json=2", "--json-key=pages", "--json-key=attachments", dossier.pdfPath,
        ])
        let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let pages = try #require(json?["pages"] as? [[String: Any]])
        let document = try PDFDocument(bytes: dossier.pdf)
        #expect(pages.count == document.pageCount)
        for (index, page) in pages.enumerated() {
            let theirs = (page["images"] as? [[String: Any]] ?? []).map { image in
                "\(image["object"] ?? "") \(image["width"] ?? 0) × \(image["height"] ?? 0) "
                    + "\((image["filter"] as? [String] ?? []).map { $0.dropFirst() })"
            }
            let ours = try document.page(index).images.map(\.image).map { image in
                "\(image.number) 0 R \(image.width) × \(image.height) \(image.filters)"
            }
            #expect(Set(ours) == Set(theirs))
        }
        let attachments = try #require(json?["attachments"] as? [String: Any])
        let names = try document.attachments().map(\.name)
        #expect(names.sorted() == attachments.keys.sorted())
    }

    @Test(.enabled(if: OutsideTool.isInstalled("mutool"), "needs mupdf-tools"))
    func `what MuPDF changed is told`() throws {
        let path = dossier.home.path("other.pdf")
        try #require(OutsideTool("mutool")).run(["clean", "-gggg", "-z", dossier.pdfPath, path])
        let document = try PDFDocument(bytes: try dossier.home.bytes(of: "other.pdf"))
        let ours = try PDFDocument(bytes: dossier.pdf)
        #expect(document.pageCount == ours.pageCount)
        for index in 0..<ours.pageCount {
            let (first, second) = (try ours.page(index).text, try document.page(index).text)
            #expect(first == second)
        }
    }
}
