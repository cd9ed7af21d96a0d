import Registration
import Review

extension Delivery {
    /// Reads `{ kind, maxBytes, fixedOrder, paper, clause }`.
    init(yaml value: YAMLValue) throws(CatalogError) {
        let mapping = try YAMLMapping(
            value,
            keys: ["kind", "maxBytes", "fixedOrder", "paper", "clause"]
        )
        self.init(
            try mapping.required("kind").word(of: Kind.self),
            maxBytes: try mapping.optional("maxBytes").map { (item) throws(CatalogError) in
                try ByteLimit(yaml: item)
            },
            isOrderFixed: try mapping.optional("fixedOrder")?.flag() ?? false,
            paper: try mapping.optional("paper")?.words(),
            clause: try Clause(yaml: mapping.required("clause"))
        )
    }
}
