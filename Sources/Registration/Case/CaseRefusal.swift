/// Why an event cannot happen to a case as it stands.
public struct CaseRefusal: Error, Hashable, Sendable {
    /// The reason, as a stable name; the sentence for it stands in Templates/Texts.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The name itself.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The case is accepted by the area or rejected: nothing can happen any more.
        public static let ended = Self(rawValue: "case.ended")
        /// This is not for this actor to do.
        public static let wrongActor = Self(rawValue: "case.wrong-actor")
        /// The revision is not the one that lies there, or not the next one.
        public static let wrongRevision = Self(rawValue: "case.wrong-revision")
        /// The site decides before the area does.
        public static let siteFirst = Self(rawValue: "case.site-first")
        /// The site has decided on this revision already.
        public static let alreadyDecided = Self(rawValue: "case.already-decided")
        /// There is no submission to decide on or to take back.
        public static let nothingSubmitted = Self(rawValue: "case.nothing-submitted")
        /// Everything is submitted and locked.
        public static let alreadySubmitted = Self(rawValue: "case.already-submitted")
        /// A submission holds no picture.
        public static let noPictures = Self(rawValue: "case.no-pictures")
        /// The places of a material's pictures are not 1, 2, 3 ...
        public static let badPlaces = Self(rawValue: "case.bad-places")
        /// A first submission names a dossier that it supersedes, or a later one names none.
        public static let wrongSupersedes = Self(rawValue: "case.wrong-supersedes")
        /// The profile is not the one that the case knows: its change has to be said first.
        public static let profileDiffers = Self(rawValue: "case.profile-differs")
        /// The profile is the one that the case knows: it did not change.
        public static let profileUnchanged = Self(rawValue: "case.profile-unchanged")
        /// Locked pictures were changed.
        public static let lockedChanged = Self(rawValue: "case.locked-changed")
        /// What was asked for was not replaced.
        public static let unanswered = Self(rawValue: "case.unanswered")
        /// A return asks for nothing.
        public static let nothingAsked = Self(rawValue: "case.nothing-asked")
        /// A return asks for a picture that the submission does not hold.
        public static let unknownPicture = Self(rawValue: "case.unknown-picture")
        /// A return asks for something twice.
        public static let askedTwice = Self(rawValue: "case.asked-twice")
        /// A return or rejection gives no reason.
        public static let noReason = Self(rawValue: "case.no-reason")
        /// The last day has gone by.
        public static let windowClosed = Self(rawValue: "case.window-closed")
        /// The last day has not gone by, or is another one.
        public static let windowOpen = Self(rawValue: "case.window-open")
    }

    /// The reason.
    public let code: Code
    /// What was to happen.
    public let event: CaseEvent
    /// Where the case stands.
    public let state: CaseState
    /// The revision that lies there; 0 before the first.
    public let revision: Int
    /// The pictures and materials it is about, if it is about some.
    public let violations: [CaseViolation]
}

extension CaseRefusal: CustomStringConvertible {
    /// The refusal by its names, in English.
    public var description: String {
        "The event \(event.action.name) is refused in the state \(state.rawValue),"
            + " revision \(revision): \(code.rawValue)."
    }
}
