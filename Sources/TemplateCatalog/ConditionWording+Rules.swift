import Registration
public import Review

extension ConditionWording {
    /// How many pictures, with the cases in their order.
    public func words(for rule: CountRule) -> String {
        let cases = rule.cases.map { item in
            (item.condition, words(for: item))
        }
        guard cases.count > 1 else { return cases.first?.1 ?? "" }
        return cases.map { condition, count in
            condition == .always
                ? text("count.else", ["count": count])
                : text("count.when", ["part": words(for: condition), "count": count])
        }.joined(separator: text("condition.comma"))
    }

    private func words(for item: CountRule.Case) -> String {
        let least = "\(item.minimum)"
        let count =
            switch item.maximum {
            case nil: text("count.least", ["min": least])
            case item.minimum?: text("count.exact", ["count": least])
            case let most?: text("count.range", ["min": least, "max": "\(most)"])
            }
        guard let multiplier = item.multiplier else { return count }
        guard multiplier.condition != .always else {
            return text("count.per", ["count": count, "key": label(multiplier.list)])
        }
        return text(
            "count.perSome",
            [
                "count": count, "key": label(multiplier.list),
                "part": entryWords(for: multiplier.condition, in: multiplier.list),
            ]
        )
    }

    /// How long a paper counts.
    public func words(for validity: Validity?) -> String {
        switch validity?.rule {
        case nil: text("validity.none")
        case .issuedInYear(let year)?: text("validity.year", ["year": "\(year)"])
        case .withinMonths(let months)?: text("validity.months", ["months": "\(months)"])
        case .unexpired?: text("validity.unexpired")
        }
    }

    /// What pictures must be like, as far as a few words can say it.
    public func words(for rule: PictureRule) -> String {
        var parts = [
            text("rule.formats", ["formats": rule.formats.map(\.title).joined(separator: "/")])
        ]
        if let floor = rule.minBytes { parts.append(text("rule.minBytes", ["limit": floor.text])) }
        if let limit = rule.maxBytes { parts.append(text("rule.maxBytes", ["limit": limit.text])) }
        if let least = rule.minPixels {
            parts.append(text("rule.minPixels", ["pixels": "\(least.width)×\(least.height)"]))
        }
        if let most = rule.maxPixels {
            parts.append(text("rule.maxPixels", ["pixels": "\(most.width)×\(most.height)"]))
        }
        if rule.colourless != nil { parts.append(text("rule.colour")) }
        return parts.joined(separator: text("condition.comma"))
    }
}
