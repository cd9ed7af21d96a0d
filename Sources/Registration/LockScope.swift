/// What a submission locks: each picture by itself, or the whole dossier at once.
public enum LockScope: String, Hashable, Sendable, CaseIterable, Codable {
    /// A return unlocks what was asked for, and nothing else.
    case image
    /// A return unlocks everything.
    case dossier
}
