/// What is known of a case in each of its states, and no more: what cannot be there has no room.
enum CasePhase: Hashable, Sendable {
    /// Never submitted.
    case new
    /// The profile changed since the submission: everything is open and must be submitted again.
    case reopened(Submission, profile: ContentHash, asked: [ReturnedItem])
    /// Taken back; what an office had asked for is still to be replaced.
    case withdrawn(Submission, profile: ContentHash, asked: [ReturnedItem])
    /// With the site.
    case submitted(Submission)
    /// Sent back by an office, which asks for at least one thing.
    case returned(Submission, by: ReviewStage, asked: [ReturnedItem])
    /// With the area.
    case siteAccepted(Submission)
    /// Done.
    case areaAccepted(Submission)
    /// Refused by an office.
    case rejected(Submission, by: ReviewStage, Rejection)
}

extension CasePhase {
    /// Pictures that were submitted together.
    struct Submission: Hashable, Sendable {
        let revision: Int
        let profile: ContentHash
        let pictures: [SubmittedPicture]
        /// Those that the submission before did not have at their place.
        let replaced: Set<SubmittedPicture>
    }

    var state: CaseState {
        switch self {
        case .new, .reopened: .draft
        case .withdrawn: .withdrawn
        case .submitted: .submitted
        case .returned: .returned
        case .siteAccepted: .siteAccepted
        case .areaAccepted: .areaAccepted
        case .rejected: .rejected
        }
    }

    /// The last submission, whatever became of it.
    var submission: Submission? {
        switch self {
        case .new: nil
        case .reopened(let submission, _, _), .withdrawn(let submission, _, _),
            .submitted(let submission), .returned(let submission, _, _),
            .siteAccepted(let submission), .areaAccepted(let submission),
            .rejected(let submission, _, _):
            submission
        }
    }

    /// The profile as it stands now.
    var profile: ContentHash? {
        switch self {
        case .reopened(_, let profile, _), .withdrawn(_, let profile, _): profile
        default: submission?.profile
        }
    }

    /// What offices asked for and has not come yet.
    var asked: [ReturnedItem] {
        switch self {
        case .reopened(_, _, let asked), .withdrawn(_, _, let asked), .returned(_, _, let asked):
            asked
        default: []
        }
    }
}
