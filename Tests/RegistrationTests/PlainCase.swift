import Registration

/// The rules of a case written down a second time: tables and flags instead of phases.
///
/// Every flag is set when something happens, where ``Case`` derives it; every rule is a row, and all
/// rows that an event breaks are told, where ``Case`` tells the first.
struct PlainCase {
    /// Pictures by "material/place", as numbers.
    typealias Pile = [String: Int]

    enum Deed {
        case submit(revision: Int, profile: Int, pile: Pile, supersedes: Bool)
        case send(back: [(material: String, place: Int?)], revision: Int)
        case accept(revision: Int)
        case reject(revision: Int)
        case withdraw
        case change(profile: Int)
        case close(Int)
        case open(Int)

        var name: String {
            switch self {
            case .submit: "submit"
            case .send: "send"
            case .accept: "accept"
            case .reject: "reject"
            case .withdraw: "withdraw"
            case .change: "change"
            case .close: "close"
            case .open: "open"
            }
        }
    }

    let perImage: Bool
    let isLateAllowed: Bool
    var lastDay: Int?
    var isClosed = false
    var status = "new"
    var returner = ""
    var revision = 0
    var profile: Int?
    var pile: Pile = [:]
    var flags: [String: String] = [:]
    var wanted: [(material: String, place: Int?)] = []

    /// Who may do what.
    static let roles: [String: Set<String>] = [
        "submit": ["candidate"], "withdraw": ["candidate"], "change": ["candidate"],
        "send": ["site", "area"], "accept": ["site", "area"], "reject": ["site", "area"],
        "close": ["clock", "area"], "open": ["area"],
    ]

    /// What becomes of a status, by what is done and who does it.
    static let moves: [String: String] = [
        "submitted send site": "returned", "site-accepted send area": "returned",
        "submitted accept site": "site-accepted", "site-accepted accept area": "area-accepted",
        "submitted reject site": "rejected", "site-accepted reject area": "rejected",
        "returned reject site": "rejected", "returned reject area": "rejected",
        "new submit candidate": "submitted", "reopened submit candidate": "submitted",
        "withdrawn submit candidate": "submitted", "returned submit candidate": "submitted",
        "submitted withdraw candidate": "withdrawn", "returned withdraw candidate": "withdrawn",
        "site-accepted withdraw candidate": "withdrawn",
        "submitted change candidate": "reopened", "returned change candidate": "reopened",
        "site-accepted change candidate": "reopened", "reopened change candidate": "reopened",
        "withdrawn change candidate": "withdrawn",
    ]

    func isLate(_ day: Int) -> Bool { isClosed || (lastDay.map { day > $0 } ?? false) }

    func isShut(_ day: Int) -> Bool { isLate(day) && !(isLateAllowed && !wanted.isEmpty) }

    /// All rules that a deed breaks.
    func broken(_ deed: Deed, by role: String, on day: Int) -> Set<String> {
        var broken: Set<String> = []
        func demand(_ holds: Bool, _ code: String) {
            if !holds { broken.insert("case." + code) }
        }
        demand(!["area-accepted", "rejected"].contains(status), "ended")
        demand(Self.roles[deed.name]?.contains(role) == true, "wrong-actor")
        let isFrame = deed.name == "close" || deed.name == "open"
        var isMove = Self.moves["\(status) \(deed.name) \(role)"] != nil
        if status == "returned", deed.name == "reject" { isMove = role == returner }
        if !isFrame, !isMove {
            broken.formUnion(
                ["already-submitted", "nothing-submitted", "site-first", "already-decided"]
                    .filter { Self.mayBlame($0, deed.name, status, role) }.map { "case." + $0 }
            )
        }
        switch deed {
        case .submit(let number, let profile, let pile, let supersedes):
            demand(!isShut(day), "window-closed")
            demand(number == revision + 1, "wrong-revision")
            demand(supersedes == (number > 1), "wrong-supersedes")
            demand(self.profile == nil || self.profile == profile, "profile-differs")
            demand(!pile.isEmpty, "no-pictures")
            demand(Self.areWhole(pile), "bad-places")
            demand(keepsLocked(pile), "locked-changed")
            demand(wanted.allSatisfy { isGiven($0, in: pile) }, "unanswered")
        case .send(let items, let number):
            demand(number == revision, "wrong-revision")
            demand(!items.isEmpty, "nothing-asked")
            let places = items.compactMap { item in item.place.map { "\(item.material)/\($0)" } }
            demand(places.allSatisfy { pile[$0] != nil }, "unknown-picture")
            let wholes = items.filter { $0.place == nil }.map(\.material)
            let clash = items.contains { $0.place != nil && wholes.contains($0.material) }
            let isTwice = Set(places).count < places.count || Set(wholes).count < wholes.count
            demand(!clash && !isTwice, "asked-twice")
        case .accept(let number), .reject(let number): demand(number == revision, "wrong-revision")
        case .withdraw: demand(!isLate(day), "window-closed")
        case .change(let profile):
            demand(profile != self.profile, "profile-unchanged")
            demand(!isShut(day), "window-closed")
        case .close(let last):
            demand(!isClosed, "window-closed")
            demand(day > last, "window-open")
            demand(role == "area" || lastDay == nil || lastDay == last, "window-open")
        case .open(let last):
            demand(last >= day, "window-open")
            demand(isClosed || (lastDay != nil && last > lastDay ?? 0), "window-open")
        }
        return broken
    }

    /// The words with which a move that the table lacks may be refused.
    private static func mayBlame(
        _ code: String,
        _ deed: String,
        _ status: String,
        _ role: String
    ) -> Bool {
        let isDecision = ["send", "accept", "reject"].contains(deed)
        return switch code {
        case "already-submitted": deed == "submit"
        case "site-first": isDecision && status == "submitted" && role == "area"
        case "already-decided":
            isDecision
                && (status == "returned" || (status == "site-accepted" && role == "site"))
        default:
            ["withdraw", "change"].contains(deed)
                || (isDecision && ["new", "reopened", "withdrawn"].contains(status))
        }
    }

    private static func areWhole(_ pile: Pile) -> Bool {
        pile.keys.allSatisfy { key in
            let (material, place) = parts(of: key)
            return place == 1 || pile["\(material)/\(place - 1)"] != nil
        }
    }

    static func parts(of key: String) -> (material: String, place: Int) {
        let parts = key.split(separator: "/")
        return (String(parts[0]), Int(parts[1]) ?? 0)
    }

    private func keepsLocked(_ new: Pile) -> Bool {
        guard status == "returned", perImage else { return true }
        let free = Set(wanted.filter { $0.place == nil }.map(\.material))
        for (key, number) in pile where !free.contains(Self.parts(of: key).material) {
            if flags[key] == "locked", new[key] != number { return false }
            if new[key] == nil { return false }
        }
        return new.keys.allSatisfy {
            pile[$0] != nil || free.contains(Self.parts(of: $0).material)
        }
    }

    private func isGiven(_ item: (material: String, place: Int?), in new: Pile) -> Bool {
        func bag(_ pile: Pile) -> [Int] {
            (1...9).compactMap { pile["\(item.material)/\($0)"] }
        }
        guard let place = item.place else { return bag(pile) != bag(new) }
        guard let number = pile["\(item.material)/\(place)"] else { return true }
        var mayStay = bag(pile)
        for other in wanted where other.material == item.material {
            guard let place = other.place, let gone = pile["\(item.material)/\(place)"],
                let index = mayStay.firstIndex(of: gone)
            else { continue }
            mayStay.remove(at: index)
        }
        return bag(new).filter { $0 == number }.count <= mayStay.filter { $0 == number }.count
    }

    /// Does what breaks no rule.
    mutating func perform(_ deed: Deed, by role: String) {
        if let next = Self.moves["\(status) \(deed.name) \(role)"] { status = next }
        switch deed {
        case .submit(let number, let profile, let new, _):
            for key in new.keys {
                let isNew = number > 1 && pile[key] != new[key]
                flags[key] = isNew ? "replaced" : "locked"
            }
            for key in flags.keys where new[key] == nil { flags[key] = nil }
            (revision, self.profile, pile, wanted) = (number, profile, new, [])
        case .send(let items, _):
            (wanted, returner) = (items, role)
            flag(perImage ? "locked" : "open")
        case .accept: flag("accepted")
        case .reject:
            wanted = []
            flag("locked")
        case .withdraw: flag("open")
        case .change(let new):
            profile = new
            flag("open")
        case .close(let day): (isClosed, lastDay) = (true, day)
        case .open(let day): (isClosed, lastDay) = (false, day)
        }
    }

    private func isWanted(_ key: String) -> Bool {
        let (material, place) = Self.parts(of: key)
        return wanted.contains { $0.material == material && ($0.place ?? place) == place }
    }

    /// Sets the flag of every picture, and that of those which are asked for.
    private mutating func flag(_ others: String) {
        for key in pile.keys { flags[key] = isWanted(key) ? "return-asked" : others }
    }
}
