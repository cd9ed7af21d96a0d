import Registration

extension Clause {
    /// Reads `{ section, quote }`.
    init(yaml value: YAMLValue) throws(CatalogError) {
        let mapping = try YAMLMapping(value, keys: ["section", "quote"])
        self.init(
            section: try mapping.required("section").words(),
            quote: try mapping.required("quote").words()
        )
    }

    /// Stands for a clause with a noted fault.
    static let unread = Self(section: "", quote: "")
}
