extension Case {
    /// What the candidate may change on a day.
    ///
    /// - Parameter day: The day, in days since 1970-01-01 in China; nil asks without regard to a last
    ///   day that no event spoke of.
    /// - Returns: What is not locked.
    public func allowedChanges(on day: Int?) -> AllowedChanges {
        isTooLate(on: day) ? .nothing : unlocked
    }

    /// Compares pictures with the last submission: what was changed that is locked.
    ///
    /// - Parameters:
    ///   - present: The pictures as they lie in the candidate's folder.
    ///   - day: The day, as in ``allowedChanges(on:)``.
    /// - Returns: The differences, the last submission's pictures first, each in order.
    public func violations(by present: [SubmittedPicture], on day: Int?) -> [CaseViolation] {
        violations(by: present, allowed: allowedChanges(on: day))
    }

    /// What an office asked for and these pictures do not answer.
    public func unanswered(by present: [SubmittedPicture]) -> [CaseViolation] {
        let before = phase.submission?.pictures ?? []
        return phase.asked.filter { item in
            guard let place = item.place else {
                return Self.hashes(of: item.material, in: before)
                    == Self.hashes(of: item.material, in: present)
            }
            guard let asked = before.first(where: { item.names($0) && $0.place == place }) else {
                return false
            }
            let kept = Self.count(asked, in: before) - askedCopies(asked)
            return Self.count(asked, in: present) > kept
        }.map { CaseViolation(.unanswered, material: $0.material, place: $0.place) }
    }

    /// Whether nothing is submitted that could be reviewed and nothing can be submitted: 报考失败.
    public func hasFailed(on day: Int?) -> Bool {
        switch state {
        case .draft, .withdrawn, .returned: isTooLate(on: day)
        case .submitted, .siteAccepted, .areaAccepted, .rejected: false
        }
    }

    /// What is unlocked while candidates may submit.
    var unlocked: AllowedChanges {
        switch phase {
        case .new, .reopened, .withdrawn: .everything
        case .returned(_, _, let asked): rules.lockScope == .image ? .only(asked) : .everything
        case .submitted, .siteAccepted, .areaAccepted, .rejected: .nothing
        }
    }

    /// Whether a candidate can submit nothing on a day, even if it were unlocked.
    func isTooLate(on day: Int?) -> Bool {
        isPastLastDay(day) && !(rules.takesLateReplacements && !phase.asked.isEmpty)
    }

    /// Whether a day comes after the last one.
    func isPastLastDay(_ day: Int?) -> Bool {
        guard !isClosed else { return true }
        guard let day, let lastDay else { return false }
        return day > lastDay
    }

    func violations(
        by present: [SubmittedPicture],
        allowed: AllowedChanges
    ) -> [CaseViolation] {
        guard allowed != .everything, let before = phase.submission?.pictures else { return [] }
        var hashes: [PicturePlace: ContentHash] = [:]
        for picture in present { hashes[PicturePlace(picture)] = picture.hash }
        var violations: [CaseViolation] = []
        for picture in before where !allowed.allowsPages(of: picture.material) {
            let hash = hashes.removeValue(forKey: PicturePlace(picture))
            if hash == nil {
                violations.append(picture.violation(.missing))
            } else if hash != picture.hash,
                !allowed.allows(material: picture.material, place: picture.place)
            {
                violations.append(picture.violation(.changed))
            }
        }
        let added = present.filter {
            hashes[PicturePlace($0)] != nil && !allowed.allowsPages(of: $0.material)
        }
        return violations + added.map { $0.violation(.added) }
    }

    /// How many of the places with this picture an office asked to replace, one by one.
    private func askedCopies(_ picture: SubmittedPicture) -> Int {
        let before = phase.submission?.pictures ?? []
        return before.count { copy in
            copy.hash == picture.hash && copy.material == picture.material
                && phase.asked.contains { $0.names(copy) && $0.place == copy.place }
        }
    }

    private static func hashes(
        of material: String,
        in pictures: [SubmittedPicture]
    ) -> [ContentHash] {
        pictures.filter { $0.material == material }.sorted { $0.place < $1.place }.map(\.hash)
    }

    private static func count(
        _ picture: SubmittedPicture,
        in pictures: [SubmittedPicture]
    ) -> Int {
        pictures.count { $0.material == picture.material && $0.hash == picture.hash }
    }
}

/// A place for a picture.
private struct PicturePlace: Hashable {
    let material: String
    let place: Int

    init(_ picture: SubmittedPicture) {
        material = picture.material
        place = picture.place
    }
}

extension SubmittedPicture {
    fileprivate func violation(_ kind: CaseViolation.Kind) -> CaseViolation {
        CaseViolation(kind, material: material, place: place)
    }
}

extension ReturnedItem {
    /// Whether a picture is of the material that is asked for.
    fileprivate func names(_ picture: SubmittedPicture) -> Bool { material == picture.material }
}
