import Archiving
import Foundation
import Testing

/// The conformance suite of the Library of Congress, when it lies beside the repository.
@Suite struct BagConformanceTests {
    static let corpus = Corpus("bagit")

    // Skipped with a line in the report when the corpus is absent.
    @Test(.enabled(if: corpus != nil, "needs ../shared/corpora/bagit"))
    func `Every bag of the suite is judged as its index says`() throws {
        let corpus = try #require(Self.corpus)
        let rows = corpus.rows.filter { $0.file.hasPrefix("conformance/") }
        #expect(rows.count == 31)
        for row in rows {
            let bag = try FolderReader(path: "\(corpus.folder)/\(row.file)")
            let result = BagValidator().validate(bag)
            // The suite's older bags have MD5 alone, of which we warn whatever else there is.
            let faults = result.faults.filter { $0.code != .algorithmWeak }
            let said = faults.map(\.description).joined(separator: "\n")
            switch row.expected {
            case "bag valid": #expect(faults.isEmpty, "\(row.file): \(said)")
            case "valid with a warning":
                #expect(result.isValid && !faults.isEmpty, "\(row.file): \(said)")
            default:
                #expect(row.expected.contains("invalid"))
                #expect(!result.isValid, "\(row.file)")
            }
        }
    }

    /// The Python of the judges, which has bagit.py.
    static let judge: String? = {
        let environment = ProcessInfo.processInfo.environment
        let cache = environment["XDG_CACHE_HOME"] ?? "\(environment["HOME"] ?? "")/.cache"
        let home = environment["DOSSIER_JUDGES"] ?? "\(cache)/dossier-judges"
        let python = "\(home)/venv/bin/python"
        return FileManager.default.isExecutableFile(atPath: python) ? python : nil
    }()

    @Test(.enabled(if: corpus != nil && judge != nil, "needs the suite and .ci/setup judge"))
    func `We judge no bag of the suite worse than bagit py does`() throws {
        let corpus = try #require(Self.corpus)
        let python = try #require(Self.judge)
        var (ours, theirs, all) = (0, 0, 0)
        for row in corpus.rows where row.file.hasPrefix("conformance/") {
            let bag = "\(corpus.folder)/\(row.file)"
            let process = Process()
            process.executableURL = URL(filePath: python)
            process.arguments = ["-m", "bagit", "--validate", "--quiet", bag]
            process.standardError = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            let isValid = !row.expected.contains("invalid")
            let result = BagValidator().validate(try FolderReader(path: bag))
            all += 1
            if result.isValid == isValid { ours += 1 }
            if (process.terminationStatus == 0) == isValid { theirs += 1 }
        }
        print("bags of the suite judged right: \(ours) of \(all); by bagit.py \(theirs)")
        #expect(ours == all)
        #expect(theirs <= all && theirs > all / 2)
    }

    @Test(
        .enabled(
            if: corpus != nil && OutsideTool("tar") != nil,
            "needs ../shared/corpora/bagit and tar"
        )
    )
    func `Serialised bags are judged as their names say`() throws {
        let corpus = try #require(Self.corpus)
        let tar = try #require(OutsideTool("tar"))
        // What is wrong with these is against a profile, not against the RFC.
        let onlyByProfile = ["wrong_folder_name", "missing_required_tags"]
        for row in corpus.rows where row.file.hasSuffix(".tar") {
            let folder = try TemporaryFolder()
            _ = try tar.run(["xf", "\(corpus.folder)/\(row.file)"], in: folder.path)
            let root = try #require(try folder.names.first)
            let result = BagValidator().validate(try FolderReader(path: folder.path(root)))
            let said = result.faults.map(\.description).joined(separator: " | ")
            let isValid =
                row.expected.hasPrefix("valid") || onlyByProfile.contains(where: row.file.contains)
            #expect(result.isValid == isValid, "\(row.file): \(said)")
        }
    }
}
