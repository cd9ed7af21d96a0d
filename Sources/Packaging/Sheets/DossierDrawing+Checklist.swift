import PageLayout
import TemplateCatalog

extension DossierDrawing {
    /// The pages of the sheet to tick (材料核对表), as they stand on the front of a leaf.
    ///
    /// - Parameters:
    ///   - plan: Where each picture stands; nil while that is not decided, which takes no other room.
    ///   - date: The day of issue.
    /// - Returns: The pages, to be put in the frame of their places.
    func checklist(_ plan: DossierPlan?, date: String) -> [Page] {
        let list = contents.checklist
        let pages = plan?.pages ?? [:]
        var sheet = ChecklistSheet(
            list: list,
            style: templates.checklist,
            look: style,
            wording: ConditionWording(
                area: list.area,
                messages: templates.messages,
                language: .zh
            ),
            messages: templates.messages,
            measure: measure,
            date: date
        )
        for material in contents.presentMaterials {
            let numbers = material.pictures.compactMap { pages[$0] }
            sheet.pageNumbers[material.id] = DossierContents.range(numbers)
        }
        return sheet.pages(in: place)
    }
}
