public import CaseLog
public import Packaging
public import Registration
import Review
import Sealing

/// A candidate's folder together with its case: what lies there, and what may be done with it.
public struct CandidateCase: Sendable {
    /// The folder as it is now.
    public let review: FolderReview
    /// The events so far.
    public let entries: [LogEntry]
    /// Where the case stands.
    public let standing: Case
    /// The pictures as they lie there, repaired ones in the place of their originals.
    public let present: [SubmittedPicture]
    /// The hash of the profile as it is now.
    public let profile: ContentHash
    /// How many bytes of a line that was not written to its end were taken out of the log.
    public let recoveredBytes: Int

    /// Reads the case of a folder; where nothing was submitted, it is a draft without events.
    ///
    /// - Throws: `LogError` if the log is damaged, `JSONError` if the profile cannot be written.
    public init(_ review: FolderReview) throws {
        self.review = review
        present = review.submittedPictures
        profile = try review.profileHash()
        let rules = review.area.caseRules
        let folder = CaseFolder(of: review.folder.path)
        guard folder.hasLog else {
            (entries, standing, recoveredBytes) = ([], Case(rules: rules), 0)
            return
        }
        let log = try LogFile(in: folder.path, rules: rules)
        (entries, standing, recoveredBytes) = (log.entries, log.standing, log.recoveredBytes)
    }

    /// The last day to answer what an office asked for, in days since 1970-01-01, if its slip names one.
    public var answerBy: Int? {
        guard standing.state == .returned, let last = entries.last else { return nil }
        let slip = CaseFolder(of: review.folder.path).slip(upTo: last.seq)
        // A slip that was put there by hand says nothing of this line.
        return slip?.content.lines.last == last.text ? slip?.content.outcome.answerBy : nil
    }

    /// Whether the profile is another one than the case knows: all is open then, and must be submitted
    /// again (附件3: 修改报考信息后须重新提交).
    public var hasChangedProfile: Bool { standing.profile.map { $0 != profile } ?? false }

    /// What was changed although it is locked; a changed profile unlocks everything.
    public func violations(on day: Int) -> [CaseViolation] {
        hasChangedProfile ? [] : standing.violations(by: present, on: day)
    }

    /// What would be changed although it is locked if these repairs took the place of all before.
    ///
    /// The case must be that of the folder without repairs.
    public func violations(by repairs: [PictureRepair]) -> [CaseViolation] {
        guard !hasChangedProfile else { return [] }
        let mended = Dictionary(
            repairs.compactMap { repair in
                repair.entry.map { (repair.original.path, $0.repaired.hash) }
            },
            uniquingKeysWith: { first, _ in first }
        )
        let future = present.map { picture in
            let path = review.path(material: picture.material, place: picture.place)
            return SubmittedPicture(
                material: picture.material,
                place: picture.place,
                hash: path.flatMap { mended[$0] } ?? picture.hash
            )
        }
        return standing.violations(by: future, on: nil)
    }

    /// What an office asked for that these pictures do not answer yet.
    public var unanswered: [CaseViolation] { standing.unanswered(by: present) }
}
