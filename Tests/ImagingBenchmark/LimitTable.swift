import FoundationEssentials
import Glibc

/// What the dearest pictures cost: CPU time, and how far the memory rises above what it was.
struct LimitTable {
    /// What one picture may cost.
    static let mostSeconds = 2.0
    static let mostMegabytes = 200.0

    private struct Line {
        let name: String
        let seconds: Double
        let megabytes: Double

        var isOver: Bool { seconds > mostSeconds || megabytes > mostMegabytes }

        var text: String {
            let seconds = MeasuredPicture.rounded(seconds)
            return "\(seconds) s  \(MeasuredPicture.rounded(megabytes)) MB  \(name)"
        }
    }

    private var lines: [Line] = []

    /// Reads all files of the folders, and the files among the paths.
    init(_ paths: [String]) throws {
        for path in paths {
            for file in try Self.files(in: path) { lines.append(try Self.measured(file)) }
        }
    }

    /// Whether no file cost too much.
    var isWithinLimits: Bool { !lines.isEmpty && !lines.contains(where: \.isOver) }

    /// How many files there were, the dearest ones, and all that cost too much.
    var text: String {
        let slowest = lines.sorted { $0.seconds > $1.seconds }
        let largest = lines.sorted { $0.megabytes > $1.megabytes }
        let over = lines.filter(\.isOver)
        return """
            \(lines.count) files, \(over.count) of them over \
            \(Int(Self.mostSeconds)) s or \(Int(Self.mostMegabytes)) MB
            most time:
            \(Self.list(slowest.prefix(3)))
            most memory:
            \(Self.list(largest.prefix(3)))\(over.isEmpty ? "" : "\nover:\n" + Self.list(over[...]))
            """
    }

    private static func list(_ lines: ArraySlice<Line>) -> String {
        lines.map { "    \($0.text)" }.joined(separator: "\n")
    }

    private static func files(in path: String) throws -> [String] {
        guard isFolder(path) else { return [path] }
        return try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
            .map { "\(path)/\($0)" }.filter { !isFolder($0) }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
    }

    private static func measured(_ path: String) throws -> Line {
        let bytes = try ImagingBenchmark.bytes(path)
        let memory = try PeakMemory()
        let start = CostTable.now()
        let picture = MeasuredPicture(name: path, bytes: bytes)
        let seconds = CostTable.now() - start
        return Line(name: picture.name, seconds: seconds, megabytes: try memory.growth)
    }
}
