import Archiving
import Glibc
import Packaging
import Sealing
import TemplateCatalog
import Verification

/// Takes archives into a print job, each of which is verified before.
struct PrintSetIntake {
    /// What became of a thing that was named.
    enum Outcome {
        case added
        case duplicate(id: String)
        /// It is not printed, for a reason in the user's language.
        case leftOut(reason: String)

        /// Whether anybody must be told.
        var isTold: Bool { if case .added = self { false } else { true } }
    }

    private let job: PrintJob
    private let console: Console
    /// Speaks the language of what is printed.
    private let printed: Console

    init(job: PrintJob, common: CommonOptions, catalog: TemplateCatalog) {
        self.job = job
        console = Console(common, catalog: catalog)
        var options = common
        options.lang = .zh
        printed = Console(options, catalog: catalog)
    }

    /// Verifies something and adds it to the job, or names it there as left out.
    func take(
        _ name: String,
        allowsFindings: Bool,
        besides output: String
    ) async throws -> Outcome {
        do {
            if Self.isCandidate(name) {
                let addition = try await job.add(
                    candidate: name,
                    allowsFindings: allowsFindings,
                    in: OutputPlace.folder(of: output),
                    jobs: Environment.processors
                )
                return outcome(of: addition, name)
            }
            let report = try ArchiveVerifier(VerificationContext(trusted: nil, day: 0))
                .verify(name)
            let failure = report.steps.first {
                $0.question == .integrity && $0.outcome == .failed
            }
            if let failure {
                let id = report.id.map { "\($0)" }
                return leaveOut(name, id: id) { $0.words(of: failure) }
            }
            return outcome(of: try job.add(archive: name), name)
        } catch let error as PackagingError where error.code == .outputFailed {
            throw error
        } catch {
            return leaveOut(name, id: nil) { $0.sentence(for: error) }
        }
    }

    /// Says what became of something that is not simply added.
    func tell(_ outcome: Outcome, of name: String) {
        switch outcome {
        case .added: break
        case .duplicate(let id):
            console.note(console.text("print-set.duplicate", ["path": name, "id": id]))
        case .leftOut(let reason):
            console.note(console.text("print-set.left-out", ["path": name, "reason": reason]))
        }
    }

    private func outcome(of addition: PrintJob.Addition, _ name: String) -> Outcome {
        switch addition {
        case .added: .added
        case .duplicate(let id): .duplicate(id: id)
        case .refused(let errors):
            leaveOut(name, id: nil) {
                errors == 0
                    ? $0.text("print-set.open")
                    : $0.text("print-set.refused", ["errors": "\(errors)"])
            }
        }
    }

    private func leaveOut(
        _ name: String,
        id: String?,
        reason: (Console) -> String
    ) -> Outcome {
        job.leaveOut(name, id: id, reason: reason(printed))
        return .leftOut(reason: reason(console))
    }

    /// Whether it is a candidate's folder and no bag.
    private static func isCandidate(_ path: String) -> Bool {
        access(path + "/candidate.yaml", F_OK) == 0 && access(path + "/bagit.txt", F_OK) != 0
    }
}

extension Console {
    /// A step of a verification in words, with the file or page that it is about.
    fileprivate func words(of step: VerificationReport.Step) -> String {
        let words = messages?.text("step.\(step.code)", in: language) ?? step.code
        return [words, step.file].compactMap(\.self).joined(separator: "  ")
    }
}
