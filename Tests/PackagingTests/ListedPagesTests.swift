import CandidateFixtures
import Sealing
import TemplateCatalog
import Testing

@testable import Packaging

/// Whatever a manifest says of its pages, it is a dossier's plan or refused.
@Suite struct ListedPagesTests {
    /// Sheets in a few letters: C cover, I index, L checklist, D divider, P0 and P0,1 pictures, R reference, B blank; a
    /// star for a page without a number, a stroke between volumes.
    private func volumes(_ text: String) -> JSONValue {
        var number: Int64 = 0
        let kinds: [Character: JSONValue] = [
            "C": "cover", "I": "index", "L": "checklist", "D": "divider", "P": "pictures",
            "R": "reference",
            "B": "blank", "X": "poster",
        ]
        return .array(
            text.split(separator: "|", omittingEmptySubsequences: false).map { volume in
                let sheets = volume.split(separator: " ").map { word -> JSONValue in
                    var sheet: [String: JSONValue] = [:]
                    sheet["kind"] = kinds[word.first ?? " "]
                    let places = word.dropFirst().filter { $0 != "*" }.split(separator: ",")
                    if !places.isEmpty {
                        sheet["pictures"] = .array(places.map { .integer(Int64($0) ?? 0) })
                    }
                    if !word.hasSuffix("*") {
                        sheet["page"] = .integer(number)
                        number += 1
                    }
                    return .object(sheet)
                }
                return ["path": "data/dossier.pdf", "sheets": .array(sheets)]
            }
        )
    }

    /// Two materials, of two pictures and of one.
    private func contents() async throws -> DossierContents {
        let home = try TemporaryFolder()
        let review = try await PackRun().review(SmallCandidate().write(to: "c", in: home))
        let catalog = try Repository.catalog()
        return DossierContents(
            review,
            style: try catalog.dossierStyle(),
            texts: try catalog.findingTexts()
        )
    }

    private func plan(_ text: String, last: Int64) async throws -> DossierPlan {
        try DossierPlan(
            manifest: ["volumes": volumes(text), "pages": .integer(last)],
            contents: await contents(),
            isDuplex: false,
            arrangement: { _ in .cards }
        )
    }

    @Test(
        arguments: [
            ("C I P0 P1 P2", 4), ("C0 I I P0,1 P2 R", 5), ("C B* I P0 P1 P2", 4),
            ("C I D P0 P1 D P2", 6), ("C I P0|C I P1 P2", 6),
        ] as [(String, Int64)]
    )
    func `pages in order are a plan`(text: String, last: Int64) async throws {
        let plan = try await plan(text, last: last)
        #expect(plan.lastPage == Int(last))
        #expect(plan.volumes.count == text.split(separator: "|").count)
    }

    @Test func `two pictures share a page as they are said to`() async throws {
        let plan = try await plan("C I D D P0,1 D P2", last: 6)
        #expect(
            plan.volumes[0].sheets.map(\.kind) == [
                .cover, .index(0), .divider(0, part: 0), .divider(0, part: 1),
                .pictures(0, .cards), .divider(1, part: 0), .pictures(1, .single),
            ]
        )
    }

    @Test(
        arguments: [
            // Nothing, another beginning, an unknown page, a page too many.
            ("", 0), ("I C P0", 2), ("C* I P0 P1 P2", 3), ("C X P0 P1 P2", 4), ("C I P0 P1 P2", 5),
            // Pictures that there are not, too many, of two materials, none; materials out of order.
            ("C I P0 P1 P3", 4), ("C I P0 P1 P-1", 4), ("C I P0,1,2", 2), ("C I P1,2", 2),
            ("C I P P1 P2", 4), ("C I P2 P0 P1", 4), ("C I P0 P2 P1", 4),
            // What stands before no material; a volume without a cover.
            ("C I P0 P1 P2 D", 5), ("C I P0|I P1 P2", 4), ("C I P0|", 2),
        ] as [(String, Int64)]
    )
    func `other pages are refused`(text: String, last: Int64) async throws {
        await #expect(throws: PackagingError.self) { try await plan(text, last: last) }
    }

    @Test func `parts of another length are not printed`() async throws {
        let plan = try await plan("C I D P0 P1 D P2 R", last: 7)
        let right = PartLengths(index: 1, reference: 1, dividers: [1, 1])
        #expect(plan.agrees(with: right))
        for wrong in [
            PartLengths(index: 2, reference: 1, dividers: [1, 1]),
            PartLengths(index: 1, reference: 2, dividers: [1, 1]),
            PartLengths(index: 1, review: 1, reference: 1, dividers: [1, 1]),
            PartLengths(index: 1, reference: 1, dividers: [2, 1]),
            PartLengths(index: 1, reference: 1, dividers: [2, 0]),
            PartLengths(index: 1, reference: 1),
        ] {
            #expect(!plan.agrees(with: wrong))
        }
    }

    @Test func `the sheet to tick is as long as it was, or was not there yet`() async throws {
        let plan = try await plan("C I L L P0 P1 P2 R", last: 7)
        #expect(plan.volumes[0].sheets[2...3].map(\.kind) == [.checklist(0), .checklist(1)])
        #expect(plan.agrees(with: PartLengths(index: 1, checklist: 2, reference: 1)))
        for length in [0, 1, 3] {
            #expect(!plan.agrees(with: PartLengths(index: 1, checklist: length, reference: 1)))
        }
        let old = try await self.plan("C I P0 P1 P2 R", last: 5)
        #expect(old.agrees(with: PartLengths(index: 1, checklist: 2, reference: 1)))
    }
}
