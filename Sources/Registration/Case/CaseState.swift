/// Where a case stands.
public enum CaseState: String, Hashable, Sendable, CaseIterable, Codable {
    /// Nothing lies with the offices: never submitted, or changed since and not submitted again.
    case draft
    /// The site has it to review.
    case submitted
    /// An office asked for other pictures.
    case returned
    /// The site is content; the area has it to review.
    case siteAccepted = "site-accepted"
    /// Both are content: the end.
    case areaAccepted = "area-accepted"
    /// An office refused the registration: the end.
    case rejected
    /// The candidate took it back and may submit again.
    case withdrawn

    /// Whether nothing can happen any more.
    public var isEnd: Bool { self == .areaAccepted || self == .rejected }
}
