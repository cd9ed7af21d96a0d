import FormLayout

/// The widths of columns.
enum FormWidths {
    /// From here on a number means millimetres; nobody draws a column narrower than that.
    private static let leastMillimetres = 5.0

    static func columns(_ value: YAMLValue) throws(CatalogError) -> [FormColumn] {
        let columns = try value.list().map { (item) throws(CatalogError) in
            let number = try item.number()
            guard number > 0 else {
                throw item.error(
                    .wrongValue,
                    "a width above 0 is expected: 5 and more are millimetres, less is a share of what is left"
                )
            }
            return number < leastMillimetres
                ? FormColumn.share(number) : FormColumn.millimetres(number)
        }
        guard !columns.isEmpty else {
            throw value.error(.wrongValue, "at least one column is expected")
        }
        return columns
    }

    /// Refuses columns that do not fit into a width, or leave nothing to share.
    static func require(
        _ columns: [FormColumn],
        fitInto width: Double,
        _ value: YAMLValue
    ) throws(CatalogError) {
        let taken = taken(by: columns)
        let hasShares = columns.contains { if case .share = $0 { true } else { false } }
        guard taken > width || (hasShares && taken >= width) else { return }
        throw value.error(
            .wrongValue,
            hasShares
                ? "columns of \(brief(taken)) mm leave nothing of \(brief(width)) mm to share: make them narrower"
                : "columns of \(brief(taken)) mm do not fit into \(brief(width)) mm: make them narrower, or write 1 for a share"
        )
    }

    /// The columns in millimetres.
    static func millimetres(of columns: [FormColumn], in width: Double) -> [Double] {
        let shares = columns.reduce(0.0) { sum, column in
            if case .share(let share) = column { sum + share } else { sum }
        }
        let left = max(0, width - taken(by: columns))
        return columns.map { column in
            switch column {
            case .millimetres(let millimetres): millimetres
            case .share(let share): left * share / shares
            }
        }
    }

    /// A length as people write it: 35, 46.5.
    static func brief(_ length: Double) -> String {
        let rounded = (length * 10).rounded() / 10
        return Int(exactly: rounded).map { "\($0)" } ?? "\(rounded)"
    }

    private static func taken(by columns: [FormColumn]) -> Double {
        columns.reduce(0) { sum, column in
            if case .millimetres(let millimetres) = column { sum + millimetres } else { sum }
        }
    }
}
