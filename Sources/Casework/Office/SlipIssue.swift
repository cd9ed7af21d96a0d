import CaseLog
import CaseRegister
import Packaging
import Registration
import Review
public import Sealing
public import TemplateCatalog

/// Makes the slip that tells a candidate what an office decided last.
public struct SlipIssue: Sendable {
    private let desk: OfficeDesk
    private let catalog: TemplateCatalog
    private let reasons: ReturnReasons
    private let language: FindingTexts.Language

    /// Prepares to make slips in a language.
    ///
    /// - Throws: `CatalogError` if the reasons cannot be read.
    public init(
        _ desk: OfficeDesk,
        catalog: TemplateCatalog,
        language: FindingTexts.Language = .zh
    ) throws(CatalogError) {
        self.desk = desk
        self.catalog = catalog
        self.language = language
        reasons = try catalog.returnReasons()
    }

    /// Makes the slip about a case as it stands.
    ///
    /// - Parameters:
    ///   - id: The case, by its id or the beginning of it.
    ///   - answerBy: The last day to answer, in days since 1970-01-01, if there is one.
    ///   - key: The office's key.
    /// - Returns: The slip; made again it is the same to the byte.
    /// - Throws: `CaseworkError` of code `nothingDecided` where no decision is made on the last
    ///   submission; `RegisterError`, `SlipError`, `CatalogError`.
    public func slip(
        on id: String,
        answerBy: Int?,
        sealedBy key: SigningKey
    ) throws -> ReturnSlip {
        let found = try desk.register.show(id)
        guard let last = found.events.last, case .office(let stage, let name) = last.event.actor,
            let first = found.events.lastIndex(where: \.isSubmission)
        else { throw CaseworkError(.nothingDecided, found.summary.caseID) }
        let area = try catalog.area(found.summary.area).area
        let lines = found.events[(first + 1)...].map(\.line)
        let manifest = try manifest(of: found)
        let content = SlipContent(
            caseID: try Self.id(found.summary.caseID),
            manifest: .of(manifest),
            revision: try Self.value(try JSONValue(parsing: manifest)["revision"]?.integer),
            area: SlipContent.Area(id: area.id, name: area.name),
            exam: try exam(of: manifest, area),
            office: SlipContent.Office(name: name, stage: stage),
            person: try Self.person(manifest),
            outcome: try outcome(of: last.event, found, area, answerBy: answerBy),
            time: last.event.time,
            previous: .of(Array(found.events[first].line.utf8)),
            lines: Array(lines)
        )
        return try ReturnSlip(content, sealedBy: key)
    }

    private func manifest(of found: RegisteredCase) throws -> [UInt8] {
        guard let bytes = try desk.register.manifest(of: found.summary.dossierID) else {
            throw CaseworkError(.nothingDecided, found.summary.caseID)
        }
        return bytes
    }

    private func exam(of manifest: [UInt8], _ area: Area) throws -> SealPayload.Exam {
        let profile = try JSONValue(parsing: manifest)["candidate"]?["profile"]?.object ?? [:]
        let words = profile.compactMapValues { $0.string.map(ProfileValue.text) }
        return SealPayload.Exam(
            area: Int(area.region) ?? 0,
            year: area.year,
            category: try catalog.examCodes().category(of: words)
        )
    }

    private static func person(_ manifest: [UInt8]) throws -> SlipContent.Person {
        let candidate = try JSONValue(parsing: manifest)["candidate"]
        let commitment = candidate?["commitment"]?.string
            .flatMap { ContentHash.bytes(hex: $0) }.flatMap { SubjectCommitment(bytes: $0) }
        let name = candidate?["name"]?.string ?? ""
        let person = Candidate(name: name, idKind: "", idNumber: "", profile: [:])
        return SlipContent.Person(
            maskedName: person.maskedName,
            maskedIDNumber: candidate?["maskedIdNumber"]?.string ?? "",
            commitment: try value(commitment)
        )
    }

    private func outcome(
        of event: CaseEvent,
        _ found: RegisteredCase,
        _ area: Area,
        answerBy: Int?
    ) throws -> SlipOutcome {
        switch event.action {
        case .returned(_, let items):
            return .returned(items.map { item($0, found, area) }, answerBy: answerBy)
        case .rejected(_, let code, let note):
            let wording = reasons.rejectionReason(code)?.wording
            return .rejected(reason(code, wording, material: ""), note: note)
        default: return .accepted
        }
    }

    private func item(_ item: ReturnedItem, _ found: RegisteredCase, _ area: Area) -> SlipItem {
        let title = area.materials.first { $0.id == item.material }?.title ?? item.material
        let picture = found.state.pictures.first {
            $0.material == item.material && $0.place == item.place
        }
        return SlipItem(
            material: item.material,
            title: title,
            picture: picture.map { SlipItem.Picture(place: $0.place, hash: $0.hash) },
            reason: reason(
                item.reason,
                reasons.returnReason(item.reason)?.wording,
                material: title
            ),
            note: item.note
        )
    }

    private func reason(
        _ code: String,
        _ wording: ReasonWording?,
        material: String
    ) -> SlipReason {
        SlipReason(
            code: code,
            title: wording?.title(in: language) ?? code,
            sentence: wording?.sentence(in: language, material: material) ?? code,
            mend: wording?.mending(in: language, material: material) ?? ""
        )
    }

    private static func id(_ compact: String) throws(CaseworkError) -> DossierID {
        try value(try? DossierID(parsing: compact))
    }

    private static func value<Value>(_ value: Value?) throws(CaseworkError) -> Value {
        guard let value else { throw CaseworkError(.keptFileLost, "manifest.json") }
        return value
    }
}

extension RegisteredEvent {
    fileprivate var isSubmission: Bool {
        if case .submitted = event.action { true } else { false }
    }
}
