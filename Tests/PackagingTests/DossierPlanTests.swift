import CandidateFixtures
import PageLayout
import Review
import TemplateCatalog
import Testing

@testable import Packaging

@Suite struct DossierPlanTests {
    let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    private func drawing(_ candidate: SmallCandidate) async throws -> DossierDrawing {
        let review = try await PackRun().review(candidate.write(to: "c", in: home))
        let catalog = try Repository.catalog()
        return DossierDrawing(
            review: review,
            style: try catalog.dossierStyle(),
            texts: try catalog.findingTexts(),
            measure: try PackRun.fonts().library
        )
    }

    @Test func `pages follow cover and index in the area's order without gaps`() async throws {
        // By name, 毕业证书 sorts first; in the manual 身份证明 does.
        let plan = try await drawing(SmallCandidate()).plan(codeSide: 29)
        #expect(plan.materials.map(\.requirement.material.title) == ["身份证明", "毕业证书"])
        #expect(plan.materials.map(\.number) == [1, 2])
        let first = 1 + plan.indexPages
        #expect(plan.pictures.map(\.page) == [first, first + 1, first + 2])
        #expect(plan.pageCount == first + 3)
        #expect(plan.pictures.map(\.embedded) == [0, 1, 2])
        #expect(
            plan.pictures.map(\.archivePath) == [
                "materials/01-身份证明/01.jpg", "materials/01-身份证明/02.jpg",
                "materials/02-毕业证书/01.jpg",
            ]
        )
    }

    @Test func `an index of several pages moves the pictures back`() async throws {
        var candidate = SmallCandidate()
        // Each is a finding with a sentence of its own.
        for number in 1...60 {
            candidate.pictures["毕业证书/空白\(number).jpg"] = []
        }
        let drawing = try await drawing(candidate)
        let plan = drawing.plan(codeSide: 29)
        #expect(plan.indexPages > 1)
        #expect(plan.pictures.map(\.page) == Array((1 + plan.indexPages)..<plan.pageCount))
        #expect(plan.pictures.count == 63)
        // Empty files have no place among the embedded ones.
        #expect(plan.pictures.compactMap(\.embedded) == [0, 1, 2])

        let code = SheetCode(
            text: "",
            modules: CodeModules(side: 29, runs: []),
            id: "ID",
            hashPrefix: "00",
            position: ""
        )
        let layout = drawing.layout(
            plan,
            codes: Array(repeating: code, count: plan.pageCount),
            codeSide: 29,
            seal: SheetSeal(key: nil),
            date: PackRun.anyDay.date,
            version: "0.0.1"
        )
        #expect(layout.pages.count == plan.pageCount)
        #expect(layout.pages.dropFirst().map(\.label) == (1..<plan.pageCount).map(String.init))
    }

    @Test(
        arguments: [
            ("毕业证书", "毕业证书"), ("甲/乙", "甲_乙"), ("a:b*c?d\"e<f>g|h\\i", "a_b_c_d_e_f_g_h_i"),
            ("一\n二", "一_二"),
        ]
    )
    func `a title becomes a name that Windows and zip take`(title: String, name: String) {
        #expect(DossierPlan.safeName(title) == name)
    }
}
