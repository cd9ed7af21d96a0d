public import CaseRegister
public import Packaging
public import Registration
import Sealing

/// The history of a registered case, to go into an archive.
public enum CaseHistory {
    /// The log as the register has it.
    public static func record(of found: RegisteredCase) -> CaseRecord? {
        guard let last = found.events.last else { return nil }
        return CaseRecord(
            bytes: found.events.flatMap { Array($0.line.utf8) + [0x0A] },
            events: found.events.count,
            head: .of(Array(last.line.utf8))
        )
    }
}

extension RegisteredCase {
    /// The hash of the archive that came last.
    public var lastArchive: ContentHash {
        get throws(CaseworkError) {
            guard let last = revisions.last else {
                throw CaseworkError(.keptFileLost, summary.caseID)
            }
            return last.archive
        }
    }
}
