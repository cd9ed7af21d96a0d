import CandidateFixtures
import PageLayout
import Review
import TemplateCatalog

@testable import Packaging

extension FolderReview {
    /// The pages of the dossier, with codes of no modules.
    func dossierLayout() throws -> DocumentLayout {
        let catalog = try Repository.catalog()
        let drawing = DossierDrawing(
            review: self,
            style: try catalog.dossierStyle(),
            texts: try catalog.findingTexts(),
            measure: try PackRun.fonts().library
        )
        let plan = drawing.plan(codeSide: 29)
        let code = SheetCode(
            text: "",
            modules: CodeModules(side: 29, runs: []),
            id: "ID",
            hashPrefix: "00",
            position: ""
        )
        return drawing.layout(
            plan,
            codes: Array(repeating: code, count: plan.pageCount),
            codeSide: 29,
            seal: SheetSeal(key: nil),
            date: PackRun.anyDay.date,
            version: "0.0.1"
        )
    }
}
