import FormLayout

extension CandidateDecoder {
    /// What only forms ask for: texts, lists of texts, and lists of groups.
    func forms(_ value: YAMLValue?) throws(CatalogError) -> [String: FormDatum] {
        guard let value else { return [:] }
        var forms: [String: FormDatum] = [:]
        for entry in try YAMLMapping(value).entries {
            // A key that no template could name is a slip, and may be anything.
            guard FormText.isID(entry.key) else {
                throw CatalogError(
                    .unknownKey,
                    file: value.file,
                    place: entry.keyPlace,
                    message: "a key has Latin letters and digits"
                )
            }
            guard entry.value.isNull || entry.value.isScalar || entry.value.isList else {
                throw entry.value.error(.wrongType, "a text or a list is expected")
            }
            forms[entry.key] = try FormDatum(entry.value)
        }
        return forms
    }
}
