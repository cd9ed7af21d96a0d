import Registration

extension DossierContents {
    /// What the sheets say of the dossier when each page has its place and the archive its id.
    func sheetContents(_ plan: DossierPlan?, id: String, date: String) -> SheetContents {
        let pages = plan?.pages ?? [:]
        return SheetContents(
            name: name,
            maskedIDNumber: values["maskedIDNumber"] ?? "",
            area: areaName,
            year: "\(year)",
            level: values["level"] ?? "",
            category: values["category"] ?? "",
            workplace: values["workplace"] ?? "",
            phone: values["phone"] ?? "",
            archive: id,
            pageCount: plan?.lastPage ?? 0,
            materials: presentMaterials.map { sheetMaterial($0, pages) },
            repairs: sheetRepairs(pages),
            missing: materials.filter { $0.number == nil }.map(\.title),
            findings: remarks.map {
                String($0.text.hasSuffix("。") ? $0.text.dropLast() : $0.text[...])
            },
            filed: date
        )
    }

    private func sheetMaterial(_ material: Material, _ pages: [Int: Int]) -> SheetContents.Material
    {
        let numbers = material.pictures.compactMap { pages[$0] }
        return SheetContents.Material(
            title: material.title,
            need: material.need,
            section: material.clause.section,
            quote: material.clause.quote,
            pictures: material.pictures.map { index in
                SheetContents.Picture(
                    title: pictures[index].caption,
                    pages: pages[index].map { "\($0)" } ?? "",
                    remark: pictures[index].fault ?? ""
                )
            },
            pages: Self.range(numbers)
        )
    }

    private func sheetRepairs(_ pages: [Int: Int]) -> [SheetContents.Repair] {
        presentMaterials.flatMap { material in
            material.pictures.filter { pictures[$0].isRepaired }.map { index in
                SheetContents.Repair(
                    pages: pages[index].map { "\($0)" } ?? "",
                    title: "\(material.title) \(index - material.pictures.lowerBound + 1)",
                    steps: pictures[index].repairs.joined(separator: "、")
                )
            }
        }
    }

    /// Page numbers as they are printed, "3" or "3–5".
    static func range(_ numbers: [Int]) -> String {
        guard let first = numbers.first, let last = numbers.last else { return "" }
        return first == last ? "\(first)" : "\(first)–\(last)"
    }
}
