import Foundation

/// A program that checks our files independently, where it is installed.
struct OutsideTool {
    let path: String

    init?(_ name: String) {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let found = folders.map { "\($0)/\(name)" }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
        guard let found else { return nil }
        path = found
    }

    static let qpdf = OutsideTool("qpdf")
    static let pdftotext = OutsideTool("pdftotext")
    static let pdffonts = OutsideTool("pdffonts")
    static let pdfimages = OutsideTool("pdfimages")
    static let pdfdetach = OutsideTool("pdfdetach")
    static let pdfinfo = OutsideTool("pdfinfo")
    static let pdftoppm = OutsideTool("pdftoppm")

    /// Runs it; the status and all it printed.
    func run(
        _ arguments: [String],
        in folder: String? = nil
    ) throws -> (status: Int32, output: String) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = URL(filePath: folder) }
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
