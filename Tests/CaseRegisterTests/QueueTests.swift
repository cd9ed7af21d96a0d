import CaseRegister
import RegisterFixtures
import Registration
import Testing

@Suite struct QueueTests {
    let office: SmallRegister
    /// Submitted, returned for a photo, returned for an id, accepted by 乙, of Hubei.
    let cases: [SyntheticCase]

    init() throws {
        let office = try SmallRegister()
        self.office = office
        var cases = try (1...4).map { try office.added($0, at: SmallRegister.opening + Int64($0)) }
        cases.append(try office.added(8, at: SmallRegister.opening + 5))
        try office.giveBack(&cases[1], "hn.photo", "unclear", at: SmallRegister.opening + 60)
        try office.giveBack(&cases[2], "hn.id", "expired", at: SmallRegister.opening + 70)
        try office.decide(
            &cases[3],
            .accepted(revision: 1),
            by: "乙",
            at: SmallRegister.opening + 80
        )
        self.cases = cases
    }

    static let filters: [(QueueFilter, [Int])] = [
        (.init(), [0, 4, 1, 2, 3]),
        (.init(states: [.submitted]), [0, 4]),
        (.init(states: [.returned, .siteAccepted]), [1, 2, 3]),
        (.init(material: "hn.photo"), [1]),
        (.init(reason: "expired"), [2]),
        (.init(material: "hn.photo", reason: "expired"), []),
        (.init(area: "hubei-2025"), [4]),
        (.init(reviewer: "乙"), [3]),
        (.init(since: SmallRegister.opening + 70), [2, 3]),
        (.init(overdue: SmallRegister.opening + 5), [0]),
        (.init(states: [.returned], reason: "unclear", area: "hunan-2026", reviewer: "甲"), [1]),
        (.init(text: "%"), []),
        (.init(text: "_"), []),
        (.init(text: "' OR 1 --"), []),
    ]

    @Test(arguments: filters)
    func `A filter lets through what it names, the longest waiting first`(
        filter: QueueFilter,
        places: [Int]
    ) throws {
        let found = try office.ids(filter)
        #expect(found == places.map { cases[$0].caseID })
    }

    @Test func `Text finds names, numbers, and ids of cases and dossiers as people type them`()
        throws
    {
        let one = cases[1]
        let id = one.caseID.lowercased()
        let grouped = "\(id.prefix(5))-\(id.dropFirst(5).prefix(4)) \(id.suffix(5))"
        for text in [one.bearer.name, one.bearer.maskedNumber, one.caseID, grouped] {
            #expect(try office.ids(.init(text: text)).contains(one.caseID), "\(text)")
        }
        #expect(try office.ids(.init(text: grouped)) == [one.caseID])
    }

    @Test func `Pages follow one another without gap or overlap while cases move`() throws {
        var seen: [String] = []
        var key: CaseSummary.Key?
        while seen.count < 20 {
            let page = try office.register.queue(limit: 2, after: key)
            guard let last = page.last else { break }
            seen += page.map(\.caseID)
            key = last.key
            // One that was listed moves to the end, where it is met again.
            if seen.count == 2 {
                var moving = cases[0]
                try office.decide(
                    &moving,
                    .accepted(revision: 1),
                    at: SmallRegister.opening + 999
                )
            }
        }
        #expect(seen == [0, 4, 1, 2, 3, 0].map { cases[$0].caseID })
    }

    @Test func `A resubmission keeps what was asked for, the next return replaces it`() throws {
        var one = cases[1]
        let photo = [ReturnedItem(material: "hn.photo", place: 1, reason: "unclear")]
        one.replace(photo, at: SmallRegister.opening + 100)
        try office.register.add(try one.submission(), at: SmallRegister.opening + 100)
        #expect(try office.ids(.init(states: [.submitted], material: "hn.photo")) == [one.caseID])
        try office.giveBack(&one, "hn.diploma", "no-seal", at: SmallRegister.opening + 110)
        #expect(try office.ids(.init(material: "hn.photo")).isEmpty)
        #expect(try office.ids(.init(material: "hn.diploma")) == [one.caseID])
    }

    @Test func `A beginning that several ids share is told from one that none has`() throws {
        let ids = cases.map(\.caseID)
        let alone = Dictionary(grouping: ids, by: \.first).values.first { $0.count == 1 }
        let id = try #require(alone?.first)
        #expect(try office.register.show(String(id.prefix(1))).summary.caseID == id)
        // There are fewer letters than cases now.
        let more = try (10..<50).map { try office.added($0).caseID }
        let shared = Dictionary(grouping: ids + more, by: \.first).first { $0.value.count > 1 }
        let letter = try #require(shared?.key)
        for (text, expected) in [
            (String(letter), RegisterError.Code.ambiguous), ("00000000000000", .noSuchCase),
            ("张三", .noSuchCase), ("", .noSuchCase),
        ] {
            #expect(try code { _ = try office.register.show(text) } == expected)
        }
    }
}
