import Registration
import Review
import TemplateCatalog

extension DossierContents {
    /// What the index says when each page has its place; without a plan as much, but for the pages.
    func index(_ plan: DossierPlan?, _ style: DossierStyle) -> IndexContents {
        let pages = plan?.pages ?? [:]
        func found(_ weight: Remark.Weight) -> [String] {
            remarks.filter { $0.weight == weight }.map(\.text)
        }
        return IndexContents(
            name: name,
            rows: materials.map { material in
                IndexContents.Row(
                    title: material.title,
                    need: material.need,
                    count: material.pictures.count,
                    pages: Self.range(material.pictures.compactMap { pages[$0] }),
                    remark: indexRemark(material, style)
                )
            },
            errors: found(.error),
            warnings: found(.warning)
        )
    }

    /// The page of a volume to which each row of the index leads: that of the material's first picture.
    func indexTargets(_ plan: DossierPlan, _ volume: DossierPlan.Volume) -> [Int?] {
        let places = volume.sheets.enumerated().compactMap { place, sheet in
            sheet.number.map { ($0, place) }
        }
        let targets = Dictionary(uniqueKeysWithValues: places)
        let pages = plan.pages
        return materials.map { material in
            material.pictures.lazy.compactMap { pages[$0] }.first.flatMap { targets[$0] }
        }
    }

    /// What else there is to say of a material; to most nothing.
    private func indexRemark(_ material: Material, _ style: DossierStyle) -> String {
        let own = pictures[material.pictures]
        func counted(_ key: String, _ isMeant: (Picture) -> Bool) -> String? {
            let count = own.count(where: isMeant)
            return count > 0 ? style.text(key, ["count": "\(count)"]) : nil
        }
        return [
            material.pictures.isEmpty ? absence(of: material, style) : nil,
            counted("indexRepaired") { $0.isRepaired },
            counted("indexWithheld") { !$0.isDrawn && $0.masking != nil },
            counted("indexNotShown") { !$0.isDrawn && $0.masking == nil },
        ].compactMap(\.self).joined(separator: "；")
    }

    /// Why a material has no pictures.
    private func absence(of material: Material, _ style: DossierStyle) -> String? {
        switch material.claim.excuse {
        case .waived?: return style.text("indexWaived")
        case .instead?: return style.text("indexInstead")
        case nil: break
        }
        guard case .required(minimum: 1..., maximum: _) = material.claim.need else { return nil }
        return style.text("indexMissing")
    }
}
