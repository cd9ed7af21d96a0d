import CaseLog
import Casework
import Packaging
import Registration
import Review
import Sealing
import TemplateCatalog

/// Prints where a case stands and what its candidate does next.
struct CaseStatusText {
    let candidate: CandidateCase
    /// In days since 1970-01-01.
    let day: Int
    let reasons: ReturnReasons
    let console: Console

    private var standing: Case { candidate.standing }
    private var text: CaseText { CaseText(review: candidate.review, console: console) }
    private var violations: [CaseViolation] { candidate.violations(on: day) }

    /// Whether something was changed that is locked, or waits for a submission that must not be forgotten.
    var needsAttention: Bool { !violations.isEmpty || candidate.hasChangedProfile }

    func printText() {
        let state = console.text("case.state.\(standing.state.rawValue)")
        console.print(
            console.text("status.state", ["state": state, "revision": "\(standing.revision)"])
        )
        if candidate.recoveredBytes > 0 { console.note(console.text("status.recovered")) }
        printPictures()
        printReturned()
        for violation in violations { console.print("✗ " + text.line(for: violation)) }
        if let rejection = standing.rejection {
            console.print("  " + title(of: rejection.reason) + note(rejection.note))
        }
        console.print("→ " + console.text("status.next.\(nextStep)"))
        if let last = lastDay.flatMap(IssueDay.text) {
            console.print(console.text("receive.answer-by", ["day": last]))
        }
    }

    /// The last day on which to submit, if one is known and there is something to submit.
    private var lastDay: Int? {
        switch standing.state {
        case .draft, .withdrawn: standing.lastDay
        case .returned: candidate.answerBy ?? standing.lastDay
        default: nil
        }
    }

    /// What to do, as a stable name.
    private var nextStep: String {
        if standing.hasFailed(on: day) { return "failed" }
        if !violations.isEmpty { return "restore" }
        if candidate.hasChangedProfile, !standing.state.isEnd { return "submit-again" }
        switch standing.state {
        case .draft: return standing.revision == 0 ? "submit" : "submit-again"
        case .withdrawn: return "submit-again"
        case .submitted, .siteAccepted: return "wait"
        case .returned: return candidate.unanswered.isEmpty ? "submit-again" : "replace"
        case .areaAccepted: return "done"
        case .rejected: return "rejected"
        }
    }

    private func printPictures() {
        guard !standing.pictures.isEmpty else { return }
        var table = TextTable()
        for picture in standing.pictures {
            table.add([
                "  " + console.text("picture.state.\(picture.state.rawValue)"),
                text.title(of: picture.material),
                console.text("case.picture", ["place": "\(picture.place)"]),
                candidate.review.path(material: picture.material, place: picture.place) ?? "",
            ])
        }
        for line in table.lines(width: Environment.terminalWidth, yielding: 1) {
            console.say(line)
        }
    }

    private func printReturned() {
        for item in standing.returnedItems {
            let place = item.place.map { console.text("case.picture", ["place": "\($0)"]) }
            let what = [text.title(of: item.material), place].compactMap(\.self)
            let isOpen = candidate.unanswered.contains {
                $0.material == item.material && $0.place == item.place
            }
            console.print(
                (isOpen ? "✗ " : "✓ ") + what.joined(separator: " ") + "  "
                    + title(of: item.reason) + note(item.note)
            )
            guard isOpen, let wording = reasons.returnReason(item.reason)?.wording else { continue }
            let title = text.title(of: item.material)
            console.print("    " + wording.sentence(in: console.language, material: title))
            if let mending = wording.mending(in: console.language, material: title) {
                console.print("    → " + mending)
            }
        }
    }

    private func title(of reason: String) -> String {
        let wording =
            reasons.returnReason(reason)?.wording ?? reasons.rejectionReason(reason)?.wording
        return wording?.title(in: console.language) ?? reason
    }

    private func note(_ note: String) -> String {
        guard !note.isEmpty else { return "" }
        return console.language == .zh ? "（\(note)）" : " (\(note))"
    }

    var json: JSONValue {
        var value: [String: JSONValue] = [
            "state": .string(standing.state.rawValue),
            "revision": .integer(Int64(standing.revision)),
            "next": .string(nextStep),
            "profileChanged": .bool(candidate.hasChangedProfile),
            "pictures": .array(
                standing.pictures.map { picture in
                    [
                        "material": .string(picture.material),
                        "place": .integer(Int64(picture.place)),
                        "sha256": .string(picture.hash.hex),
                        "state": .string(picture.state.rawValue),
                    ]
                }
            ),
            "violations": .array(violations.map(text.json)),
            "unanswered": .array(candidate.unanswered.map(text.json)),
        ]
        value["answerBy"] = lastDay.flatMap(IssueDay.text).map(JSONValue.string)
        value["returned"] = .array(
            standing.returnedItems.map { item in
                var value: [String: JSONValue] = [
                    "material": .string(item.material), "reason": .string(item.reason),
                    "note": .string(item.note),
                ]
                value["place"] = item.place.map { .integer(Int64($0)) }
                return .object(value)
            }
        )
        return .object(value)
    }
}
