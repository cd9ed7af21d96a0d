import Review

/// How long a seal counts.
package enum SealTerm {
    /// The last day, since 1970-01-01, of a seal: it serves one exam year and ends with that year, or with
    /// the year of issue if that is later.
    static func lastDay(for area: Area, issued: IssueDate) -> Int {
        lastDay(ofYear: area.year, issued: issued)
    }

    /// The same for the year of an exam.
    package static func lastDay(ofYear exam: Int, issued: IssueDate) -> Int {
        let year = max(exam, issued.year)
        return IssueDate("\(year)-12-31")?.daysSince1970 ?? issued.daysSince1970
    }
}
