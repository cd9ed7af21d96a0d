import FoundationEssentials
import Testing

/// An expected text in `Goldens` beside this file.
///
/// A missing golden is written and the test fails, so that somebody reads it before it counts;
/// RECORD_GOLDENS=1 rewrites the ones that are there.
enum GoldenFile {
    static func expect(
        _ actual: String,
        matches name: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let path =
            #filePath.split(separator: "/", omittingEmptySubsequences: false)
            .dropLast().joined(separator: "/") + "/Goldens/\(name)"
        let recording = ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1"
        guard !recording, let golden = FileManager.default.contents(atPath: path) else {
            try Data(actual.utf8).write(to: URL(filePath: path))
            Issue.record(
                "\(name) was written: read it, then run again",
                sourceLocation: sourceLocation
            )
            return
        }
        let expected = String(decoding: golden, as: UTF8.self)
        let lines = (expected.split(separator: "\n"), actual.split(separator: "\n"))
        for (line, other) in zip(lines.0, lines.1) {
            #expect(line == other, sourceLocation: sourceLocation)
        }
        #expect(expected == actual, sourceLocation: sourceLocation)
    }
}
