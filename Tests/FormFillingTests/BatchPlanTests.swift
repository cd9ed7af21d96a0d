import CandidateFixtures
import FormFilling
import FormLayout
import Foundation
import Registration
import Sealing
import Testing

@Suite(.timeLimit(.minutes(8))) struct BatchPlanTests {
    private let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    private struct Broken: Error {}

    private struct Run {
        var summary: BatchSummary
        var words: [Int: String]
    }

    private static func csv(_ rows: [String]) -> String {
        (["name,unit"] + rows).joined(separator: "\n") + "\n"
    }

    /// Makes files that hold the answers, and tells what became of each row.
    private func run(
        _ csv: String,
        names: String = "{form}-{row:5}.pdf",
        fingerprint: String = "1",
        jobs: Int = 1,
        force: Bool = false,
        drawing: @escaping @Sendable (FormSheet, FormOutput) throws -> Void = Self.draw
    ) async throws -> Run {
        let plan = BatchPlan(
            template: PracticeForm.template,
            fingerprint: ContentHash.of(Array(fingerprint.utf8)),
            output: home.path("out"),
            names: try FileNamePattern(names, template: PracticeForm.template),
            jobs: jobs,
            replaces: force
        )
        let records = try DelimitedRecords(
            DelimitedText(MemoryChunks(Array(csv.utf8))),
            template: PracticeForm.template
        )
        var words: [Int: String] = [:]
        let report: (BatchResult) -> Void = { words[$0.row] = Self.word($0) }
        let summary = try await plan.run(records, drawing: { drawing }, report: report)
        return Run(summary: summary, words: words)
    }

    private static func word(_ result: BatchResult) -> String {
        switch result.outcome {
        case .made: "made"
        case .kept: "kept"
        case .refused: result.faults.map(\.code.rawValue).joined(separator: " ")
        case .failed: "failed"
        }
    }

    private static func draw(_ sheet: FormSheet, _ output: FormOutput) throws {
        guard case .text(let name)? = sheet.answers["name"] else { throw Broken() }
        if name == "half" {
            try output.write(Array("half".utf8))
            throw Broken()
        }
        try output.write(Array("\(sheet.row) ".utf8))
        try output.write(Array(name.utf8))
    }

    private func text(_ file: String) throws -> String {
        String(decoding: try home.bytes(of: "out/\(file)"), as: UTF8.self)
    }

    /// The names in the output folder without the journal's.
    private func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: home.path("out")).sorted()
            .filter { $0 != ".dossier-forms" }
    }

    @Test(arguments: [1, 4])
    func `Good rows are made, bad ones are told, and nothing half stands`(jobs: Int) async throws {
        let csv = Self.csv(["甲,u", "一二三四五六七,u", "half,u", ",u", "丁,u", "戊"])
        let done = try await run(csv, jobs: jobs)
        #expect(
            done.words == [
                1: "made", 2: "form.limit", 3: "failed", 4: "form.required", 5: "made",
                6: "data.ragged form.required form.required",
            ]
        )
        #expect(try files() == ["practice-00001.pdf", "practice-00005.pdf"])
        #expect(try text("practice-00005.pdf") == "5 丁")
        #expect(done.summary.made == 2)
        #expect(done.summary.failed == 4)
        #expect(done.summary.failures.map(\.row).sorted() == [2, 3, 4, 6])
    }

    @Test func `Files and journal can be read by their owner alone`() async throws {
        _ = try await run(Self.csv(["甲,u"]))
        for name in ["practice-00001.pdf", ".dossier-forms"] {
            let file = home.path("out/\(name)")
            let attributes = try FileManager.default.attributesOfItem(atPath: file)
            #expect((attributes[.posixPermissions] as? Int) == 0o600)
        }
    }

    @Test func `A second run makes only what is missing or changed`() async throws {
        let first = try await run(Self.csv(["甲,u", "乙,u", "half,u", "丁,u"]))
        #expect(first.summary.made == 3)
        try FileManager.default.removeItem(atPath: home.path("out/practice-00004.pdf"))
        let second = try await run(Self.csv(["甲,u", "乙乙,u", "丙,u", "丁,u", "戊,u"]))
        #expect(second.words == [1: "kept", 2: "made", 3: "made", 4: "made", 5: "made"])
        #expect(try text("practice-00002.pdf") == "2 乙乙")
        let third = try await run(Self.csv(["甲,u"]), fingerprint: "another template")
        #expect(third.words == [1: "made"])
        let fourth = try await run(Self.csv(["甲,u"]), fingerprint: "another template", force: true)
        #expect(fourth.words == [1: "made"])
    }

    @Test func `Another's file is left alone unless forced`() async throws {
        try home.write(Array("theirs".utf8), to: "out/practice-00001.pdf")
        let refused = try await run(Self.csv(["甲,u", "乙,u"]))
        #expect(refused.words == [1: "form.fileExists", 2: "made"])
        #expect(try text("practice-00001.pdf") == "theirs")
        let forced = try await run(Self.csv(["甲,u", "乙,u"]), force: true)
        #expect(forced.words == [1: "made", 2: "made"])
        #expect(try text("practice-00001.pdf") == "1 甲")
    }

    @Test func `What a run left half done is made again by the next`() async throws {
        _ = try await run(Self.csv(["甲,u", "乙,u"]))
        // As if the run had ended between the file and its line, in the middle of a character.
        let journal = try text(".dossier-forms").split(separator: "\n")
        #expect(journal.count == 4)
        let cut = journal.prefix(3).joined(separator: "\n") + "\n{\"file\":\""
        try home.write(Array(cut.utf8) + [0xE4, 0xB8], to: "out/.dossier-forms")
        let second = try await run(Self.csv(["甲,u", "乙,u"]))
        #expect(second.words == [1: "kept", 2: "made"])
        let third = try await run(Self.csv(["甲,u", "乙,u"]))
        #expect(third.words == [1: "kept", 2: "kept"])
    }

    @Test func `A drawing that fails leaves the earlier file, which is still ours`() async throws {
        _ = try await run(Self.csv(["甲,u"]))
        let failed = try await run(Self.csv(["half,u"]))
        #expect(failed.words == [1: "failed"])
        #expect(try text("practice-00001.pdf") == "1 甲")
        let mended = try await run(Self.csv(["乙,u"]))
        #expect(mended.words == [1: "made"])
        #expect(try text("practice-00001.pdf") == "1 乙")
    }

    @Test func `Rows of one file name are told with the number of the other`() async throws {
        let done = try await run(Self.csv(["Li,u", "li,u", "LI,u"]), names: "{name}.pdf")
        #expect(done.words == [1: "made", 2: "form.fileClash", 3: "form.fileClash"])
        #expect(
            done.summary.failures.map { $0.faults.first?.values } == [
                ["other": "1"], ["other": "1"],
            ]
        )
        #expect(try files() == ["Li.pdf"])
    }

    @Test func `A folder that is in use is left to whoever uses it`() async throws {
        let outer = home
        _ = try await run(
            Self.csv(["甲,u"]),
            drawing: { _, output in
                let journal = open(outer.path("out/.dossier-forms"), O_RDWR)
                defer { close(journal) }
                #expect(flock(journal, LOCK_EX | LOCK_NB) == -1)
                try output.write([1])
            }
        )
    }

    @Test func `An output that takes no bytes ends the run and leaves nothing`() async throws {
        let error = await #expect(throws: FormDataError.self) {
            try await run(
                Self.csv(["甲,u", "乙,u"]),
                drawing: { _, output in
                    // The descriptor now leads to a disk that is always full.
                    let full = open("/dev/full", O_WRONLY)
                    dup2(full, output.descriptor)
                    close(full)
                    do {
                        try output.write([1])
                    } catch {
                        // As a C library that only knows that it failed.
                        throw Broken()
                    }
                }
            )
        }
        #expect(error?.faults.first?.values == ["reason": "No space left on device"])
        #expect(try files() == [])
    }

    @Test func `A text that breaks off ends the run, and what was made stands`() async throws {
        let error = await #expect(throws: FormDataError.self) {
            try await run("name,unit\n甲,u\n乙,\"u\n")
        }
        #expect(error?.faults.first?.code == .openQuote)
        #expect(try files() == ["practice-00001.pdf"])
    }

    @Test func `Many rows are made by several workers, each once`() async throws {
        let rows = (1...500).map { "n\($0 % 7),u" }
        let done = try await run(Self.csv(rows), jobs: 4)
        #expect(done.summary.made == 500)
        #expect(try files().count == 500)
        let again = try await run(Self.csv(rows), jobs: 4)
        #expect(again.summary.kept == 500)
    }
}
