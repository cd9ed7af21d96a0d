import Registration
import Testing

/// Random stories, told to the case and to its plain model; a million comparisons cost too much as
/// expectations, so that only differences are recorded.
@Suite struct CaseModelTests {
    // Ten parts of ten thousand sequences each.
    @Test(arguments: 0..<10)
    func `Of 100,000 random stories none ends otherwise than by plain tables`(
        part: Int
    ) throws {
        var random = SeededGenerator(seed: UInt64(part) + 8)
        var happened: [String: Int] = [:]
        var refused: [String: Int] = [:]
        for _ in 0..<10_000 {
            try tell(with: &random, happened: &happened, refused: &refused)
        }
        // A test in which nothing can happen would find nothing.
        for state in CaseState.allCases { #expect(happened[state.rawValue, default: 0] > 50) }
        for code in Self.codes { #expect(refused["case." + code, default: 0] > 5, "\(code)") }
    }

    static let codes = [
        "ended", "wrong-actor", "wrong-revision", "site-first", "already-decided",
        "nothing-submitted", "already-submitted", "no-pictures", "bad-places",
        "wrong-supersedes", "profile-differs", "profile-unchanged", "locked-changed",
        "unanswered", "nothing-asked", "unknown-picture", "asked-twice", "window-closed",
        "window-open",
    ]

    private func tell(
        with random: inout SeededGenerator,
        happened: inout [String: Int],
        refused: inout [String: Int]
    ) throws {
        let lastDay = Bool.random(using: &random) ? 4 : nil
        var plain = PlainCase(
            perImage: Bool.random(using: &random),
            isLateAllowed: Bool.random(using: &random),
            lastDay: lastDay
        )
        var subject = Case(
            rules: CaseRules(
                lockScope: plain.perImage ? .image : .dossier,
                lastDay: lastDay,
                takesLateReplacements: plain.isLateAllowed
            )
        )
        var day = 0
        for _ in 0..<Int.random(in: 1...14, using: &random) {
            day += Int.random(in: 0...7, using: &random) == 0 ? 2 : 0
            let (deed, role) = deed(for: plain, on: day, with: &random)
            let broken = plain.broken(deed, by: role, on: day)
            let event = try event(deed, by: role, on: day)
            do throws(CaseRefusal) {
                try subject.apply(event)
                if !broken.isEmpty { Issue.record("\(deed) by \(role) in \(plain): \(broken)") }
                plain.perform(deed, by: role)
                happened[subject.state.rawValue, default: 0] += 1
            } catch {
                if !broken.contains(error.code.rawValue) {
                    Issue.record("\(error) \(broken) in \(plain)")
                }
                refused[error.code.rawValue, default: 0] += 1
            }
            try compare(subject, plain, on: day)
        }
    }

    private func compare(_ subject: Case, _ plain: PlainCase, on day: Int) throws {
        let status = ["new", "reopened"].contains(plain.status) ? "draft" : plain.status
        var flags: [String: String] = [:]
        for picture in subject.pictures {
            flags["\(picture.material)/\(picture.place)"] = picture.state.rawValue
        }
        let isSame =
            subject.state.rawValue == status && subject.revision == plain.revision
            && flags == plain.flags && subject.returnedItems.count == plain.wanted.count
            && subject.lastDay == plain.lastDay && subject.isClosed == plain.isClosed
        if !isSame { Issue.record("\(subject) is not \(plain)") }
        let allowed = subject.allowedChanges(on: day)
        let isFree = ["new", "reopened", "withdrawn"].contains(plain.status)
        for key in ["a/1", "a/2", "b/1", "c/1"] {
            let (material, place) = PlainCase.parts(of: key)
            let isWhole = plain.wanted.contains { $0.material == material && $0.place == nil }
            let isUnlocked =
                isFree || ["open", "return-asked"].contains(plain.flags[key] ?? "")
                || (plain.status == "returned" && (isWhole || !plain.perImage))
            let expected = isUnlocked && !plain.isShut(day)
            let isAllowed = allowed.allows(material: material, place: place)
            if isAllowed != expected { Issue.record("\(key) of \(plain)") }
        }
    }

    // MARK: What happens

    private func deed(
        for plain: PlainCase,
        on day: Int,
        with random: inout SeededGenerator
    ) -> (PlainCase.Deed, String) {
        let isOdd = Int.random(in: 0...9, using: &random) == 0
        let likely = Self.likely[plain.status]?.randomElement(using: &random)
        let roles = ["candidate", "site", "area", "clock"]
        let all = ["submit", "send", "accept", "reject", "withdraw", "change", "close", "open"]
        let name = isOdd ? all.randomElement(using: &random) : likely?.0
        let role = isOdd ? roles.randomElement(using: &random) : likely?.1
        return (deed(name ?? "submit", plain, day, &random), role ?? "candidate")
    }

    /// What happens most of the time.
    static let likely: [String: [(String, String)]] = [
        "new": [("submit", "candidate")],
        "reopened": [("submit", "candidate"), ("change", "candidate"), ("close", "clock")],
        "withdrawn": [("submit", "candidate"), ("change", "candidate"), ("open", "area")],
        "submitted": [
            ("send", "site"), ("send", "site"), ("accept", "site"), ("reject", "site"),
            ("withdraw", "candidate"), ("change", "candidate"), ("close", "clock"),
        ],
        "site-accepted": [
            ("send", "area"), ("accept", "area"), ("reject", "area"), ("change", "candidate"),
        ],
        "returned": [
            ("submit", "candidate"), ("submit", "candidate"), ("submit", "candidate"),
            ("withdraw", "candidate"), ("change", "candidate"), ("reject", "site"),
            ("close", "clock"),
        ],
        "area-accepted": [("withdraw", "candidate")], "rejected": [("submit", "candidate")],
    ]

    private func deed(
        _ name: String,
        _ plain: PlainCase,
        _ day: Int,
        _ random: inout SeededGenerator
    ) -> PlainCase.Deed {
        func isRare() -> Bool { Int.random(in: 0...14, using: &random) == 0 }
        let revision =
            plain.revision + (isRare() ? [-1, 1, 7].randomElement(using: &random) ?? 1 : 0)
        switch name {
        case "submit":
            return .submit(
                revision: revision + 1,
                profile: isRare() ? 77 : plain.profile ?? 70,
                pile: isRare() ? [:] : pile(after: plain, &random),
                supersedes: isRare() ? revision == 0 : revision > 0
            )
        case "send":
            let count = isRare() ? 0 : Int.random(in: 1...2, using: &random)
            let items = (0..<count).map { _ in
                (
                    material: ["a", "b", "c"].randomElement(using: &random) ?? "a",
                    place: [nil, 1, 1, 2].randomElement(using: &random) ?? nil
                )
            }
            return .send(back: items, revision: revision)
        case "accept": return .accept(revision: revision)
        case "reject": return .reject(revision: revision)
        case "withdraw": return .withdraw
        case "change": return .change(profile: Int.random(in: 70...72, using: &random))
        case "close": return .close(isRare() ? day : plain.lastDay ?? 3)
        default: return .open(day + Int.random(in: -1...5, using: &random))
        }
    }

    /// The pictures of the last submission with what was asked for replaced, and sometimes other changes.
    private func pile(
        after plain: PlainCase,
        _ random: inout SeededGenerator
    ) -> PlainCase.Pile {
        var pile = plain.pile
        if pile.isEmpty {
            pile = ["a/1": 1, "a/2": Int.random(in: 1...2, using: &random), "b/1": 3]
        }
        for item in plain.wanted where Int.random(in: 0...11, using: &random) > 0 {
            let place = item.place ?? Int.random(in: 1...2, using: &random)
            pile["\(item.material)/\(place)"] = Int.random(in: 1...40, using: &random)
        }
        if Int.random(in: 0...3, using: &random) == 0 {
            let key = ["a/1", "a/2", "a/3", "b/1", "c/1"].randomElement(using: &random) ?? "a/1"
            let isGone = Bool.random(using: &random)
            pile[key] = isGone ? nil : Int.random(in: 1...40, using: &random)
        }
        return pile
    }

    private func event(
        _ deed: PlainCase.Deed,
        by role: String,
        on day: Int
    ) throws -> CaseEvent {
        let actor: CaseEvent.Actor =
            switch role {
            case "candidate": .candidate
            case "clock": .clock
            default: .office(role == "site" ? .site : .area, name: "示例")
            }
        let time = Int64(day) * 86_400
        return CaseEvent(actor: actor, time: time, action: try action(deed))
    }

    private func action(_ deed: PlainCase.Deed) throws -> CaseEvent.Action {
        switch deed {
        case .submit(let revision, let profile, let pile, let supersedes):
            .submitted(
                revision: revision,
                profile: try CaseStory.hash(profile),
                pictures: try pile.map { key, number in
                    let (material, place) = PlainCase.parts(of: key)
                    return SubmittedPicture(
                        material: material,
                        place: place,
                        hash: try CaseStory.hash(number)
                    )
                },
                supersedes: supersedes ? "0123456789ABCD" : nil
            )
        case .send(let items, let revision):
            .returned(
                revision: revision,
                items: items.map { CaseStory.asked($0.material, $0.place) }
            )
        case .accept(let revision): .accepted(revision: revision)
        case .reject(let revision): .rejected(revision: revision, reason: "unfit", note: "")
        case .withdraw: .withdrawn
        case .change(let profile): .profileChanged(try CaseStory.hash(profile))
        case .close(let day): .windowClosed(lastDay: day)
        case .open(let day): .windowOpened(lastDay: day)
        }
    }
}
