import CaseLog
import Packaging
import Registration
import Sealing

extension SlipContent {
    private static let memberNames: Set = [
        "format", "case", "dossier", "manifest", "revision", "area", "exam", "office", "decision",
        "candidate", "time", "items", "answerBy", "reason", "note", "previous", "lines",
    ]

    /// Reads the members of a slip without its seal, all of them and no others.
    ///
    /// - Throws: ``SlipError`` that names the member.
    init(_ members: [String: JSONValue]) throws(SlipError) {
        guard members["format"] == .string(ReturnSlip.format) else {
            throw SlipError(.format, "format")
        }
        let slip = try SlipMembers(.object(members), at: "", known: Self.memberNames)
        let area = try slip.object("area", known: ["id", "name"])
        let office = try slip.object("office", known: ["name", "stage"])
        self.init(
            caseID: try slip.id("case"),
            manifest: try slip.hash("manifest"),
            revision: try slip.whole("revision", in: 1...0xFFFF),
            area: Area(id: try area.text("id"), name: try area.text("name")),
            exam: try SealPayload.Exam(slip),
            office: Office(
                name: try office.text("name"),
                stage: try office.read("stage") { $0.string.flatMap(ReviewStage.init) }
            ),
            person: try Person(slip),
            outcome: try SlipOutcome(slip),
            time: try slip.read("time") { $0.string.flatMap(LogTime.time) },
            previous: try slip.hash("previous"),
            lines: try slip.list("lines") { json, name throws(SlipError) in
                guard let line = json.string else { throw SlipError(.member, name) }
                return line
            }
        )
        guard try slip.id("dossier") == dossierID else {
            throw SlipError(.contradiction, "dossier")
        }
    }
}

extension SealPayload.Exam {
    fileprivate init(_ slip: SlipMembers) throws(SlipError) {
        let exam = try slip.object("exam", known: ["region", "year", "category"])
        self.init(
            area: try exam.whole("region", in: 11...99),
            year: try exam.whole("year", in: 2000...2999),
            category: try exam.whole("category", in: 1...9999)
        )
    }
}

extension SlipContent.Person {
    fileprivate init(_ slip: SlipMembers) throws(SlipError) {
        let person = try slip.object(
            "candidate",
            known: ["maskedName", "maskedIdNumber", "commitment"]
        )
        self.init(
            maskedName: try person.text("maskedName"),
            maskedIDNumber: try person.text("maskedIdNumber"),
            commitment: try person.read("commitment") { json in
                json.string.flatMap { ContentHash.bytes(hex: $0) }
                    .flatMap(SubjectCommitment.init(bytes:))
            }
        )
    }
}

extension SlipOutcome {
    fileprivate init(_ slip: SlipMembers) throws(SlipError) {
        let decision = try slip.read("decision") { $0.string.flatMap(SlipDecision.init) }
        let answerBy = try slip.readIfThere("answerBy") { json in
            json.string.flatMap { IssueDate($0)?.daysSince1970 }
        }
        switch decision {
        case .returned: self = .returned(try slip.list("items", SlipItem.init), answerBy: answerBy)
        case .accepted: self = .accepted
        case .rejected:
            let reason = try slip.read("reason") { $0 }
            self = .rejected(
                try SlipReason(reason, at: slip.name("reason")),
                note: try slip.textOrNothing("note")
            )
        }
        // What one decision has, another has not.
        let foreign =
            switch decision {
            case .returned: ["reason", "note"]
            case .accepted: ["items", "answerBy", "reason", "note"]
            case .rejected: ["items", "answerBy"]
            }
        for member in foreign where try slip.readIfThere(member, { $0 }) != nil {
            throw SlipError(.contradiction, member)
        }
    }
}

extension SlipItem {
    fileprivate init(_ json: JSONValue, at path: String) throws(SlipError) {
        let names: Set = ["material", "title", "place", "sha256", "reason", "note"]
        let item = try SlipMembers(json, at: path, known: names)
        let reason = try item.read("reason") { $0 }
        let place = try item.readIfThere("place") { json in
            json.integer.flatMap { (1...0xFFFF).contains($0) ? $0 : nil }
        }
        self.init(
            material: try item.text("material"),
            title: try item.text("title"),
            picture: try place.map { place throws(SlipError) in
                Picture(place: place, hash: try item.hash("sha256"))
            },
            reason: try SlipReason(reason, at: item.name("reason")),
            note: try item.textOrNothing("note")
        )
        if place == nil, try item.readIfThere("sha256", { $0 }) != nil {
            throw SlipError(.contradiction, item.name("sha256"))
        }
    }
}

extension SlipReason {
    fileprivate init(_ json: JSONValue, at path: String) throws(SlipError) {
        let reason = try SlipMembers(json, at: path, known: ["code", "title", "sentence", "mend"])
        self.init(
            code: try reason.text("code"),
            title: try reason.text("title"),
            sentence: try reason.text("sentence"),
            mend: try reason.textOrNothing("mend")
        )
    }
}
