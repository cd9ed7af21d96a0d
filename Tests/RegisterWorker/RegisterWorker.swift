import CaseRegister
import Glibc
import RegisterFixtures
import Registration

/// Works on a register as one process of many, and says of each change that it is done, once it is.
///
///     RegisterWorker review FOLDER REVIEWER     decides on all that waits, each decision sent twice
///     RegisterWorker add FOLDER FIRST           adds one invented case after the other, for ever
///
/// A line of the answer names what was done, the case, and the version that it has now.
@main
struct RegisterWorker {
    static func main() throws {
        let words = CommandLine.arguments
        guard words.count == 4 else { exit(64) }
        let register = try CaseRegister(opening: words[2])
        switch words[1] {
        case "review": try review(register, as: words[3])
        case "add": try add(to: register, from: Int(words[3]) ?? 0)
        default: exit(64)
        }
    }

    /// All workers take from the front of the same queue, so that they meet.
    static func review(_ register: CaseRegister, as reviewer: String) throws {
        var chance = SplitMix(seed: UInt64(getpid()))
        while let summary = try register.queue(.init(states: [.submitted]), limit: 4)
            .randomElement(using: &chance)
        {
            do {
                try decide(on: summary, in: register, as: reviewer, &chance)
            } catch let error as RegisterError where error.code == .stale {
                say("stale", summary.caseID, error.meanwhile.count)
            }
        }
    }

    static func decide(
        on summary: CaseSummary,
        in register: CaseRegister,
        as reviewer: String,
        _ chance: inout SplitMix
    ) throws {
        let shown = try register.show(summary.caseID)
        let revision = summary.revision
        let items = SyntheticCase.items(of: shown.state.pictures.map(\.submitted), &chance)
        let action: CaseEvent.Action =
            chance.below(2) == 0
            ? .accepted(revision: revision) : .returned(revision: revision, items: items)
        let time = summary.since + 60
        let event = CaseEvent(actor: SyntheticCase.office, time: time, action: action)
        for _ in 1...2 {
            let logged = SyntheticCase.logged(
                event,
                place: summary.version + 1,
                salt: chance.next()
            )
            let recording = try register.record(
                event,
                line: logged.line,
                of: summary.caseID,
                expecting: summary.version,
                reviewer: reviewer
            )
            say(recording.isRepeat ? "repeated" : "done", summary.caseID, recording.version)
        }
    }

    static func add(to register: CaseRegister, from first: Int) throws {
        for number in first... {
            var one = SyntheticCase(number)
            one.submit(at: SyntheticCase.opening)
            try register.add(try one.submission(), at: SyntheticCase.opening + 60)
            say("done", one.caseID, 1)
        }
    }

    /// Not by print, which keeps lines back and would lose them with the process.
    static func say(_ what: String, _ caseID: String, _ version: Int) {
        let line = Array("\(what) \(caseID) \(version)\n".utf8)
        _ = line.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
    }
}

extension CasePicture {
    fileprivate var submitted: SubmittedPicture {
        SubmittedPicture(material: material, place: place, hash: hash)
    }
}
