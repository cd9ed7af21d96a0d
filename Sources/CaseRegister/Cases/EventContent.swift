import FoundationEssentials
import Registration

/// What an event says beside its action and its revision, as JSON.
struct EventContent: Codable {
    struct Picture: Codable {
        var material: String
        var place: Int
        var hash: String
    }

    struct Item: Codable {
        var material: String
        var place: Int?
        var reason: String
        var note: String
    }

    var profile: String?
    var supersedes: String?
    var pictures: [Picture]?
    var items: [Item]?
    var reason: String?
    var note: String?
    var lastDay: Int?

    init(of action: CaseEvent.Action) {
        switch action {
        case .submitted(_, let profile, let pictures, let supersedes):
            self.profile = profile.hex
            self.supersedes = supersedes
            self.pictures = pictures.map {
                Picture(material: $0.material, place: $0.place, hash: $0.hash.hex)
            }
        case .returned(_, let items):
            self.items = items.map {
                Item(material: $0.material, place: $0.place, reason: $0.reason, note: $0.note)
            }
        case .rejected(_, let reason, let note): (self.reason, self.note) = (reason, note)
        case .profileChanged(let profile): self.profile = profile.hex
        case .windowClosed(let day), .windowOpened(let day): lastDay = day
        case .accepted, .withdrawn: break
        }
    }

    init(json: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
    }

    var json: String {
        get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
    }

    /// The action of this name; nil if the content is not what belongs to it.
    func action(named name: String, revision: Int?) -> CaseEvent.Action? {
        switch (name, revision) {
        case ("submitted", let revision?): submission(revision)
        case ("returned", let revision?):
            items.map { .returned(revision: revision, items: $0.map(\.value)) }
        case ("accepted", let revision?): .accepted(revision: revision)
        case ("rejected", let revision?): rejection(revision)
        case ("withdrawn", _): .withdrawn
        case ("profile-changed", _): hash(profile).map { .profileChanged($0) }
        case ("window-closed", _): lastDay.map { .windowClosed(lastDay: $0) }
        case ("window-opened", _): lastDay.map { .windowOpened(lastDay: $0) }
        default: nil
        }
    }

    private func submission(_ revision: Int) -> CaseEvent.Action? {
        guard let profile = hash(profile), let pictures else { return nil }
        let known = pictures.compactMap(\.value)
        guard known.count == pictures.count else { return nil }
        return .submitted(
            revision: revision,
            profile: profile,
            pictures: known,
            supersedes: supersedes
        )
    }

    private func rejection(_ revision: Int) -> CaseEvent.Action? {
        guard let reason, let note else { return nil }
        return .rejected(revision: revision, reason: reason, note: note)
    }

    private func hash(_ hex: String?) -> ContentHash? { hex.flatMap { ContentHash(hex: $0) } }
}

extension EventContent.Picture {
    fileprivate var value: SubmittedPicture? {
        ContentHash(hex: hash).map { SubmittedPicture(material: material, place: place, hash: $0) }
    }
}

extension EventContent.Item {
    fileprivate var value: ReturnedItem {
        ReturnedItem(material: material, place: place, reason: reason, note: note)
    }
}
