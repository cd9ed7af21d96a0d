extension Case {
    /// The phase after an office decided.
    func deciding(_ event: CaseEvent) throws(CaseRefusal) -> CasePhase {
        guard case .office(let stage, _) = event.actor else { throw refusal(.wrongActor, event) }
        let submission = try submission(for: stage, event)
        switch event.action {
        case .returned(let revision, let items):
            try check(revision, event)
            try check(items, in: submission, event)
            return .returned(submission, by: stage, asked: items)
        case .accepted(let revision):
            try check(revision, event)
            return stage == .site ? .siteAccepted(submission) : .areaAccepted(submission)
        case .rejected(let revision, let reason, let note):
            try check(revision, event)
            guard !reason.isEmpty else { throw refusal(.noReason, event) }
            return .rejected(submission, by: stage, Rejection(reason: reason, note: note))
        default: return phase
        }
    }

    /// The submission that a stage has before it.
    private func submission(
        for stage: ReviewStage,
        _ event: CaseEvent
    ) throws(CaseRefusal) -> CasePhase.Submission {
        switch (phase, stage) {
        case (.submitted(let submission), .site), (.siteAccepted(let submission), .area):
            return submission
        // A candidate who does not give what was asked for is refused in the end.
        case (.returned(let submission, stage, _), _) where event.action.isRejection:
            return submission
        case (.submitted, .area): throw refusal(.siteFirst, event)
        case (.siteAccepted, .site), (.returned, _): throw refusal(.alreadyDecided, event)
        default: throw refusal(.nothingSubmitted, event)
        }
    }

    /// A decision on what has been superseded must not fall on what superseded it.
    private func check(_ revision: Int, _ event: CaseEvent) throws(CaseRefusal) {
        guard revision == self.revision else { throw refusal(.wrongRevision, event) }
    }

    private func check(
        _ items: [ReturnedItem],
        in submission: CasePhase.Submission,
        _ event: CaseEvent
    ) throws(CaseRefusal) {
        guard !items.isEmpty else { throw refusal(.nothingAsked, event) }
        for (index, item) in items.enumerated() {
            guard !item.reason.isEmpty else { throw refusal(.noReason, event) }
            guard item.isPart(of: submission) else { throw refusal(.unknownPicture, event) }
            guard !items[..<index].contains(where: { $0.overlaps(item) }) else {
                throw refusal(.askedTwice, event)
            }
        }
    }
}

extension CaseEvent.Action {
    fileprivate var isRejection: Bool {
        guard case .rejected = self else { return false }
        return true
    }
}

extension ReturnedItem {
    /// Whether the picture was submitted; of a whole material there need be none yet.
    fileprivate func isPart(of submission: CasePhase.Submission) -> Bool {
        guard let place else { return !material.isEmpty }
        return submission.pictures.contains { $0.material == material && $0.place == place }
    }

    /// Whether both ask for the same picture, or one for the material of the other.
    fileprivate func overlaps(_ other: Self) -> Bool {
        material == other.material && (place == nil || other.place == nil || place == other.place)
    }
}
