import Review

/// What an area's rules say of a material, as far as reasons depend on it.
enum MaterialTrait: String, CaseIterable {
    /// It must not have expired.
    case expires
    /// It counts for some months.
    case ages
    /// It counts in the year of the exam.
    case examYear
    /// It may have more than one picture.
    case pages
    /// It is the identity photo.
    case portrait
    /// It proves who somebody is.
    case identity
    /// The original must be shown.
    case original

    /// Whether a material of an area has it.
    func isOf(_ material: MaterialRule, in area: Area) -> Bool {
        switch self {
        case .expires: material.validity?.rule == .unexpired
        case .ages:
            if case .withinMonths = material.validity?.rule { true } else { false }
        case .examYear:
            if case .issuedInYear = material.validity?.rule { true } else { false }
        case .pages:
            material.count.cases.contains { $0.maximum != 1 || $0.multiplier != nil }
        case .portrait: area.photoRule != nil && material.pictureRule == area.photoRule
        case .identity: material.privacy == .identity
        case .original: material.form == .original
        }
    }
}
