import CaseLog
import Registration
import Sealing

/// A made-up case in twenty events, the last one an office's.
struct TwentyEvents {
    let entries: [LogEntry]
    let head: LogHead
    let keys: [VerifyingKey]

    static let rules = CaseRules(lockScope: .image)

    /// Seeds that anybody may know.
    static func key(of stage: ReviewStage) throws -> SigningKey {
        try SigningKey(seed: [UInt8](repeating: stage == .site ? 1 : 2, count: 32))
    }

    static func hash(_ number: UInt8) throws -> ContentHash {
        guard let hash = ContentHash(bytes: [UInt8](repeating: number, count: 32)) else {
            throw NoHash()
        }
        return hash
    }

    struct NoHash: Error {}

    init() throws {
        entries = try Self.entries(of: Self.events())
        guard let last = entries.last else { throw NoHash() }
        head = LogHead(last)
        keys = try ReviewStage.allCases.map { try Self.key(of: $0).verifyingKey }
    }

    var bytes: [UInt8] { LogText.bytes(of: entries.map(\.bytes)) }

    static func entries(of events: [CaseEvent]) throws -> [LogEntry] {
        var entries: [LogEntry] = []
        for event in events {
            var key: SigningKey?
            if case .office(let stage, _) = event.actor { key = try Self.key(of: stage) }
            entries.append(try LogEntry(event, after: entries.last, sealedBy: key))
        }
        return entries
    }

    static func events() throws -> [CaseEvent] {
        var events: [CaseEvent] = []
        func add(_ actor: CaseEvent.Actor, _ action: CaseEvent.Action) {
            let time = 1_770_249_600 + Int64(events.count) * 3600
            events.append(CaseEvent(actor: actor, time: time, action: action))
        }
        func submit(_ revision: Int, _ id: UInt8, _ diploma: UInt8, profile: UInt8 = 100) throws {
            let pictures = [
                SubmittedPicture(material: "hn.diploma", place: 1, hash: try hash(diploma)),
                SubmittedPicture(material: "hn.id", place: 1, hash: try hash(id)),
            ]
            let action = CaseEvent.Action.submitted(
                revision: revision,
                profile: try hash(profile),
                pictures: pictures,
                supersedes: revision == 1 ? nil : "0123456789ABCD"
            )
            add(.candidate, action)
        }
        func send(back material: String, _ place: Int?, _ revision: Int, _ stage: ReviewStage) {
            let item = ReturnedItem(
                material: material,
                place: place,
                reason: "unclear",
                note: "看不清\"章\""
            )
            add(.office(stage, name: "示例考点"), .returned(revision: revision, items: [item]))
        }
        try submit(1, 1, 2)
        send(back: "hn.id", 1, 1, .site)
        try submit(2, 3, 2)
        send(back: "hn.diploma", nil, 2, .site)
        try submit(3, 3, 4)
        add(.candidate, .withdrawn)
        add(.candidate, .profileChanged(try hash(101)))
        try submit(4, 5, 6, profile: 101)
        add(.office(.site, name: "示例考点"), .accepted(revision: 4))
        send(back: "hn.id", 1, 4, .area)
        try submit(5, 7, 6, profile: 101)
        send(back: "hn.id", 1, 5, .site)
        try submit(6, 8, 6, profile: 101)
        add(.candidate, .withdrawn)
        try submit(7, 8, 6, profile: 101)
        add(.office(.site, name: "示例考点"), .accepted(revision: 7))
        send(back: "hn.diploma", 1, 7, .area)
        try submit(8, 8, 9, profile: 101)
        add(.office(.site, name: "示例考点"), .accepted(revision: 8))
        add(.office(.area, name: "示例考区"), .accepted(revision: 8))
        return events
    }
}
