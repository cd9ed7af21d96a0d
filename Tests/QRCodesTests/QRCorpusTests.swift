import Foundation
import Testing

@testable import QRCodes

/// Photographed codes, when the corpus lies beside the repository and ImageMagick is installed.
@Suite struct QRCorpusTests {
    static let corpus: String? = {
        let repository = URL(filePath: #filePath).appending(path: "../../..").standardized
        let shared =
            ProcessInfo.processInfo.environment["DOSSIER_SHARED"]
            ?? repository.appending(path: "../shared").standardized.path
        let folder = shared + "/corpora/qr"
        return FileManager.default.fileExists(atPath: folder + "/index.tsv") ? folder : nil
    }()

    static let converter = ["/usr/bin/convert", "/usr/bin/magick"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// A picture as a PGM by the outside tool.
    static func plane(of path: String, by tool: String) throws -> LumaPlane? {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: tool)
        process.arguments = [
            path + "[0]", "-background", "white", "-flatten", "-colorspace", "Gray", "-depth", "8",
            "pgm:-",
        ]
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = [UInt8](try pipe.fileHandleForReading.readToEnd() ?? Data())
        process.waitUntilExit()
        // "P5 width height 255" and one white space, as ImageMagick writes it: three lines.
        let header = data.split(separator: 10, maxSplits: 3, omittingEmptySubsequences: false)
        guard header.count == 4 else { return nil }
        let sides = String(decoding: header[1], as: UTF8.self).split(separator: " ").compactMap {
            Int($0)
        }
        guard sides.count == 2 else { return nil }
        return try LumaPlane(width: sides[0], height: sides[1], bytes: Array(header[3]))
    }

    /// The index holds texts without white space at the ends; Japanese codes are in Shift JIS.
    static func text(of reading: QRReading) -> String {
        let text = reading.text ?? String(bytes: reading.bytes, encoding: .shiftJIS) ?? ""
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    // Skipped with a line in the report when the corpus or the converter is absent.
    @Test(
        .enabled(
            if: corpus != nil && converter != nil,
            "needs ../shared/corpora/qr and ImageMagick"
        )
    )
    func `Photographed codes are read, and never as another text`() throws {
        let corpus = try #require(Self.corpus)
        let tool = try #require(Self.converter)
        let index = try String(contentsOfFile: corpus + "/index.tsv", encoding: .utf8)
        var (read, first, wrong, total, unread) = (0, 0, [String](), 0, [String]())
        for line in index.split(separator: "\n").dropFirst() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields[4].hasPrefix("text: "),
                let plane = try Self.plane(of: "\(corpus)/\(fields[0])", by: tool)
            else { continue }
            let expected = try JSONDecoder().decode(
                String.self,
                from: Data(fields[4].dropFirst(6).utf8)
            )
            total += 1
            let single = try QRReader().read(plane)
            let found = try QRPageReader().read([plane])
            if single.contains(where: { Self.text(of: $0) == expected }) { first += 1 }
            if found.contains(where: { Self.text(of: $0) == expected }) {
                read += 1
            } else if found.isEmpty {
                unread.append(String(fields[0]))
            } else {
                wrong.append("\(fields[0]): \(found.map { Self.text(of: $0) })")
            }
        }
        print("QR corpus: \(read) of \(total) read, \(first) in a single pass; unread \(unread)")
        for line in wrong { print("  another text: \(line.prefix(200))") }
        #expect(total >= 100)
        #expect(wrong.isEmpty)
        // Those not read: two of over a hundred modules a side, two light on dark, one of Model 1, three
        // on cloth. Full mending of whole pictures, which costs many times more, read one less.
        #expect(read * 100 >= total * 93)
        #expect(read > first)
    }
}
