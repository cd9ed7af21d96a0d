/// A person who registers, as `candidate.yaml` describes them.
public struct Candidate: Hashable, Sendable {
    /// The name as on the identity document.
    public var name: String
    /// The kind of identity document, 二代身份证, 护照, ...
    public var idKind: String
    /// The number of the identity document.
    public var idNumber: String
    /// The circumstances that the rules ask about, by key (the vocabulary stands in the area's file).
    public var profile: [String: ProfileValue]

    /// States a candidate.
    public init(name: String, idKind: String, idNumber: String, profile: [String: ProfileValue]) {
        self.name = name
        self.idKind = idKind
        self.idNumber = idNumber
        self.profile = profile
    }

    /// The names of the person's own data that are still open in `candidate.yaml`.
    public var openKeys: [String] {
        [("name", name), ("idKind", idKind), ("idNumber", idNumber)].filter(\.1.isEmpty).map(\.0)
    }

    /// The name with all but its first character masked.
    public var maskedName: String {
        String(name.prefix(1)) + String(repeating: "*", count: max(name.count - 1, 0))
    }

    /// The identity number with all but its ends masked: enough to recognise, too little to use.
    ///
    /// Four characters in front and the last two stay for numbers of ten and more, one and one for shorter.
    public var maskedIDNumber: String {
        let characters = Array(idNumber)
        let (front, back) = characters.count >= 10 ? (4, 2) : (1, 1)
        guard characters.count > front + back else {
            return String(repeating: "*", count: characters.count)
        }
        return String(characters.prefix(front))
            + String(repeating: "*", count: characters.count - front - back)
            + String(characters.suffix(back))
    }
}
