import Archiving
import Foundation
import Registration
import Testing

/// Hostile and odd archives, when they lie beside the repository.
@Suite struct ZipCorpusTests {
    static let corpus = Corpus("zip")

    /// Opens an archive and reads all that is trusted in it; what spoke against it.
    static func objections(to path: String) -> [String] {
        do throws(ArchiveError) {
            let zip = try ZipReader(path: path)
            var objections = zip.faults.filter { $0.severity == .error && $0.code != .notOneRoot }
                .map(\.description)
            for file in zip.files {
                do throws(ArchiveError) {
                    try zip.read(file) { _ in }
                } catch {
                    objections.append(error.description)
                }
            }
            return objections
        } catch {
            return [error.description]
        }
    }

    /// What the index demands of us; nil where it leaves the choice.
    static func mustRefuse(_ file: String, _ expected: String) -> Bool? {
        if expected.hasPrefix("reject") {
            return expected.contains("accept") || expected.contains("read by") ? nil : true
        }
        let isBroken = [
            "libzip -c: returned error", "yauzl rejects", "invalid", "entry sizes wrong",
        ]
        if isBroken.contains(where: expected.hasPrefix) { return true }
        // Names in other code pages we refuse; the index would accept them as such.
        if expected.hasPrefix("accept"), !expected.contains("reject"), !expected.contains("GBK") {
            return false
        }
        return nil
    }

    // Skipped with a line in the report when the corpus is absent.
    @Test(.enabled(if: corpus != nil, "needs ../shared/corpora/zip"))
    func `Archives are refused or read as the index says`() throws {
        let corpus = try #require(Self.corpus)
        var (refused, accepted) = (0, 0)
        for row in corpus.rows {
            // Every one is opened and read, whatever is expected: none may crash us.
            let objections = Self.objections(to: "\(corpus.folder)/\(row.file)")
            guard let mustRefuse = Self.mustRefuse(row.file, row.expected) else { continue }
            let said = objections.joined(separator: " | ")
            #expect(objections.isEmpty != mustRefuse, "\(row.file): \(row.expected): \(said)")
            if mustRefuse { refused += 1 } else { accepted += 1 }
        }
        #expect(refused >= 80 && accepted >= 8)
    }

    /// The code of the first thing that spoke against an archive; "read" if nothing did.
    static func verdict(on path: String) -> String {
        do throws(ArchiveError) {
            let zip = try ZipReader(path: path)
            if let fault = zip.faults.first(where: {
                $0.severity == .error && $0.code != .notOneRoot
            }) {
                return fault.code.rawValue
            }
            for file in zip.files { try zip.read(file) { _ in } }
            return "read"
        } catch {
            return error.code.rawValue
        }
    }

    // Where the index leaves the choice or is silent, zip-verdicts.tsv says what we chose, and why.
    @Test(.enabled(if: corpus != nil, "needs ../shared/corpora/zip"))
    func `Every other archive is judged as listed, with a reason`() throws {
        let corpus = try #require(Self.corpus)
        let list = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "zip-verdicts.tsv")
        let lines = try String(contentsOf: list, encoding: .utf8).split(separator: "\n")
        let fields = lines.map { $0.split(separator: "\t") }
        let listed = Dictionary(uniqueKeysWithValues: fields.map { ($0[0], $0[1]) })
        #expect(fields.allSatisfy { $0.count == 3 })
        let open = corpus.rows.filter { Self.mustRefuse($0.file, $0.expected) == nil }
        #expect(Set(open.map(\.file)) == Set(listed.keys.map(String.init)))
        for row in open {
            let verdict = Self.verdict(on: "\(corpus.folder)/\(row.file)")
            #expect(verdict == listed[row.file[...]].map(String.init), "\(row.file)")
        }
    }
}
