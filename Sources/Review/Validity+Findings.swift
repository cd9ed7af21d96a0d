import Registration

extension Validity {
    /// What is wrong with the dates of one paper.
    ///
    /// - Parameters:
    ///   - paper: Its dates; nil if `candidate.yaml` says nothing about it.
    ///   - material: The id of its material.
    ///   - day: The day on which it is handed in.
    /// - Returns: At most one finding.
    func findings(for paper: Paper?, of material: String, on day: PartialDate) -> [Finding] {
        let verdict = verdict(on: paper, day: day)
        guard let code = verdict.code else { return [] }
        return [
            Finding(
                code,
                code == .paperDateUnknown ? unknownSeverity : .error,
                material: material,
                measured: verdict.measured,
                limit: verdict.limit,
                clause: clause
            )
        ]
    }

    /// Notes a picture that was taken before a paper like it may be dated, as its own file says.
    ///
    /// Clocks of cameras are wrong and scans are young, so this is never more than a hint.
    func findings(for picture: Picture, of material: String, on day: PartialDate) -> [Finding] {
        guard case .withinMonths(let months) = rule,
            let taken = picture.facts.metadata.dateTaken
        else { return [] }
        let verdict = Self.age(of: taken, months: months, day)
        guard verdict.code == .paperTooOld else { return [] }
        return [
            Finding(
                .pictureTakenEarly,
                .note,
                material: material,
                picture: picture.path,
                measured: verdict.measured,
                limit: verdict.limit,
                clause: clause
            )
        ]
    }

    private typealias Verdict = (code: Finding.Code?, measured: String?, limit: String?)

    private func verdict(on paper: Paper?, day: PartialDate) -> Verdict {
        if let issued = paper?.issued, issued.earliest > day.latest {
            return (.paperNotYetIssued, issued.description, "≤ \(day)")
        }
        switch rule {
        case .unexpired: return Self.expiry(paper?.expires, day)
        case .issuedInYear(let year):
            guard let issued = paper?.issued else { return (.paperDateUnknown, nil, "\(year)") }
            return issued.year == year
                ? (nil, nil, nil) : (.paperWrongYear, issued.description, "\(year)")
        case .withinMonths(let months):
            // A paper that states its own last day need not be counted.
            if let expires = paper?.expires { return Self.expiry(expires, day) }
            return Self.age(of: paper?.issued, months: months, day)
        }
    }

    private static func expiry(_ expires: Paper.Expiry?, _ day: PartialDate) -> Verdict {
        switch expires {
        case nil: (.paperDateUnknown, nil, "≥ \(day)")
        case .never?: (nil, nil, nil)
        case .on(let last)?: compare(last, day, shown: last.description, limit: "≥ \(day)")
        }
    }

    private static func age(
        of issued: PartialDate?,
        months: Int,
        _ day: PartialDate
    ) -> Verdict {
        guard let issued else { return (.paperDateUnknown, nil, nil) }
        guard let first = issued.earliestDay.adding(months: months),
            let last = issued.latestDay.adding(months: months)
        else { return (nil, nil, nil) }
        let limit = first == last ? "≤ \(last)" : "≤ \(first)–\(last)"
        if first.latest >= day.latest { return (nil, nil, nil) }
        return last.latest < day.earliest
            ? (.paperTooOld, issued.description, limit)
            : (.paperDateUnknown, issued.description, limit)
    }

    /// A last day that is only known in part may lie on either side.
    private static func compare(
        _ last: PartialDate,
        _ day: PartialDate,
        shown: String,
        limit: String
    ) -> Verdict {
        // 2030-05 on a document means the whole of May.
        last.latest >= day.latest ? (nil, nil, nil) : (.paperExpired, shown, limit)
    }
}
