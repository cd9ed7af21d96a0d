/// Something that happened to a case, who did it and when.
public struct CaseEvent: Hashable, Sendable {
    /// Who acts.
    public enum Actor: Hashable, Sendable {
        /// The candidate.
        case candidate
        /// An office, by its stage and name.
        case office(ReviewStage, name: String)
        /// Nobody: a day went by.
        case clock
    }

    /// What happened.
    public enum Action: Hashable, Sendable {
        /// 提交审核: everything as it is goes to the site.
        ///
        /// `supersedes` is the compact id of the dossier submitted before; nil in the first revision.
        case submitted(
            revision: Int,
            profile: ContentHash,
            pictures: [SubmittedPicture],
            supersedes: String?
        )
        /// 退回: an office asks for other pictures.
        case returned(revision: Int, items: [ReturnedItem])
        /// 审核通过: an office is content.
        case accepted(revision: Int)
        /// 审核不通过: an office refuses the registration.
        case rejected(revision: Int, reason: String, note: String)
        /// 撤回: the candidate takes everything back.
        case withdrawn
        /// 修改报考信息: the candidate's profile is another one now, with this hash.
        case profileChanged(ContentHash)
        /// The last day of registration went by; days since 1970-01-01 in China.
        case windowClosed(lastDay: Int)
        /// The area takes registrations again, through this day.
        case windowOpened(lastDay: Int)
    }

    /// Who did it.
    public var actor: Actor
    /// When, in seconds since 1970-01-01T00:00:00Z.
    public var time: Int64
    /// What was done.
    public var action: Action

    /// States an event.
    public init(actor: Actor, time: Int64, action: Action) {
        self.actor = actor
        self.time = time
        self.action = action
    }

    /// The day in China, in days since 1970-01-01; deadlines count by it.
    public var day: Int { Self.day(at: time) }

    /// The day in China, eight hours ahead of UTC all year, at a time.
    public static func day(at time: Int64) -> Int {
        let (days, rest) = time.quotientAndRemainder(dividingBy: 86_400)
        // Before 1970 the remainder is negative; the hours carry it over at most one midnight.
        let carried = rest + 28_800
        return Int(days) + (carried >= 86_400 ? 1 : carried < 0 ? -1 : 0)
    }
}

extension CaseEvent.Action {
    /// The stable name, for logs and JSON.
    public var name: String {
        switch self {
        case .submitted: "submitted"
        case .returned: "returned"
        case .accepted: "accepted"
        case .rejected: "rejected"
        case .withdrawn: "withdrawn"
        case .profileChanged: "profile-changed"
        case .windowClosed: "window-closed"
        case .windowOpened: "window-opened"
        }
    }
}
