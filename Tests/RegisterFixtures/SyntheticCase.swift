package import CaseRegister
package import Registration

/// An invented candidate's case, as both sides know it: what happens in it makes lines of a log.
package struct SyntheticCase: Sendable {
    package static let office = CaseEvent.Actor.office(.site, name: "示例考点")
    /// 2026-02-01T08:00:00+08:00.
    package static let opening: Int64 = 1_769_904_000

    package private(set) var log: [LoggedEvent] = []
    package var bearer: RegisteredSubmission.Bearer
    package let rules: CaseRules
    package private(set) var dossierIDs: [String] = []
    package private(set) var pictures: [SubmittedPicture]
    private let profile: ContentHash
    private let manifestSize: Int
    private var chance: SplitMix

    /// The case of a number; every number has another one, always the same.
    package init(_ number: Int, materials: Int = 8, manifestSize: Int = 200) {
        var chance = SplitMix(seed: UInt64(number) &* 0xD6E8_FEB8_6659_FD93 &+ 1)
        let isHunan = number % 10 < 7
        bearer = InventedBearer.next(&chance, area: isHunan ? "hunan-2026" : "hubei-2025")
        rules = CaseRules(lockScope: isHunan ? .image : .dossier)
        pictures = Self.materials.prefix(materials).flatMap { material in
            (1...(1 + chance.below(3))).map {
                SubmittedPicture(material: material, place: $0, hash: Self.hash(&chance))
            }
        }
        profile = Self.hash(&chance)
        self.manifestSize = manifestSize
        self.chance = chance
    }

    package static let materials = [
        "hn.photo", "hn.id", "hn.diploma", "hn.practice", "hn.licence", "hn.asstQual",
        "hn.asstPrac", "hn.firstReg", "hn.degree", "hn.other",
    ]
    package static let reasons = [
        "incomplete", "unclear", "crooked", "wrong-upload", "missing-page", "expired", "no-seal",
        "disagrees",
    ]

    package var caseID: String { dossierIDs.first ?? "" }
    package var revision: Int { dossierIDs.count }

    /// The candidate submits what there is.
    package mutating func submit(at time: Int64) {
        let supersedes = dossierIDs.last
        dossierIDs.append(Self.dossierID(&chance))
        happen(
            .candidate,
            time,
            .submitted(
                revision: revision,
                profile: profile,
                pictures: pictures,
                supersedes: supersedes
            )
        )
    }

    /// The candidate replaces what is asked for and submits again.
    package mutating func replace(_ items: [ReturnedItem], at time: Int64) {
        for index in pictures.indices
        where items.contains(where: {
            $0.covers(material: pictures[index].material, place: pictures[index].place)
        }) {
            pictures[index].hash = Self.hash(&chance)
        }
        submit(at: time)
    }

    /// Something happens; the line tells of it, and of the line before.
    @discardableResult
    package mutating func happen(
        _ actor: CaseEvent.Actor,
        _ time: Int64,
        _ action: CaseEvent.Action
    ) -> LoggedEvent {
        let event = CaseEvent(actor: actor, time: time, action: action)
        log.append(Self.logged(event, place: log.count + 1, salt: chance.next()))
        return log[log.count - 1]
    }

    /// What comes to the office.
    package func submission() throws -> RegisteredSubmission {
        var chance = chance
        return try RegisteredSubmission(
            caseID: caseID,
            dossierID: dossierIDs.last ?? "",
            archive: Self.hash(&chance),
            manifest: chance.bytes(manifestSize),
            bearer: bearer,
            rules: rules,
            log: log,
            day: log.last?.event.day ?? 0
        )
    }

    /// What a reviewer asks for: one to three pictures, or whole materials.
    package static func items(
        of pictures: [SubmittedPicture],
        _ chance: inout SplitMix
    ) -> [ReturnedItem] {
        let materials = Set(pictures.map(\.material)).sorted().shuffled(using: &chance)
        return materials.prefix(1 + chance.below(3)).map { material in
            ReturnedItem(
                material: material,
                place: chance.below(3) == 0 ? nil : 1,
                // The first reasons are the frequent ones.
                reason: reasons[min(chance.below(8), chance.below(8))],
                note: chance.below(2) == 0 ? "" : "请重新上传。"
            )
        }
    }

    /// A line of about the length that a signed one has.
    package static func logged(_ event: CaseEvent, place: Int, salt: UInt64) -> LoggedEvent {
        var chance = SplitMix(seed: salt)
        var line = "{\"event\":\"\(event.action.name)\",\"seq\":\(place),\"time\":\(event.time)"
        if case .submitted(_, _, let pictures, _) = event.action {
            line += ",\"pictures\":["
            line += pictures.map { "[\"\($0.material)\",\($0.place),\"\($0.hash.hex)\"]" }
                .joined(separator: ",")
            line += "]"
        }
        line += ",\"prev\":\"\(ContentHash.hexText(chance.bytes(32)))\""
        line += ",\"seal\":\"\(ContentHash.hexText(chance.bytes(64)))\"}"
        return LoggedEvent(event, line: line)
    }

    private static func hash(_ chance: inout SplitMix) -> ContentHash {
        guard let hash = ContentHash(bytes: chance.bytes(32)) else {
            preconditionFailure("32 bytes are a hash")
        }
        return hash
    }

    private static func dossierID(_ chance: inout SplitMix) -> String {
        let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        return String((0..<14).map { _ in letters[chance.below(32)] })
    }
}
