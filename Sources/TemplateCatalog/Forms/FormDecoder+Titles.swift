import FormLayout
import Registration

extension FormDecoder {
    /// Reads `titles`, or the one `title` that the form has always borne.
    func titles() throws(CatalogError) -> [FormTemplate.Title] {
        let entry = try mapping.onlyEntry(of: ["title", "titles"])
        guard entry.key == "titles" else { return [.init(try entry.value.words())] }
        let troubles = entry.value.log?.troubles
        let titles = try entry.value.each(title)
        guard troubles == entry.value.log?.troubles else { return titles }
        let items = try entry.value.list()
        for index in titles.indices.dropFirst() {
            guard let until = titles[index - 1].until, let from = titles[index].from, until < from
            else {
                throw items[index].error(
                    .wrongValue,
                    "the years of this title must follow those of the one before it: set its \"from\" after that one's \"until\""
                )
            }
        }
        guard let last = titles.last, last.until == nil else {
            throw (items.last ?? entry.value).error(
                .wrongValue,
                "there is no title for now: the last one must have no \"until\""
            )
        }
        return titles
    }

    private func title(_ value: YAMLValue) throws(CatalogError) -> FormTemplate.Title {
        guard !value.isScalar else { return .init(try value.words()) }
        let mapping = try YAMLMapping(value, keys: ["text", "from", "until"])
        let from = try mapping.optional("from")?.integer(in: 1999...2999)
        return FormTemplate.Title(
            try mapping.required("text").words(),
            from: from,
            until: try mapping.optional("until")?.integer(in: (from ?? 1999)...2999)
        )
    }

    /// Reads what the form serves; whether there is such an area is for the check to ask.
    func services() throws(CatalogError) -> [FormTemplate.Service] {
        try mapping.optionalPart("serves") { (list) throws(CatalogError) in
            var services: [FormTemplate.Service] = []
            for item in try list.list() {
                let index = services.count
                let service = try item.attempt { () throws(CatalogError) in
                    try self.service(item, index)
                }
                if let service { services.append(service) }
            }
            return services
        } ?? []
    }

    private func service(
        _ value: YAMLValue,
        _ index: Int
    ) throws(CatalogError) -> FormTemplate.Service {
        let mapping = try YAMLMapping(value, keys: ["area", "material", "clause"])
        let area = try mapping.required("area")
        let material = mapping.optional("material")
        let service = FormTemplate.Service(
            area: try area.words(),
            material: try material?.words(),
            clause: try mapping.optional("clause").map(Clause.init(yaml:))
        )
        area.mark(.servedArea(index))
        material?.mark(.servedMaterial(index))
        return service
    }
}
