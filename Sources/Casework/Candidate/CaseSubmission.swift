import CaseLog
public import Packaging
import Registration
import Review
import Sealing
import TemplateCatalog

/// Submits a candidate's folder: checks it again, packs it with the log of its case, and locks it.
///
/// It may be stopped at any moment: the archive is written under a hidden name, its manifest is kept, the
/// log takes the event, and then the archive gets its name. What is stopped before the log took the
/// event never happened; the archive of what is stopped after it is made by the next run, the same to
/// the byte.
public struct CaseSubmission {
    /// What a submission came to.
    public enum Outcome: Sendable {
        /// The archive stands where it should, and the pictures are locked.
        case submitted(Submitted)
        /// There were errors in the folder; nothing was written.
        case refusedByFindings
    }

    /// A submission.
    public struct Submitted: Sendable {
        /// The archive.
        public var archive: PackedArchive
        /// How often the case was submitted by now.
        public var revision: Int
        /// The printed id of the dossier that it takes the place of; nil in the first.
        public var supersedes: String?
        /// Whether the folder was submitted before and just the archive was made again.
        public var isAgain: Bool
    }

    private let resources: PackResources
    private let fonts: DossierFonts
    private let options: PackOptions

    /// Prepares to submit with these resources and options; the date of the options is that of the time.
    public init(resources: PackResources, fonts: DossierFonts, options: PackOptions) {
        self.resources = resources
        self.fonts = fonts
        self.options = options
    }

    /// Submits a folder.
    ///
    /// - Parameters:
    ///   - review: The folder, with everything that was found about it.
    ///   - time: When, in seconds since 1970-01-01T00:00:00Z.
    ///   - target: Where the archive goes.
    /// - Returns: What was made.
    /// - Throws: `CaseworkError` of code `refused` with what the case does not allow, `LogError`, or what
    ///   packing throws; nothing has changed then.
    public func submit(
        _ review: FolderReview,
        at time: Int64,
        to target: PackTarget
    ) throws -> Outcome {
        let folder = CaseFolder(of: review.folder.path)
        // A first submission that is refused must leave no folder behind.
        if !folder.hasLog, isRefusedByFindings(review) { return .refusedByFindings }
        var log = try LogFile(in: folder.path, rules: review.area.caseRules, creating: true)
        let events = try nextEvents(review, log, folder, at: time)
        guard !events.isEmpty else { return try packAgain(review, log, folder, to: target) }
        let entries = try Self.entries(events, after: log)
        let before = log.standing.revision
        let predecessor =
            before == 0 ? nil : try Predecessor(manifest: folder.manifest(ofRevision: before))
        let all = log.entries + entries
        let outcome = try packer(all, options).pack(review, to: target, after: predecessor) {
            manifest in
            try folder.keep(manifest: manifest, ofRevision: before + 1)
            try log.append(received: entries)
        }
        return Self.outcome(outcome, revision: before + 1, predecessor, isAgain: false)
    }

    private func isRefusedByFindings(_ review: FolderReview) -> Bool {
        !review.file.candidate.openKeys.isEmpty
            || (!options.allowsFindings && review.count(of: .error) > 0)
    }

    /// The events that a submission adds: none if this very folder is submitted already.
    private func nextEvents(
        _ review: FolderReview,
        _ log: borrowing LogFile,
        _ folder: CaseFolder,
        at time: Int64
    ) throws -> [CaseEvent] {
        let standing = log.standing
        let profile = try review.profileHash()
        let pictures = review.submittedPictures
        if [.submitted, .siteAccepted].contains(standing.state), standing.profile == profile {
            let violations = standing.violations(by: pictures, on: nil)
            guard violations.isEmpty else {
                throw CaseworkError(.lockedChanged, violations: violations)
            }
            return []
        }
        var events: [CaseEvent] = []
        if let known = standing.profile, known != profile {
            let change = CaseEvent.Action.profileChanged(profile)
            events.append(CaseEvent(actor: .candidate, time: time, action: change))
        }
        let supersedes =
            standing.revision == 0
            ? nil : DossierID(manifest: .of(try folder.manifest(ofRevision: standing.revision)))
        let submission = CaseEvent.Action.submitted(
            revision: standing.revision + 1,
            profile: profile,
            pictures: pictures,
            supersedes: supersedes?.compact
        )
        events.append(CaseEvent(actor: .candidate, time: time, action: submission))
        var next = standing
        do {
            for event in events { try next.apply(event) }
        } catch {
            throw CaseworkError(.refused, refusal: error)
        }
        return events
    }

    private static func entries(
        _ events: [CaseEvent],
        after log: borrowing LogFile
    ) throws(LogError) -> [LogEntry] {
        var entries: [LogEntry] = []
        for event in events {
            entries.append(try LogEntry(event, after: entries.last ?? log.entries.last))
        }
        return entries
    }

    /// Packs with the log as it will be.
    private func packer(_ entries: [LogEntry], _ options: PackOptions) -> Packer {
        var options = options
        options.record = entries.last.map { last in
            CaseRecord(
                bytes: LogText.bytes(of: entries.map(\.bytes)),
                events: last.seq,
                head: last.hash
            )
        }
        return Packer(resources: resources, fonts: fonts, options: options)
    }

    /// Makes the archive of the last submission once more.
    private func packAgain(
        _ review: FolderReview,
        _ log: borrowing LogFile,
        _ folder: CaseFolder,
        to target: PackTarget
    ) throws -> Outcome {
        let revision = log.standing.revision
        let kept = try folder.manifest(ofRevision: revision)
        let entries = Array(log.entries.prefix(Self.lastSubmission(log.entries)))
        var options = options
        if let last = entries.last, let day = IssueDate(secondsSince1970: Int(last.event.time)) {
            options.date = day
        }
        // It was let through then.
        options.allowsFindings = true
        let predecessor =
            revision == 1
            ? nil : try Predecessor(manifest: folder.manifest(ofRevision: revision - 1))
        let outcome = try packer(entries, options).pack(review, to: target, after: predecessor) {
            guard $0 == kept else { throw CaseworkError(.notAsSubmitted) }
        }
        return Self.outcome(outcome, revision: revision, predecessor, isAgain: true)
    }

    private static func outcome(
        _ outcome: Packer.Outcome,
        revision: Int,
        _ predecessor: Predecessor?,
        isAgain: Bool
    ) -> Outcome {
        guard case .packed(let archive) = outcome else { return .refusedByFindings }
        return .submitted(
            Submitted(
                archive: archive,
                revision: revision,
                supersedes: predecessor.map { "\($0.id)" },
                isAgain: isAgain
            )
        )
    }

    /// How many lines the log had when it was submitted last.
    private static func lastSubmission(_ entries: [LogEntry]) -> Int {
        entries.last {
            if case .submitted = $0.event.action { true } else { false }
        }?.seq ?? 0
    }
}
