import CaseLog
import Foundation
import Registration
import Testing

@Suite struct LogEntryTests {
    // Written by hand in the order of RFC 8785; the hash is sha256sum's.
    @Test func `A line is canonical JSON`() throws {
        let action = CaseEvent.Action.profileChanged(try TwentyEvents.hash(0xAB))
        let event = CaseEvent(actor: .candidate, time: 1_770_249_600, action: action)
        let entry = try LogEntry(event, after: nil)
        let zeros = String(repeating: "0", count: 64)
        let profile = String(repeating: "ab", count: 32)
        let expected =
            #"{"actor":"candidate","event":"profile-changed","prev":"\#(zeros)","#
            + #""profile":"\#(profile)","seq":1,"time":"2026-02-05T00:00:00Z"}"#
        #expect(entry.text == expected)
        #expect(entry.hash.hex == Self.sum)
        let next = try LogEntry(event, after: entry)
        #expect(next.text.contains(#""prev":"\#(Self.sum)""#))
        #expect(next.follows(entry) && !entry.follows(entry) && entry.follows(nil))
    }

    private static let sum = "d2f75d207782d375e26126e9759fab02957f8b200caa25e16eca3e09b37971cf"

    @Test func `Every line is read as it was written`() throws {
        for entry in try TwentyEvents().entries {
            #expect(LogEntry(line: entry.bytes) == entry)
        }
        let events: [CaseEvent] = [
            CaseEvent(actor: .clock, time: 0, action: .windowClosed(lastDay: 20_500)),
            CaseEvent(actor: .clock, time: 32_503_679_999, action: .windowOpened(lastDay: -3)),
        ]
        for event in events {
            let entry = try LogEntry(event, after: nil)
            #expect(LogEntry(line: entry.bytes)?.event == event)
        }
    }

    @Test(arguments: [
        (#""seq":2"#, #""seq":2.0"#), (#""seq":2"#, #""seq":0"#), (#","seq""#, #", "seq""#),
        (#""candidate""#, #""office""#), (#""withdrawn""#, #""gone""#),
        (#"00:00Z"#, #"00:60Z"#), (#"00:00Z"#, #"00:00+00:00"#), (#"T00:"#, #"T24:"#),
        (#""2026-02-05T"#, #""2026-02-30T"#), (#""seq":2"#, #""reason":"","seq":2"#),
        (#"{"actor""#, #"{"a":1,"actor""#), (#"withdrawn"#, #"with\u0064rawn"#),
    ])
    func `What is written in another way is no line`(right: String, wrong: String) throws {
        let event = CaseEvent(actor: .candidate, time: 1_770_249_600, action: .withdrawn)
        let first = try LogEntry(event, after: nil)
        let text = try LogEntry(event, after: first).text
        #expect(text.contains(right))
        #expect(LogEntry(line: Array(text.utf8)) != nil)
        #expect(LogEntry(line: Array(text.replacing(right, with: wrong).utf8)) == nil)
    }

    @Test(arguments: [-1, 32_503_680_000, Int64.max, Int64.min])
    func `A time that no line states is not written`(time: Int64) {
        let event = CaseEvent(actor: .candidate, time: time, action: .withdrawn)
        #expect(throws: LogError.self) { try LogEntry(event, after: nil) }
    }

    @Test func `A head is read as it was written and not otherwise`() throws {
        let head = try #require(LogHead(lines: 20, hash: TwentyEvents.hash(1)))
        #expect(LogHead(parsing: head.bytes) == head)
        #expect(LogHead(parsing: Array(head.bytes.dropLast())) == nil)
        #expect(try LogHead(lines: 0, hash: TwentyEvents.hash(1)) == nil)
    }
}
