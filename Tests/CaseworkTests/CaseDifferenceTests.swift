import CandidateFixtures
import Foundation
import Registration
import Sealing
import TemplateCatalog
import Testing
import Verification

@testable import Casework

@Suite struct CaseDifferenceTests {
    private typealias Change = DossierComparison.Change

    private static let asked = [
        ReturnedItem(material: "identity", place: 2, reason: "unclear", note: "四边未入镜"),
        ReturnedItem(material: "identity", place: 1, reason: "glare"),
    ]

    private static func printer() throws -> DifferencePrinter {
        try DifferencePrinter(
            catalog: Repository.catalog(),
            fonts: PackRun.fonts(),
            toolVersion: "0.0.1"
        )
    }

    /// What is asked for, of the material that the area calls 身份证明.
    private static func asked(_ difference: CaseDifference) -> [ReturnedItem] {
        let material = difference.pictures.compactMap(\.after?.material).first ?? ""
        return asked.map {
            var item = $0
            item.material = material
            return item
        }
    }

    @Test func `Only what changed is told, with both sides`() async throws {
        let revisions = try await TwoRevisions()
        let (old, new) = revisions.paths
        let plain = try CaseDifference(from: old, to: new)
        #expect(plain.pictures.map(\.change) == [.replaced, .added, .removed])
        #expect(plain.unchanged == 1)
        #expect(plain.profile.map(\.name) == ["education"])
        #expect(plain.profile.first?.before == "本科")
        #expect(plain.profile.first?.after == "硕士研究生")
        #expect(plain.isSamePerson)
        let replaced = try #require(plain.pictures.first)
        #expect(replaced.before?.hash == .of(FlatJPEG.gray(80)))
        #expect(replaced.after?.hash == .of(FlatJPEG.gray(120)))
        #expect(replaced.before?.place == 2)
        #expect(plain.pictures[1].before == nil)
        #expect(plain.pictures[2].after == nil)
        #expect(plain.pictures[2].before?.title == "毕业证书")

        let items = Self.asked(plain)
        let asked = try CaseDifference(from: old, to: new, asked: items)
        #expect(asked.pictures[0].asked == [items[0]])
        #expect(asked.unmet == [items[1]])
    }

    @Test func `The same archive twice is no change`() async throws {
        let revisions = try await TwoRevisions()
        let path = revisions.paths.before
        let same = try CaseDifference(from: path, to: path)
        #expect(same.pictures.isEmpty && same.profile.isEmpty && same.requirements.isEmpty)
        #expect(same.lineage == .same)
        #expect(same.unchanged == 3)
    }

    @Test func `JSON says the same`() async throws {
        let revisions = try await TwoRevisions()
        let (old, new) = revisions.paths
        let json = try CaseDifference(from: old, to: new).json
        let bytes = Data(try json.canonicalBytes())
        let read = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        let pictures = try #require(read["pictures"] as? [[String: Any]])
        let changes = pictures.map { $0["change"] as? String }
        #expect(changes == ["replaced", "added", "removed"])
        #expect(pictures[1]["before"] is NSNull)
        #expect(read["unchanged"] as? Int == 1)
    }

    @Test(
        .enabled(if: JudgePython.has("pikepdf")),
        .enabled(if: OutsideTool.isInstalled("pdftotext"))
    )
    func `The PDF shows each changed picture as it was and is, and no other`() async throws {
        let revisions = try await TwoRevisions()
        let plain = try CaseDifference(from: revisions.paths.before, to: revisions.paths.after)
        let difference = try CaseDifference(
            from: revisions.paths.before,
            to: revisions.paths.after,
            asked: Self.asked(plain)
        )
        let path = revisions.home.path("difference.pdf")
        let pages = try Self.printer()
            .print(difference, to: path, replaces: false) { $0 == "unclear" ? "不清楚" : $0 }
        #expect(pages == 2)
        let script = """
            import hashlib, pikepdf, sys
            with pikepdf.open(sys.argv[1]) as pdf:
                for thing in pdf.objects:
                    if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image":
                        print(hashlib.sha256(thing.read_raw_bytes()).hexdigest())
            """
        let python = try #require(JudgePython.tool)
        let shown = try python.run(["-c", script, path]).split(separator: "\n").map(String.init)
        let expected = difference.pictures.flatMap { [$0.before, $0.after] }
            .compactMap(\.?.hash.hex)
        #expect(shown.sorted() == expected.sorted())
        let titles = """
            import pikepdf, sys
            with pikepdf.open(sys.argv[1]) as pdf, pdf.open_outline() as outline:
                print(len(outline.root))
                for item in outline.root[0].children:
                    print(item.title, pdf.pages.index(item.destination[0]))
            """
        let outline = try python.run(["-c", titles, path]).split(separator: "\n")
        #expect(outline.first == "1" && outline.count == 1 + difference.pictures.count)
        for (line, picture) in zip(outline.dropFirst(), difference.pictures) {
            #expect(line.hasPrefix(picture.shown?.title ?? "?"))
            #expect(line.hasSuffix(" 0") || line.hasSuffix(" 1"))
        }
        let reading = try #require(OutsideTool("pdftotext"))
        let text = try reading.run([path, "-"])
        for words in [
            difference.before.id.description, difference.after.id.description, "此前无", "已撤下",
            "审核要求：不清楚（四边未入镜）", "硕士研究生", "要求更换而未更换",
        ] {
            #expect(text.contains(words))
        }
    }

    @Test func `An archive that changed meanwhile is refused, and nothing left`() async throws {
        let revisions = try await TwoRevisions()
        let (old, new) = revisions.paths
        let difference = try CaseDifference(from: old, to: new)
        try revisions.home.remove("before.zip")
        try revisions.home.write(revisions.home.bytes(of: "after.zip"), to: "before.zip")
        let path = revisions.home.path("difference.pdf")
        #expect(throws: (any Error).self) {
            try Self.printer().print(difference, to: path, replaces: false)
        }
        #expect(!(try revisions.home.names().contains("difference.pdf")))
    }
}
