import FormLayout
import Packaging
import Registration
import Sealing
import TemplateCatalog

/// What stands on the printed page of a slip, in words and numbers that only need to be set.
struct SlipSheet {
    let content: SlipContent
    let style: FormStyle

    /// The template that the page is set by.
    static func template(for decision: SlipDecision) -> CaseSheet {
        switch decision {
        case .returned: .returned
        case .accepted: .accepted
        case .rejected: .rejected
        }
    }

    var answers: FormAnswers {
        head.merging(decided) { $1 }
    }

    private var head: FormAnswers {
        let year = "\(content.exam.year)"
        let area = style.text("slipArea", ["area": content.area.name, "year": year])
        let office = ["office": content.office.name, "stage": stage]
        return [
            "name": .text(content.person.maskedName),
            "idNumber": .text(content.person.maskedIDNumber), "area": .text(area),
            "office": .text(style.text("slipOffice", office)),
            "case": .text(content.caseID.description),
            "dossier": .text(content.dossierID.description),
            "revision": .text(style.text("slipRevision", ["revision": "\(content.revision)"])),
            "decided": .text(day(content.day)), "stage": .text(stage),
        ]
    }

    private var decided: FormAnswers {
        switch content.outcome {
        case .returned(let items, let answerBy):
            var answers: FormAnswers = [
                "count": .text("\(items.count)"), "items": .rows(items.map(row)),
            ]
            answers["answerBy"] = answerBy.map { .text(day($0)) }
            return answers
        case .accepted:
            let next = content.office.stage == .site ? "slipNextSite" : "slipNextArea"
            return ["next": .text(style.text(next))]
        case .rejected(let reason, let note):
            return [
                "reason": .text(reason.title), "sentence": .text(reason.sentence + reason.mend),
                "note": .text(note),
            ]
        }
    }

    private func row(_ item: SlipItem) -> [String: String] {
        let picture = item.picture.map {
            style.text("slipPicture", ["place": "\($0.place)", "hash": $0.hash.prefix])
        }
        return [
            "title": item.title, "picture": picture ?? style.text("slipWholeMaterial"),
            "reason": item.reason.title, "mend": item.reason.sentence + item.reason.mend,
            "note": item.note,
        ]
    }

    private var stage: String {
        style.text(content.office.stage == .site ? "slipStageSite" : "slipStageArea")
    }

    private func day(_ day: Int) -> String {
        guard let date = IssueDate(daysSince1970: day) else { return "" }
        let parts = ["year": date.year, "month": date.month, "day": date.day]
        return style.text("slipDay", parts.mapValues { "\($0)" })
    }
}
