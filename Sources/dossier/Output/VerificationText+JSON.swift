import CaseLog
import Casework
import Packaging
import Registration
import Sealing
import Verification

extension VerificationText {
    /// What was verified, as `--json` writes it: one thing by itself, several as a list.
    func json(of verification: Verification) -> JSONValue {
        var value: [String: JSONValue] = ["reports": .array(verification.reports.map(json(of:)))]
        if verification.reports.count == 1, let report = verification.reports.first {
            value = json(of: report).object ?? [:]
        }
        value["accepted"] = .bool(verification.isAccepted)
        value["against"] = verification.base.map(json(of:))
        value["changes"] = verification.comparison.map(\.json)
        return .object(value)
    }

    /// What was found about a slip.
    func json(of report: SlipReport, on slip: ReturnSlip) -> JSONValue {
        var value: [String: JSONValue] = [
            "subject": "slip", "id": .string("\(slip.content.dossierID)"),
            "case": .string("\(slip.content.caseID)"),
            "office": .string(slip.content.office.name),
            "decision": .string(slip.content.outcome.decision.rawValue),
            "accepted": .bool(!report.steps.contains { $0.outcome == .failed }),
            "steps": .array(report.steps.map(\.json)),
        ]
        for question in VerificationReport.Question.allCases {
            value[question.rawValue] = .string(report.outcome(of: question).rawValue)
        }
        return .object(value)
    }

    /// One report.
    func json(of report: VerificationReport) -> JSONValue {
        var value: [String: JSONValue] = [
            "accepted": .bool(report.isAccepted),
            "subject": .string(report.subject.rawValue),
            "sealed": .bool(report.isSealed),
            "files": .array(report.names.map { .string($0) }),
            "codes": .array(report.claims.map(\.json)),
            "steps": .array(report.steps.map(\.json)),
        ]
        value["id"] = report.id.map { .string($0.description) }
        if !report.history.isEmpty {
            value["history"] = .array(
                report.history.compactMap { try? JSONValue(parsing: $0.bytes) }
            )
        }
        for question in VerificationReport.Question.allCases {
            value[question.rawValue] = .string(report.outcome(of: question).rawValue)
        }
        return .object(value)
    }
}

extension VerificationReport.Step {
    fileprivate var json: JSONValue {
        var value: [String: JSONValue] = [
            "question": .string(question.rawValue), "code": .string(code),
            "outcome": .string(outcome.rawValue),
        ]
        value["file"] = file.map(JSONValue.string)
        value["page"] = page.map { .integer(Int64($0)) }
        value["detail"] = detail.map(JSONValue.string)
        return .object(value)
    }
}

extension CodeClaims {
    /// What a code says, by names.
    fileprivate var json: JSONValue {
        var value: [String: JSONValue] = [
            "kind": .string(code.kindName), "page": .integer(Int64(code.place.page)),
            "pages": .integer(Int64(code.place.pages)), "sha256": .string(code.digest.hex),
        ]
        value["id"] = id.map { .string($0.description) }
        value["file"] = file.map(JSONValue.string)
        if !corners.isEmpty {
            value["corners"] = .array(corners.map { .array($0.map { .integer(Int64($0)) }) })
        }
        switch code {
        case .page: break
        case .form(let form):
            value["form"] = .string(form.template)
            value["version"] = .integer(Int64(form.version))
        case .seal(let seal):
            let payload = seal.payload
            value["key"] = .string(seal.envelope.keyID.description)
            value["area"] = .string("\(payload.exam.area)")
            value["year"] = .integer(Int64(payload.exam.year))
            value["category"] = .integer(Int64(payload.exam.category))
            value["revision"] = .integer(Int64(payload.revision))
            value["case"] = payload.caseID.map { .string($0.description) }
            value["issued"] = .string(day(payload.issued))
            value["expires"] = .string(day(payload.expires))
        }
        return .object(value)
    }

    private func day(_ number: Int) -> String {
        IssueDate(daysSince1970: number)?.description ?? "\(number)"
    }
}

extension DossierComparison {
    /// The changes, as `--json` writes them.
    fileprivate var json: JSONValue {
        [
            "from": .string(before.description), "to": .string(after.description),
            "lineage": .string(lineage.rawValue), "samePerson": .bool(isSamePerson),
            "unchangedPictures": .integer(Int64(unchanged)),
            "pictures": .array(
                pictures.map { picture in
                    var value: [String: JSONValue] = [
                        "change": .string(picture.change.rawValue),
                        "material": .string(picture.material),
                    ]
                    value["before"] = picture.before.map(JSONValue.string)
                    value["after"] = picture.after.map(JSONValue.string)
                    return .object(value)
                }
            ),
            "requirements": .array(requirements.map(\.json)),
            "profile": .array(profile.map(\.json)),
        ]
    }
}

extension DossierComparison.Difference {
    fileprivate var json: JSONValue {
        var value: [String: JSONValue] = ["name": .string(name)]
        value["before"] = before.map(JSONValue.string)
        value["after"] = after.map(JSONValue.string)
        return .object(value)
    }
}
