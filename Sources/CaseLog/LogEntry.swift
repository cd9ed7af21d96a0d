public import Registration
public import Sealing

/// One event of a case as a line of its log, tied to the line before.
///
/// The line is canonical JSON (RFC 8785), so that each event can be written in one way only.
public struct LogEntry: Hashable, Sendable {
    /// What the signature of an office's event is made for.
    public static let format = "dossier.event"

    /// The hash that stands for the line before the first.
    public static let start: ContentHash = {
        guard let zeros = ContentHash(bytes: [UInt8](repeating: 0, count: 32)) else {
            preconditionFailure("a hash has 32 bytes")
        }
        return zeros
    }()

    /// The number of the line, from 1.
    public let seq: Int
    /// The hash of the line before.
    public let prev: ContentHash
    /// What happened.
    public let event: CaseEvent
    /// The signature; nil for an event that no office caused.
    public let seal: ListSeal?
    /// The line without its end.
    public let bytes: [UInt8]
    /// The hash of the line without its end.
    public let hash: ContentHash

    /// Writes an event as the next line of a log.
    ///
    /// - Parameters:
    ///   - event: What happened.
    ///   - last: The line before; nil for the first.
    ///   - key: The office's key if the event is an office's; it signs nothing else.
    /// - Throws: A ``LogError`` for an office's event without key, and for a time that no line states.
    public init(
        _ event: CaseEvent,
        after last: LogEntry?,
        sealedBy key: SigningKey? = nil
    ) throws(LogError) {
        seq = (last?.seq ?? 0) + 1
        prev = last?.hash ?? Self.start
        self.event = event
        guard event.isOffices == (key != nil) else { throw LogError(.unsealed) }
        guard LogTime.text(of: event.time) != nil else { throw LogError(.unwritable, "time") }
        var members = Self.members(seq: seq, prev: prev, event: event)
        do {
            seal = try key.map { key throws(SealError) in
                try ListSeal(of: members, format: Self.format, by: key)
            }
        } catch {
            throw LogError(.unwritable, "seal")
        }
        members["seal"] = seal?.json
        guard let bytes = try? JSONValue.object(members).canonicalBytes() else {
            throw LogError(.unwritable, "event")
        }
        self.bytes = bytes
        hash = ContentHash.of(bytes)
    }

    /// Reads a line without its end; nil for anything but an event as it is written here.
    public init?(line bytes: [UInt8]) {
        let limits = JSONValue.Limits(depth: 8, bytes: 4 << 20, values: 100_000)
        guard let json = try? JSONValue(parsing: bytes, limits: limits),
            let seq = json["seq"]?.integer, seq > 0,
            let prev = ContentHash(json: json["prev"]),
            let event = CaseEvent(json: json)
        else { return nil }
        let seal = json["seal"].flatMap(ListSeal.init(json:))
        guard seal == nil || event.isOffices else { return nil }
        var members = Self.members(seq: seq, prev: prev, event: event)
        members["seal"] = seal?.json
        // What was read must be all there is, and written in the one way.
        guard (try? JSONValue.object(members).canonicalBytes()) == bytes else { return nil }
        self.seq = seq
        self.prev = prev
        self.event = event
        self.seal = seal
        self.bytes = bytes
        hash = ContentHash.of(bytes)
    }

    /// Whether this key signed the event, in this place of this log.
    public func isSealed(by key: VerifyingKey) -> Bool {
        let members = Self.members(seq: seq, prev: prev, event: event)
        return seal?.isMade(over: members, format: Self.format, by: key) ?? false
    }

    /// Whether it is the line after another one.
    public func follows(_ last: LogEntry?) -> Bool {
        seq == (last?.seq ?? 0) + 1 && prev == (last?.hash ?? Self.start)
    }

    /// The line as text, without its end.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    private static func members(
        seq: Int,
        prev: ContentHash,
        event: CaseEvent
    ) -> [String: JSONValue] {
        var members = event.members
        members["seq"] = .integer(Int64(seq))
        members["prev"] = .string(prev.hex)
        return members
    }
}

extension CaseEvent {
    /// Whether an office caused it, which then signs it.
    var isOffices: Bool {
        guard case .office = actor else { return false }
        return true
    }
}
