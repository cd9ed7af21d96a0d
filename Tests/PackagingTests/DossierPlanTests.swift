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
        try await PackRun().review(candidate.write(to: "c", in: home)).drawing()
    }

    @Test func `pages follow cover and index in the area's order without gaps`() async throws {
        // By name, 毕业证书 sorts first; in the manual 身份证明 does.
        let review = try await PackRun().review(SmallCandidate().write(to: "c", in: home))
        let filed = review.filedMaterials
        #expect(filed.map(\.requirement.material.title) == ["身份证明", "毕业证书"])
        #expect(filed.map(\.number) == [1, 2])
        #expect(
            filed.flatMap(\.pictures).map(\.archivePath) == [
                "materials/01-身份证明/01.jpg", "materials/01-身份证明/02.jpg",
                "materials/02-毕业证书/01.jpg",
            ]
        )
        let plan = try review.drawing().plan()
        #expect(plan.volumes.count == 1)
        let first = 1 + indexPages(plan)
        #expect(plan.pages == [0: first, 1: first + 1, 2: first + 2])
        #expect(plan.lastPage == first + 3)
        #expect(plan.volumes[0].pictures == [0, 1, 2])
    }

    private func indexPages(_ plan: DossierPlan) -> Int {
        plan.volumes.flatMap(\.sheets).count { $0.kind.name == "index" }
    }

    @Test func `an index of several pages moves the pictures back`() async throws {
        var candidate = SmallCandidate()
        // Each is a finding with a sentence of its own.
        for number in 1...60 {
            candidate.pictures["毕业证书/空白\(number).jpg"] = []
        }
        let drawing = try await drawing(candidate)
        let plan = try drawing.plan()
        let first = 1 + indexPages(plan)
        #expect(first > 2)
        #expect(plan.pages.values.sorted() == Array(first..<(first + 63)))
        // Empty files have no place among those that are drawn.
        #expect(drawing.drawnPictures(plan.volumes[0]) == [0, 1, 2])

        let layout = try drawing.layout(plan, volume: 0, .withoutModules(pages: plan.lastPage))
        #expect(layout.pages.count == plan.pageCount)
        #expect(layout.pages.dropFirst().map(\.label) == (1...plan.lastPage).map(String.init))
    }

    @Test(
        arguments: [
            ("毕业证书", "毕业证书"), ("甲/乙", "甲_乙"), ("a:b*c?d\"e<f>g|h\\i", "a_b_c_d_e_f_g_h_i"),
            ("一\n二", "一_二"),
        ]
    )
    func `a title becomes a name that Windows and zip take`(title: String, name: String) {
        #expect(FiledPicture.safeName(title) == name)
    }
}
