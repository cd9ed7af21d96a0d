public import Registration

/// Why a log cannot be opened, read or added to.
public struct LogError: Error, Hashable, Sendable {
    /// What went wrong, as a stable name; the sentence for it stands in Templates/Texts.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The name itself.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The log or its head cannot be read.
        public static let unreadable = Self(rawValue: "log.unreadable")
        /// The system does not take what is written; the log is as it was.
        public static let cannotWrite = Self(rawValue: "log.cannot-write")
        /// Another process has the log open.
        public static let busy = Self(rawValue: "log.busy")
        /// The log is not as this tool left it: nothing is added to it.
        public static let damaged = Self(rawValue: "log.damaged")
        /// The event cannot happen to the case as it stands.
        public static let refused = Self(rawValue: "log.refused")
        /// An office's event comes without key, or another one with a key.
        public static let unsealed = Self(rawValue: "log.unsealed")
        /// The event cannot be written as a line.
        public static let unwritable = Self(rawValue: "log.unwritable")
        /// Lines that were received do not follow on the log: the two part.
        public static let forked = Self(rawValue: "log.forked")
        /// Between the log and the lines that were received some are missing.
        public static let gap = Self(rawValue: "log.gap")
    }

    /// What went wrong.
    public let code: Code
    /// What it is about: the name of a file or member; may be empty.
    public let subject: String
    /// What the system said, in English; may be empty.
    public let reason: String
    /// The line it is about, from 1, if one.
    public let line: Int?
    /// What is wrong with the log, if it is damaged.
    public let findings: [LogFinding]
    /// Why the event cannot happen, if that is it.
    public let refusal: CaseRefusal?

    init(
        _ code: Code,
        _ subject: String = "",
        reason: String = "",
        line: Int? = nil,
        findings: [LogFinding] = [],
        refusal: CaseRefusal? = nil
    ) {
        self.code = code
        self.subject = subject
        self.reason = reason
        self.line = line
        self.findings = findings
        self.refusal = refusal
    }
}

extension LogError: CustomStringConvertible {
    /// The error by its names, in English.
    public var description: String {
        let place = line.map { " line \($0)" } ?? ""
        let codes = findings.map { "\($0.code.rawValue) in line \($0.line)" }
        let details = [subject, reason, refusal?.description ?? ""] + codes
        let known = details.filter { !$0.isEmpty }.joined(separator: ", ")
        return "\(code.rawValue)\(place)\(known.isEmpty ? "" : " (\(known))")"
    }
}
