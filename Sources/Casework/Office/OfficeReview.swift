import CaseLog
public import CaseRegister
public import Registration
import Review
public import Sealing
public import TemplateCatalog

/// Decides on cases: each decision is signed, and recorded unless somebody else came first.
public struct OfficeReview: Sendable {
    /// What a reviewer decides.
    public enum Decision: Hashable, Sendable {
        /// 退回: these are to be replaced.
        case returned([ReturnedItem])
        /// 审核通过.
        case accepted
        /// 审核不通过.
        case rejected(reason: String, note: String)
    }

    private let desk: OfficeDesk
    private let catalog: TemplateCatalog
    private let reasons: ReturnReasons
    private let key: SigningKey

    /// Prepares to decide with an office's key.
    ///
    /// - Throws: `CatalogError` if the reasons cannot be read.
    public init(
        _ desk: OfficeDesk,
        catalog: TemplateCatalog,
        key: SigningKey
    ) throws(CatalogError) {
        self.desk = desk
        self.catalog = catalog
        self.key = key
        reasons = try catalog.returnReasons()
    }

    /// Decides on a case.
    ///
    /// - Parameters:
    ///   - decision: What is decided.
    ///   - id: The case, by its id or the beginning of it.
    ///   - version: The version that the reviewer saw; nil for the one that stands there now.
    ///   - reviewer: Who decides, as the office calls them.
    ///   - time: When, in seconds since 1970-01-01T00:00:00Z.
    /// - Returns: What was recorded.
    /// - Throws: `CaseworkError` for a reason that is unknown or does not fit; `RegisterError`, `stale` if
    ///   somebody else came first.
    public func decide(
        _ decision: Decision,
        on id: String,
        expecting version: Int?,
        reviewer: String,
        at time: Int64
    ) throws -> Recording {
        let found = try desk.register.show(id)
        let area = try catalog.area(found.summary.area).area
        try check(decision, in: area)
        let office = desk.register.office
        let event = CaseEvent(
            actor: .office(office.stage, name: office.name),
            time: time,
            action: decision.action(onRevision: found.summary.revision)
        )
        let seen = version ?? found.summary.version
        // What was decided on an older version goes through the register, which tells who came first.
        let before = found.events.prefix(seen).last.flatMap { LogEntry(line: Array($0.line.utf8)) }
        let entry = try LogEntry(event, after: before, sealedBy: key)
        return try desk.register.record(
            event,
            line: entry.text,
            of: found.summary.caseID,
            expecting: seen,
            reviewer: reviewer
        )
    }

    private func check(_ decision: Decision, in area: Area) throws(CaseworkError) {
        switch decision {
        case .accepted: break
        case .rejected(let code, let note):
            guard let reason = reasons.rejectionReason(code) else {
                throw CaseworkError(
                    .unknownReason,
                    code,
                    reason: known(reasons.rejections.map(\.code))
                )
            }
            guard !reason.needsNote || !note.isEmpty else {
                throw CaseworkError(.noteMissing, code)
            }
        case .returned(let items):
            for item in items { try check(item, in: area) }
        }
    }

    private func check(_ item: ReturnedItem, in area: Area) throws(CaseworkError) {
        guard let material = area.materials.first(where: { $0.id == item.material }) else {
            throw CaseworkError(.unknownMaterial, item.material)
        }
        guard let reason = reasons.returnReason(item.reason) else {
            throw CaseworkError(
                .unknownReason,
                item.reason,
                reason: known(reasons.returns.map(\.code))
            )
        }
        guard reason.concerns(material, in: area) else {
            let fitting = reasons.reasons(for: material, in: area).map(\.code)
            throw CaseworkError(.reasonDoesNotFit, item.reason, reason: known(fitting))
        }
        let fits =
            switch reason.asks {
            case .picture: item.place != nil
            case .material: item.place == nil
            case .either: true
            }
        guard fits else {
            throw CaseworkError(
                item.place == nil ? .pictureMissing : .wholeMaterial,
                item.reason
            )
        }
        guard !reason.needsNote || !item.note.isEmpty else {
            throw CaseworkError(.noteMissing, item.reason)
        }
    }

    private func known(_ codes: [String]) -> String { codes.joined(separator: ", ") }
}

extension OfficeReview.Decision {
    fileprivate func action(onRevision revision: Int) -> CaseEvent.Action {
        switch self {
        case .returned(let items): .returned(revision: revision, items: items)
        case .accepted: .accepted(revision: revision)
        case .rejected(let reason, let note):
            .rejected(revision: revision, reason: reason, note: note)
        }
    }
}
