/// One thing that a check found: a value, collected and ordered, never thrown.
public struct Finding: Hashable, Sendable {
    /// How bad a finding is.
    public enum Severity: String, Hashable, Sendable, Comparable, CaseIterable, Codable {
        case note
        case warning
        case error

        /// Orders notes before warnings before errors.
        public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// A stable name, "picture.too-large"; the sentence for it stands in Templates/Texts.
    public struct Code: RawRepresentable, Hashable, Sendable, Codable {
        /// The name itself.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Wraps a name.
        public init(_ name: String) { rawValue = name }
    }

    /// What was found.
    public var code: Code
    /// How bad it is.
    public var severity: Severity
    /// The id of the material it concerns, if one.
    public var material: String?
    /// The picture it concerns, as a path relative to the candidate's folder, if one.
    public var picture: String?
    /// What was measured, ready to print ("204,801").
    public var measured: String?
    /// What the rule demands, ready to print ("≤ 204,800").
    public var limit: String?
    /// The manual's clause, if the rule comes from one.
    public var clause: Clause?

    /// States a finding.
    public init(
        _ code: Code,
        _ severity: Severity,
        material: String? = nil,
        picture: String? = nil,
        measured: String? = nil,
        limit: String? = nil,
        clause: Clause? = nil
    ) {
        self.code = code
        self.severity = severity
        self.material = material
        self.picture = picture
        self.measured = measured
        self.limit = limit
        self.clause = clause
    }
}
