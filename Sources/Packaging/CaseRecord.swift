public import Registration

/// The log of a case as it stands when a dossier is packed: it travels in the archive, and the manifest
/// names its last line.
public struct CaseRecord: Hashable, Sendable {
    /// Where it lies in the bag's payload.
    static let fileName = "log.jsonl"

    /// The file: a line an event.
    public var bytes: [UInt8]
    /// How many events it holds.
    public var events: Int
    /// The SHA-256 of the last line without its end.
    public var head: ContentHash

    /// States a log.
    public init(bytes: [UInt8], events: Int, head: ContentHash) {
        self.bytes = bytes
        self.events = events
        self.head = head
    }
}
