/// The life of a candidate's registration: what was submitted, what is locked, what was asked for.
///
/// It is changed by events alone, and an event that cannot happen is refused and changes nothing.
public struct Case: Hashable, Sendable {
    /// What the exam area says.
    public let rules: CaseRules
    var phase = CasePhase.new
    /// The day after which candidates submit no more, if it is known.
    public internal(set) var lastDay: Int?
    /// Whether an event said that the last day went by.
    public internal(set) var isClosed = false

    /// Begins a case: nothing is submitted.
    public init(rules: CaseRules) {
        self.rules = rules
        lastDay = rules.lastDay
    }

    /// Goes through events from the beginning.
    ///
    /// - Throws: A ``CaseRefusal`` at the first event that cannot happen.
    public static func replay(
        _ events: some Sequence<CaseEvent>,
        rules: CaseRules
    ) throws(CaseRefusal) -> Case {
        var result = Case(rules: rules)
        for event in events { try result.apply(event) }
        return result
    }

    /// Lets an event happen.
    ///
    /// - Throws: A ``CaseRefusal`` if it cannot; the case is then as it was.
    public mutating func apply(_ event: CaseEvent) throws(CaseRefusal) {
        guard !state.isEnd else { throw refusal(.ended, event) }
        guard mayAct(event) else { throw refusal(.wrongActor, event) }
        switch event.action {
        case .submitted: phase = try submitting(event)
        case .returned, .accepted, .rejected: phase = try deciding(event)
        case .withdrawn: phase = try withdrawing(event)
        case .profileChanged(let profile): phase = try reopening(event, with: profile)
        case .windowClosed(let day): try closeWindow(event, after: day)
        case .windowOpened(let day): try openWindow(event, through: day)
        }
    }

    /// Whether an event is for its actor to cause; a candidate must not lengthen the registration.
    private func mayAct(_ event: CaseEvent) -> Bool {
        switch (event.action, event.actor) {
        case (.submitted, .candidate), (.withdrawn, .candidate), (.profileChanged, .candidate),
            (.returned, .office), (.accepted, .office), (.rejected, .office),
            (.windowClosed, .clock), (.windowClosed, .office(.area, _)),
            (.windowOpened, .office(.area, _)):
            true
        default: false
        }
    }

    func refusal(
        _ code: CaseRefusal.Code,
        _ event: CaseEvent,
        _ violations: [CaseViolation] = []
    ) -> CaseRefusal {
        CaseRefusal(
            code: code,
            event: event,
            state: state,
            revision: revision,
            violations: violations
        )
    }
}

extension Case {
    /// Where the case stands.
    public var state: CaseState { phase.state }

    /// How often it was submitted.
    public var revision: Int { phase.submission?.revision ?? 0 }

    /// The hash of the profile as the case knows it; nil before the first submission.
    public var profile: ContentHash? { phase.profile }

    /// What offices asked for and has not been submitted since.
    public var returnedItems: [ReturnedItem] { phase.asked }

    /// The office that sent the case back or refused it, if one did.
    public var decidedBy: ReviewStage? {
        switch phase {
        case .returned(_, let stage, _), .rejected(_, let stage, _): stage
        case .siteAccepted: .site
        case .areaAccepted: .area
        default: nil
        }
    }

    /// Why it was refused, if it was.
    public var rejection: Rejection? {
        guard case .rejected(_, _, let rejection) = phase else { return nil }
        return rejection
    }

    /// The pictures of the last submission, and what may be done with each.
    public var pictures: [CasePicture] {
        guard let submission = phase.submission else { return [] }
        return submission.pictures.map { CasePicture($0, pictureState($0, in: submission)) }
    }

    private func pictureState(
        _ picture: SubmittedPicture,
        in submission: CasePhase.Submission
    ) -> PictureState {
        switch phase {
        case .siteAccepted, .areaAccepted: return .accepted
        case .submitted: return submission.replaced.contains(picture) ? .replaced : .locked
        case .new, .rejected: return .locked
        case .returned, .reopened, .withdrawn: break
        }
        if phase.asked.contains(where: {
            $0.covers(material: picture.material, place: picture.place)
        }) {
            return .returnAsked
        }
        return unlocked.allows(material: picture.material, place: picture.place)
            ? .open : .locked
    }
}
