extension Case {
    /// The phase after a submission.
    func submitting(_ event: CaseEvent) throws(CaseRefusal) -> CasePhase {
        guard
            case .submitted(let revision, let profile, let pictures, let supersedes) = event.action
        else { return phase }
        guard ![.submitted, .siteAccepted].contains(state) else {
            throw refusal(.alreadySubmitted, event)
        }
        guard !isTooLate(on: event.day) else { throw refusal(.windowClosed, event) }
        guard revision == self.revision + 1 else { throw refusal(.wrongRevision, event) }
        guard (supersedes == nil) == (revision == 1), supersedes?.isEmpty != true else {
            throw refusal(.wrongSupersedes, event)
        }
        guard self.profile == nil || self.profile == profile else {
            throw refusal(.profileDiffers, event)
        }
        try check(pictures, event)
        let before = Set(phase.submission?.pictures ?? [])
        return .submitted(
            CasePhase.Submission(
                revision: revision,
                profile: profile,
                pictures: pictures,
                replaced: revision == 1 ? [] : Set(pictures).subtracting(before)
            )
        )
    }

    private func check(
        _ pictures: [SubmittedPicture],
        _ event: CaseEvent
    ) throws(CaseRefusal) {
        guard !pictures.isEmpty else { throw refusal(.noPictures, event) }
        guard Self.arePlacesWhole(pictures) else { throw refusal(.badPlaces, event) }
        let violations = violations(by: pictures, allowed: unlocked)
        guard violations.isEmpty else { throw refusal(.lockedChanged, event, violations) }
        let unanswered = unanswered(by: pictures)
        guard unanswered.isEmpty else { throw refusal(.unanswered, event, unanswered) }
    }

    /// Whether the places of every material's pictures are 1, 2, 3 ..., in whatever order.
    private static func arePlacesWhole(_ pictures: [SubmittedPicture]) -> Bool {
        let places = Dictionary(grouping: pictures, by: \.material)
        return places.allSatisfy { material, pictures in
            !material.isEmpty && pictures.map(\.place).sorted() == Array(1...pictures.count)
        }
    }

    /// The phase after the candidate took everything back.
    func withdrawing(_ event: CaseEvent) throws(CaseRefusal) -> CasePhase {
        switch phase {
        case .submitted(let submission), .siteAccepted(let submission),
            .returned(let submission, _, _):
            guard !isPastLastDay(event.day) else { throw refusal(.windowClosed, event) }
            return .withdrawn(submission, profile: submission.profile, asked: phase.asked)
        case .new, .reopened, .withdrawn, .areaAccepted, .rejected:
            throw refusal(.nothingSubmitted, event)
        }
    }

    /// The phase after the profile became another one.
    func reopening(
        _ event: CaseEvent,
        with profile: ContentHash
    ) throws(CaseRefusal) -> CasePhase {
        guard let submission = phase.submission else { throw refusal(.nothingSubmitted, event) }
        guard profile != self.profile else { throw refusal(.profileUnchanged, event) }
        guard !isTooLate(on: event.day) else { throw refusal(.windowClosed, event) }
        if case .withdrawn = phase {
            return .withdrawn(submission, profile: profile, asked: phase.asked)
        }
        return .reopened(submission, profile: profile, asked: phase.asked)
    }
}
