import CandidateFixtures
import PageLayout
import Review
import TemplateCatalog

@testable import Packaging

extension FolderReview {
    /// What draws the dossier as the profile of that name wants it.
    func drawing(_ profile: String = "screen") throws -> DossierDrawing {
        let catalog = try Repository.catalog()
        let style = try catalog.dossierStyle()
        let profiles = try catalog.dossierProfiles()
        return DossierDrawing(
            contents: DossierContents(self, style: style, texts: try catalog.findingTexts()),
            profile: profiles[profile] ?? profiles.standard,
            style: style,
            sheets: try SheetTemplates(catalog),
            fonts: try PackRun.fonts().library,
            codeSide: 29
        )
    }

    /// The pages of the dossier, with codes of no modules.
    func dossierLayout(_ profile: String = "screen") throws -> DocumentLayout {
        let drawing = try drawing(profile)
        let plan = try drawing.plan()
        return try drawing.layout(plan, volume: 0, .withoutModules(pages: plan.lastPage))
    }
}

extension DossierDrawing.Issue {
    /// Codes that draw nothing.
    static func withoutModules(pages: Int) -> Self {
        let code = SheetCode(
            text: "",
            modules: CodeModules(side: 29, runs: []),
            id: "ID",
            hashPrefix: "00",
            position: ""
        )
        return Self(
            codes: Array(repeating: code, count: pages + 1),
            seal: SheetSeal(key: nil),
            date: PackRun.anyDay.date,
            version: "0.0.1"
        )
    }
}

extension DossierDrawing {
    /// All pages of a volume at once.
    func layout(
        _ plan: DossierPlan,
        volume: Int,
        _ issue: Issue
    ) throws -> DocumentLayout {
        var pages: [Page] = []
        try draw(plan, volume: volume, issue) { pages.append($0) }
        return DocumentLayout(pages: pages, bookmarks: bookmarks(plan.volumes[volume]))
    }
}
