/// What became of a dossier that was brought to the register.
public enum Addition: Hashable, Sendable {
    /// The first dossier of a case.
    case newCase
    /// A later dossier of a known case.
    case newRevision(Int)
    /// A known dossier whose log has gone on, by so many lines.
    case newEvents(Int)
    /// A known dossier with nothing new; `received` says when it came first.
    case duplicate(received: Int64)
}
