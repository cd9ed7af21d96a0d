import Registration
import Sealing

extension CaseEvent {
    /// The event's own members of a line.
    var members: [String: JSONValue] {
        var members = action.members
        members["time"] = LogTime.text(of: time).map(JSONValue.string)
        members["actor"] = actor.json
        members["event"] = .string(action.name)
        return members
    }

    /// Reads the members of a line; nil if they make no event.
    init?(json: JSONValue) {
        guard let time = json["time"]?.string.flatMap(LogTime.time(of:)),
            let actor = json["actor"].flatMap(Actor.init(json:)),
            let action = Action(json: json)
        else { return nil }
        self.init(actor: actor, time: time, action: action)
    }
}

extension CaseEvent.Actor {
    fileprivate var json: JSONValue {
        switch self {
        case .candidate: "candidate"
        case .clock: "clock"
        case .office(let stage, let name):
            ["stage": .string(stage.rawValue), "name": .string(name)]
        }
    }

    fileprivate init?(json: JSONValue) {
        switch json {
        case "candidate": self = .candidate
        case "clock": self = .clock
        default:
            guard let stage = json["stage"]?.string.flatMap(ReviewStage.init(rawValue:)),
                let name = json["name"]?.string
            else { return nil }
            self = .office(stage, name: name)
        }
    }
}

extension CaseEvent.Action {
    fileprivate var members: [String: JSONValue] {
        switch self {
        case .submitted(let revision, let profile, let pictures, let supersedes):
            var members: [String: JSONValue] = [
                "revision": .integer(Int64(revision)), "profile": .string(profile.hex),
                "pictures": .array(pictures.map(\.json)),
            ]
            members["supersedes"] = supersedes.map(JSONValue.string)
            return members
        case .returned(let revision, let items):
            return ["revision": .integer(Int64(revision)), "items": .array(items.map(\.json))]
        case .accepted(let revision): return ["revision": .integer(Int64(revision))]
        case .rejected(let revision, let reason, let note):
            return [
                "revision": .integer(Int64(revision)), "reason": .string(reason),
                "note": .string(note),
            ]
        case .withdrawn: return [:]
        case .profileChanged(let profile): return ["profile": .string(profile.hex)]
        case .windowClosed(let day), .windowOpened(let day):
            return ["lastDay": .integer(Int64(day))]
        }
    }

    fileprivate init?(json: JSONValue) {
        switch json["event"]?.string {
        case "submitted": self.init(submission: json)
        case "returned": self.init(return: json)
        case "accepted":
            guard let revision = json["revision"]?.integer else { return nil }
            self = .accepted(revision: revision)
        case "rejected":
            guard let revision = json["revision"]?.integer, let reason = json["reason"]?.string,
                let note = json["note"]?.string
            else { return nil }
            self = .rejected(revision: revision, reason: reason, note: note)
        case "withdrawn": self = .withdrawn
        case "profile-changed":
            guard let profile = ContentHash(json: json["profile"]) else { return nil }
            self = .profileChanged(profile)
        case "window-closed":
            guard let day = json["lastDay"]?.integer else { return nil }
            self = .windowClosed(lastDay: day)
        case "window-opened":
            guard let day = json["lastDay"]?.integer else { return nil }
            self = .windowOpened(lastDay: day)
        default: return nil
        }
    }

    private init?(submission json: JSONValue) {
        guard let revision = json["revision"]?.integer,
            let profile = ContentHash(json: json["profile"]),
            let pictures = json["pictures"]?.all(SubmittedPicture.init(json:))
        else { return nil }
        self = .submitted(
            revision: revision,
            profile: profile,
            pictures: pictures,
            supersedes: json["supersedes"]?.string
        )
    }

    private init?(return json: JSONValue) {
        guard let revision = json["revision"]?.integer,
            let items = json["items"]?.all(ReturnedItem.init(json:))
        else { return nil }
        self = .returned(revision: revision, items: items)
    }
}

extension SubmittedPicture {
    fileprivate var json: JSONValue {
        [
            "material": .string(material), "place": .integer(Int64(place)),
            "hash": .string(hash.hex),
        ]
    }

    fileprivate init?(json: JSONValue) {
        guard let material = json["material"]?.string, let place = json["place"]?.integer,
            let hash = ContentHash(json: json["hash"])
        else { return nil }
        self.init(material: material, place: place, hash: hash)
    }
}

extension ReturnedItem {
    fileprivate var json: JSONValue {
        var members: [String: JSONValue] = [
            "material": .string(material), "reason": .string(reason), "note": .string(note),
        ]
        members["place"] = place.map { .integer(Int64($0)) }
        return .object(members)
    }

    fileprivate init?(json: JSONValue) {
        guard let material = json["material"]?.string, let reason = json["reason"]?.string,
            let note = json["note"]?.string
        else { return nil }
        self.init(
            material: material,
            place: json["place"]?.integer,
            reason: reason,
            note: note
        )
    }
}

extension ContentHash {
    /// Reads a member with 64 hexadecimal digits; nil for anything else.
    init?(json: JSONValue?) {
        guard let text = json?.string else { return nil }
        self.init(hex: text)
    }
}

extension JSONValue {
    /// Reads every element; nil if this is no list, or one cannot be read.
    fileprivate func all<Element>(_ read: (JSONValue) -> Element?) -> [Element]? {
        guard let array else { return nil }
        let elements = array.compactMap(read)
        return elements.count == array.count ? elements : nil
    }
}
