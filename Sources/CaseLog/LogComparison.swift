/// How two logs of one case stand to each other.
public enum LogComparison: Hashable, Sendable {
    /// They are the same.
    case same
    /// The first lacks so many lines that the second has.
    case behind(Int)
    /// The first has so many lines that the second lacks.
    case ahead(Int)
    /// They part: this line, from 1, is the first that differs.
    case forked(atLine: Int)

    /// Compares two logs, whose chains are sound.
    public init(of first: [LogEntry], with second: [LogEntry]) {
        let common = zip(first, second).prefix { $0.hash == $1.hash }.count
        switch (first.count - common, second.count - common) {
        case (0, 0): self = .same
        case (0, let more): self = .behind(more)
        case (let more, 0): self = .ahead(more)
        default: self = .forked(atLine: common + 1)
        }
    }
}
