import Glibc
import Registration
public import Sealing
public import TemplateCatalog

/// Packs many folders, several at once; a failure of one never stops the others.
public struct BatchPacker: Sendable {
    /// What became of one folder.
    public struct Result: Sendable {
        /// How it ended.
        public enum Outcome: Sendable {
            case packed(PackedArchive)
            /// Finished in an earlier run, with the same files and options.
            case skipped(id: String)
            /// It has errors; nothing was written.
            case refused(findings: JSONValue)
            case failed(any Error)
        }

        /// The folder as the user named it.
        public var folder: String
        /// How it ended.
        public var outcome: Outcome
    }

    private let resources: PackResources
    private let fonts: FontCatalog
    private let options: PackOptions
    private let output: String

    /// Prepares to pack into a folder, which is made if it is missing.
    ///
    /// - Throws: `PackagingError` if the folder cannot be made.
    public init(
        resources: PackResources,
        fonts: FontCatalog,
        options: PackOptions,
        output: String
    ) throws(PackagingError) {
        self.resources = resources
        self.fonts = fonts
        self.options = options
        self.output = output
        guard mkdir(output, 0o700) == 0 || errno == EEXIST else {
            throw PackagingError(.outputFailed, output, reason: String(cString: strerror(errno)))
        }
    }

    /// Packs the folders; results come as they are ready, one at a time.
    ///
    /// - Parameters:
    ///   - folders: The candidates' folders.
    ///   - jobs: How many are worked on at once.
    ///   - report: Takes each result.
    /// - Throws: What `report` throws, or `PackagingError` if the fonts or the journal fail.
    public func pack(
        _ folders: [String],
        jobs: Int,
        report: (Result) throws -> Void
    ) async throws {
        guard !folders.isEmpty else { return }
        let journal = try PackJournal(in: output)
        let finished = journal.finished
        let templates = try resources.fingerprint()
        let queue = FolderQueue(folders)
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (results, continuation) = AsyncStream.makeStream(of: Finished.self)
            for _ in 0..<max(1, min(jobs, folders.count)) {
                group.addTask { try await work(queue, finished, templates, continuation) }
            }
            var left = folders.count
            for await result in results {
                if case .packed(let archive) = result.result.outcome, let print = result.fingerprint
                {
                    try journal.add(print, id: archive.id)
                }
                try report(result.result)
                left -= 1
                if left == 0 { break }
            }
            try await group.waitForAll()
        }
    }

    private struct Finished: Sendable {
        var result: Result
        var fingerprint: String?
    }

    /// One worker: its fonts are opened once, when pictures have been read for the first time, and serve all
    /// its folders.
    private func work(
        _ queue: FolderQueue,
        _ finished: [String: String],
        _ templates: ContentHash,
        _ results: AsyncStream<Finished>.Continuation
    ) async throws {
        let fonts = WorkerFonts(fonts)
        // Where results can no longer be recorded, no further folder is begun.
        while !Task.isCancelled, let folder = await queue.next() {
            var print: String?
            let outcome: Result.Outcome
            do {
                let fingerprint = try FolderFingerprint(
                    of: folder,
                    options: options,
                    templates: templates
                ).text
                print = fingerprint
                if let id = finished[fingerprint], isThere(id) {
                    outcome = .skipped(id: id)
                } else {
                    outcome = try await pack(folder, fonts)
                }
            } catch {
                outcome = .failed(error)
            }
            results.yield(
                Finished(result: Result(folder: folder, outcome: outcome), fingerprint: print)
            )
            // Workers never wait, and there may be one for each thread: without this the journal and
            // whoever watches would hear of the first folder after the last.
            await Task.yield()
        }
    }

    private func pack(_ folder: String, _ fonts: WorkerFonts) async throws -> Result.Outcome {
        var review = try await FolderReview(
            at: folder,
            catalog: resources.catalog,
            day: options.date
        )
        let fonts = try fonts.opened()
        review.add(GlyphCheck(fonts: fonts).findings(for: review))
        let packer = Packer(resources: resources, fonts: fonts, options: options)
        switch try packer.pack(review, to: .folder(output)) {
        case .packed(let archive): return .packed(archive)
        case .refused: return .refused(findings: .array(review.findings.map(\.json)))
        }
    }

    private func isThere(_ id: String) -> Bool {
        !options.replaces && access(PackTarget.folder(output).path(id: id), F_OK) == 0
    }
}

/// The fonts of one worker, opened when they are wanted.
private final class WorkerFonts {
    private let catalog: FontCatalog
    private var fonts: DossierFonts?

    init(_ catalog: FontCatalog) { self.catalog = catalog }

    func opened() throws(PackagingError) -> DossierFonts {
        if let fonts { return fonts }
        let opened = try DossierFonts(catalog)
        fonts = opened
        return opened
    }
}

/// The folders still to do, handed out one by one.
private actor FolderQueue {
    private var folders: ArraySlice<String>

    init(_ folders: [String]) { self.folders = folders[...] }

    func next() -> String? { folders.popFirst() }
}

extension BatchPacker.Result {
    /// The result as one line of JSON; `describe` puts an error into words.
    public func json(describe: (any Error) -> String) -> JSONValue {
        var value: [String: JSONValue] = ["folder": .string(folder)]
        switch outcome {
        case .packed(let archive):
            value["result"] = "packed"
            value["archive"] = archive.json
        case .skipped(let id):
            value["result"] = "skipped"
            value["id"] = .string((try? DossierID(parsing: id))?.description ?? id)
        case .refused(let findings):
            value["result"] = "refused"
            value["findings"] = findings
        case .failed(let error):
            value["result"] = "failed"
            value["error"] = .string(describe(error))
        }
        return .object(value)
    }
}
