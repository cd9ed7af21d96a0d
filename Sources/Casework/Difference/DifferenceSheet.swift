import FormLayout
import Registration
import Sealing
import Verification

/// What stands at the head of a comparison: the two dossiers, and what changed besides pictures.
struct DifferenceSheet {
    let difference: CaseDifference
    let words: DifferenceWords

    var answers: FormAnswers {
        let (before, after) = (difference.before, difference.after)
        func revision(_ revision: CaseDifference.Revision) -> FormAnswer {
            .text(words.text("jobRevision", ["revision": "\(revision.number)"]))
        }
        return [
            "name": .text(candidate("name")), "idNumber": .text(candidate("maskedIdNumber")),
            "beforeID": .text(before.id.description), "afterID": .text(after.id.description),
            "beforeRevision": revision(before), "afterRevision": revision(after),
            "beforeDate": .text(before.date), "afterDate": .text(after.date),
            "beforePictures": .text("\(before.pictures)"),
            "afterPictures": .text("\(after.pictures)"), "summary": .text(summary),
            "profile": .rows(
                difference.profile.map { row($0, words.question($0.name), words.answer) }
            ),
            "requirements": .rows(
                difference.requirements.map { row($0, $0.name, words.need) }
            ),
            "unmet": .rows(difference.unmet.map(row)),
        ]
    }

    private func candidate(_ member: String) -> String {
        difference.manifests.after.value["candidate"]?[member]?.string ?? ""
    }

    private var summary: String {
        func count(_ change: DossierComparison.Change) -> String {
            "\(difference.pictures.count { $0.change == change })"
        }
        let counts = words.text(
            "differenceSummary",
            [
                "replaced": count(.replaced), "added": count(.added), "removed": count(.removed),
                "moved": count(.moved), "unchanged": "\(difference.unchanged)",
            ]
        )
        let lineage = words.text("differenceLineage-\(difference.lineage.rawValue)")
        let person = difference.isSamePerson ? "" : words.text("differenceOtherPerson")
        return counts + lineage + person
    }

    private func row(
        _ change: DossierComparison.Difference,
        _ title: String,
        _ words: (String?) -> String
    ) -> [String: String] {
        ["title": title, "before": words(change.before), "after": words(change.after)]
    }

    private func row(_ item: ReturnedItem) -> [String: String] {
        [
            "title": words.title(of: item.material), "picture": words.place(item.place),
            "reason": words.reason(item.reason), "note": item.note,
        ]
    }
}
