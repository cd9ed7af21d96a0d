import CaseLog
import Foundation
import Registration
import Sealing
import Testing

@Suite struct LogFileTests {
    private let story: TwentyEvents
    private let folder = LogFolderCopy()
    private let rules = TwentyEvents.rules

    init() throws { story = try TwentyEvents() }

    private func open(creating: Bool = false) throws(LogError) -> LogFile {
        try LogFile(in: folder.path, rules: rules, creating: creating)
    }

    /// The code of the error that opening ends in; nil if there is none.
    private func refusal() -> LogError? {
        do throws(LogError) {
            _ = try open()
            return nil
        } catch {
            return error
        }
    }

    @Test func `Events are there when the log is opened again, for their owner alone`() throws {
        var log = try open(creating: true)
        for (index, event) in try TwentyEvents.events().enumerated() {
            var key: SigningKey?
            if case .office(let stage, _) = event.actor { key = try TwentyEvents.key(of: stage) }
            let entry = try log.append(event, sealedBy: key)
            #expect(entry == story.entries[index])
            let head = try folder.bytes(of: folder.head)
            #expect(head == LogHead(entry).bytes)
        }
        #expect(try folder.bytes(of: folder.log) == story.bytes)
        #expect(try folder.mode(of: folder.log) == 0o600)
        #expect(try folder.mode(of: folder.head) == 0o600)
        #expect(try folder.mode(of: URL(filePath: folder.path)) == 0o700)
    }

    @Test func `A second process waits outside`() throws {
        let log = try open(creating: true)
        let error = refusal()
        #expect(error?.code == .busy)
        _ = consume log
        #expect(refusal() == nil)
    }

    @Test func `What a crash left of the last line is taken out, and nothing else`() throws {
        for count in [1, 2, 20] {
            let lines = story.entries.prefix(count).map(\.bytes)
            let told = LogText.bytes(of: lines.dropLast())
            let whole = LogText.bytes(of: lines)
            let head = count == 1 ? nil : LogHead(story.entries[count - 2])
            for length in told.count...whole.count {
                try folder.leave(log: Array(whole.prefix(length)), head: head)
                let log = try open()
                // The line end is written last: with it the line is whole.
                let kept = length == whole.count ? count : count - 1
                let entries = log.entries
                #expect(entries == Array(story.entries.prefix(kept)))
                let recovered = log.recoveredBytes
                #expect(recovered == (length == whole.count ? 0 : length - told.count))
                #expect(try folder.bytes(of: folder.log) == (kept == count ? whole : told))
                if let last = entries.last {
                    #expect(try folder.bytes(of: folder.head) == LogHead(last).bytes)
                }
            }
        }
    }

    @Test func `After a crash the log goes on`() throws {
        let lines = story.entries.prefix(3).map(\.bytes)
        let rest = story.entries[3].bytes.prefix(40)
        try folder.leave(
            log: LogText.bytes(of: lines) + rest,
            head: LogHead(story.entries[2])
        )
        var log = try open()
        let event = try TwentyEvents.events()[3]
        let entry = try log.append(event, sealedBy: TwentyEvents.key(of: .site))
        #expect(entry == story.entries[3])
        #expect(
            try folder.bytes(of: folder.log) == LogText.bytes(of: lines + [story.entries[3].bytes])
        )
    }

    @Test func `What was told to be there and is not is no trace of a crash`() throws {
        let bytes = story.bytes
        let last = story.entries[19].bytes.count + 1
        for missing in [1, 2, last / 2, last - 1, last] {
            try folder.leave(log: Array(bytes.dropLast(missing)), head: story.head)
            #expect(refusal()?.code == .damaged)
            #expect(refusal()?.findings.map(\.code) == [.truncated])
            #expect(try folder.bytes(of: folder.log) == Array(bytes.dropLast(missing)))
        }
    }

    @Test func `A log without head, or far ahead of it, is not added to`() throws {
        try folder.leave(log: story.bytes, head: nil)
        #expect(refusal()?.findings.map(\.code) == [.beyondHead])
        try folder.leave(log: story.bytes, head: LogHead(story.entries[17]))
        #expect(refusal()?.findings.map(\.code) == [.beyondHead])
        try folder.leave(log: story.bytes, head: LogHead(story.entries[18]))
        #expect(refusal() == nil)
        try Data("{}".utf8).write(to: folder.head)
        #expect(refusal()?.code == .damaged)
    }

    @Test func `An event that cannot happen is not written`() throws {
        try folder.leave(
            log: LogText.bytes(of: story.entries.prefix(1).map(\.bytes)),
            head: LogHead(story.entries[0])
        )
        let before = try folder.bytes(of: folder.log)
        var log = try open()
        let key = try TwentyEvents.key(of: .area)
        let early = CaseEvent(
            actor: .office(.area, name: "示例考区"),
            time: 1_770_249_601,
            action: .accepted(revision: 1)
        )
        let code = LogFileTests.code { () throws(LogError) in
            try log.append(early, sealedBy: key)
        }
        #expect(code?.refusal?.code == .siteFirst)
        let unsealed = LogFileTests.code { () throws(LogError) in try log.append(early) }
        #expect(unsealed?.code == .unsealed)
        let withdrawn = CaseEvent(actor: .candidate, time: 1, action: .withdrawn)
        let sealed = LogFileTests.code { () throws(LogError) in
            try log.append(withdrawn, sealedBy: key)
        }
        #expect(sealed?.code == .unsealed)
        #expect(try folder.bytes(of: folder.log) == before)
        try log.append(withdrawn)
        let state = log.standing.state
        #expect(state == .withdrawn)
    }

    private static func code(_ body: () throws(LogError) -> LogEntry) -> LogError? {
        do throws(LogError) {
            _ = try body()
            return nil
        } catch {
            return error
        }
    }

    @Test func `Lines that an office sent are added once, where they fit`() throws {
        try folder.leave(
            log: LogText.bytes(of: story.entries.prefix(3).map(\.bytes)),
            head: LogHead(story.entries[2])
        )
        var log = try open()
        #expect(try log.append(received: Array(story.entries[3...4])) == 2)
        #expect(try log.append(received: Array(story.entries[2...5])) == 1)
        #expect(try log.append(received: Array(story.entries[0...5])) == 0)
        let gap = error { () throws(LogError) in
            try log.append(received: Array(story.entries[8...9]))
        }
        #expect(gap?.code == .gap)
        let time = try #require(story.entries[5].event.time as Int64?)
        let other = CaseEvent(actor: .candidate, time: time + 1, action: .withdrawn)
        let fork = try LogEntry(other, after: story.entries[4])
        let forked = error { () throws(LogError) in try log.append(received: [fork]) }
        #expect(forked?.code == .forked)
        #expect(forked?.line == 6)
        let next = try LogEntry(
            CaseEvent(actor: .candidate, time: time, action: .profileChanged(fork.hash)),
            after: fork
        )
        let later = error { () throws(LogError) in try log.append(received: [next]) }
        #expect(later?.code == .forked)
        #expect(later?.line == 6)
        let count = log.entries.count
        #expect(count == 6)
    }

    private func error(_ body: () throws(LogError) -> Int) -> LogError? {
        do throws(LogError) {
            _ = try body()
            return nil
        } catch {
            return error
        }
    }

    @Test func `Two logs are the same, one behind the other, or part in a line`() throws {
        let all = story.entries
        #expect(LogComparison(of: all, with: all) == .same)
        #expect(LogComparison(of: Array(all.prefix(7)), with: all) == .behind(13))
        #expect(LogComparison(of: all, with: Array(all.prefix(7))) == .ahead(13))
        #expect(LogComparison(of: [], with: all) == .behind(20))
        for line in 0..<20 {
            var events = try TwentyEvents.events()
            events[line].time += 1
            let other = try TwentyEvents.entries(of: events)
            #expect(LogComparison(of: all, with: other) == .forked(atLine: line + 1))
        }
    }
}
