import CaseLog
import Foundation
import Registration
import Sealing
import Testing

@Suite struct LogTamperingTests {
    private let story: TwentyEvents

    init() throws { story = try TwentyEvents() }

    private func check(
        _ lines: [[UInt8]],
        withHead: Bool = true,
        rules: CaseRules? = TwentyEvents.rules
    ) -> LogCheck {
        check(LogText.bytes(of: lines), withHead: withHead, rules: rules)
    }

    private func check(
        _ bytes: [UInt8],
        withHead: Bool,
        rules: CaseRules? = TwentyEvents.rules
    ) -> LogCheck {
        LogCheck(
            of: LogText(bytes),
            head: withHead ? story.head : nil,
            rules: rules,
            keys: story.keys
        )
    }

    private func codes(_ check: LogCheck) -> [String] {
        check.findings.map { "\($0.code.rawValue) \($0.line)" }
    }

    @Test(arguments: [true, false])
    func `What nobody touched is found sound`(withHead: Bool) {
        let check = check(story.bytes, withHead: withHead)
        #expect(check.findings.isEmpty)
        #expect(check.entries == story.entries)
        #expect(check.outcome?.state == .areaAccepted)
        #expect(check.outcome?.revision == 8)
    }

    @Test(arguments: 0..<20)
    func `Every edit of a single byte is found in its line`(line: Int) {
        var lines = story.entries.map(\.bytes)
        let sound = lines[line]
        var random = SeededGenerator(seed: UInt64(line))
        for index in sound.indices {
            lines[line][index] ^= UInt8.random(in: 1...255, using: &random)
            // With the head hashes are enough; without it the last line needs its seal.
            let text = LogText(LogText.bytes(of: lines))
            expectNamed(line, LogCheck(of: text, head: story.head), "byte \(index)")
            if line == 19 || index.isMultiple(of: 16) {
                expectNamed(line, check(lines, withHead: false), "byte \(index) without head")
            }
            lines[line] = sound
        }
    }

    private func expectNamed(_ line: Int, _ check: LogCheck, _ edit: Comment) {
        let isNamed = check.findings.contains { $0.severity == .error && $0.line == line + 1 }
        if !isNamed { Issue.record("\(edit) of line \(line + 1): \(codes(check))") }
    }

    @Test func `Every edit of a line's end is found`() {
        let bytes = story.bytes
        for index in bytes.indices where bytes[index] == 0x0A {
            for value in UInt8.min ... .max where value != 0x0A {
                var edited = bytes
                edited[index] = value
                #expect(!check(edited, withHead: true, rules: nil).isSound)
                // Of the very last one only a line is left that was not written to its end.
                let isLast = index == bytes.count - 1
                let check = check(edited, withHead: false, rules: nil)
                #expect(check.isSound == isLast && !check.findings.isEmpty)
            }
        }
    }

    @Test func `Every swap of two lines is found`() {
        for first in 0..<20 {
            for second in first + 1..<20 {
                for withHead in [true, false] {
                    var lines = story.entries.map(\.bytes)
                    lines.swapAt(first, second)
                    let check = check(lines, withHead: withHead)
                    #expect(codes(check).contains("log.reordered \(first + 1)"))
                }
            }
        }
    }

    @Test func `Every dropped line is found`() {
        for line in 0..<20 {
            var lines = story.entries.map(\.bytes)
            lines.remove(at: line)
            let isLast = line == 19
            let expected = isLast ? "log.truncated 20" : "log.dropped \(line + 1)"
            #expect(codes(check(lines)) == [expected])
            // Without the head nobody can tell that there was a last line.
            #expect(codes(check(lines, withHead: false)) == (isLast ? [] : [expected]))
        }
    }

    @Test func `Every line that is there twice is found, wherever the copy stands`() {
        for line in 0..<20 {
            for place in 0...20 {
                for withHead in [true, false] {
                    var lines = story.entries.map(\.bytes)
                    lines.insert(lines[line], at: place)
                    let check = check(lines, withHead: withHead)
                    #expect(check.findings.contains { $0.code == .duplicate })
                }
            }
        }
    }

    @Test func `A line that was put in is found, and so is a second history`() throws {
        let events = try TwentyEvents.events()
        for line in 1..<19 {
            var lines = story.entries.map(\.bytes)
            let other = CaseEvent(actor: .candidate, time: 1_770_249_600, action: .withdrawn)
            let forged = try LogEntry(other, after: story.entries[line - 1])
            // Where the story itself goes on by withdrawing at that hour, nothing is put in.
            guard forged.bytes != lines[line], events[line] != other else { continue }
            lines.insert(forged.bytes, at: line)
            #expect(codes(check(lines)).contains("log.forked \(line + 2)"))
            lines = story.entries.map(\.bytes)
            lines.insert(forged.bytes, at: line + 1)
            #expect(codes(check(lines, withHead: false)).contains("log.forked \(line + 2)"))
        }
    }

    @Test func `A history written anew from some line on is found by the head`() throws {
        for line in 0..<20 {
            var events = try TwentyEvents.events()
            events[line].time += 1
            let entries = try TwentyEvents.entries(of: events)
            #expect(codes(check(entries.map(\.bytes))).contains("log.edited 20"))
            // The candidate has no office's key: without the head, seals show it.
            let forged = try LogTamperingTests.resealed(events, by: .site)
            let check = check(forged.map(\.bytes), withHead: false)
            #expect(!check.isSound)
        }
    }

    private static func resealed(
        _ events: [CaseEvent],
        by stage: ReviewStage
    ) throws -> [LogEntry] {
        var entries: [LogEntry] = []
        for event in events {
            let isOffices = event.actor != .candidate
            let key = isOffices ? try TwentyEvents.key(of: stage) : nil
            entries.append(try LogEntry(event, after: entries.last, sealedBy: key))
        }
        guard let last = entries.popLast(), let seal = last.seal else { return entries }
        // The site's key under the area's decision: its name is the site's.
        let text = last.text.replacing(seal.keyID.description, with: "AAAAAAAAAAA")
        return entries + [LogEntry(line: Array(text.utf8))].compactMap(\.self)
    }

    @Test func `Seals that are missing, unknown or bad are told apart`() throws {
        var lines = story.entries.map(\.bytes)
        let last = story.entries[19]
        let seal = try #require(last.seal)
        let areaKey = try TwentyEvents.key(of: .area).verifyingKey
        #expect(last.isSealed(by: areaKey))
        #expect(try !last.isSealed(by: TwentyEvents.key(of: .site).verifyingKey))
        let name = seal.keyID.description
        let unknown = last.text.replacing(name, with: "AAAAAAAAAAA")
        let siteName = try TwentyEvents.key(of: .site).id.description
        let bad = last.text.replacing(name, with: siteName)
        let start = try #require(last.text.range(of: #","seal":{"#))
        let end = try #require(last.text.range(of: "},\"seq\""))
        var unsealed = last.text
        unsealed.removeSubrange(start.lowerBound...end.lowerBound)
        for (text, code) in [(unknown, "unknown-key"), (bad, "bad-seal"), (unsealed, "unsealed")] {
            lines[19] = Array(text.utf8)
            #expect(codes(check(lines, withHead: false)) == ["log.\(code) 20"])
        }
    }

    @Test func `An event that cannot happen is found in its line`() throws {
        var events = try TwentyEvents.events()
        events.remove(at: 4)
        let entries = try TwentyEvents.entries(of: events)
        let check = LogCheck(of: LogText(entries), rules: TwentyEvents.rules)
        #expect(codes(check) == ["log.impossible 7"])
        #expect(check.findings.first?.refusal?.code == .wrongRevision)
        #expect(check.outcome == nil)
    }
}
