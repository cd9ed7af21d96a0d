public import FormLayout
import Glibc
public import Registration

/// Makes a file of each of many records, several at once; a bad record never stops the others.
///
/// What is in memory does not grow with the records, but for the names of their files.
public struct BatchPlan: Sendable {
    /// Draws one form; each worker has a drawing of its own, which may keep fonts open.
    public typealias Drawing = (FormSheet, FormOutput) throws -> Void

    let template: FormTemplate
    let fingerprint: ContentHash
    let output: String
    let names: FileNamePattern
    let replaces: Bool
    private let jobs: Int

    /// Plans to make files in a folder, which is made if it is missing.
    ///
    /// - Parameters:
    ///   - template: The form.
    ///   - fingerprint: The hash of the template's bytes and of what else a drawing depends on; where it
    ///     changes, files are made again.
    ///   - output: The folder.
    ///   - names: How files are named.
    ///   - jobs: How many are drawn at once.
    ///   - replaces: Whether files are made again that stand already, and others' files replaced.
    public init(
        template: FormTemplate,
        fingerprint: ContentHash,
        output: String,
        names: FileNamePattern = .nameless,
        jobs: Int = 1,
        replaces: Bool = false
    ) {
        self.template = template
        self.fingerprint = fingerprint
        self.output = output
        self.names = names
        self.jobs = max(1, jobs)
        self.replaces = replaces
    }

    /// Makes the files; results come as they are ready, one at a time.
    ///
    /// - Parameters:
    ///   - source: The records.
    ///   - drawing: Makes a worker's drawing.
    ///   - report: Takes each result.
    /// - Returns: How many were made.
    /// - Throws: `FormDataError` if the records cannot be read on or the folder cannot be written to, what
    ///   `drawing` throws, and what `report` throws. What was made until then stands, and a second run goes
    ///   on from there.
    public func run(
        _ source: sending any FormRecordSource,
        drawing: @escaping @Sendable () throws -> Drawing,
        report: (BatchResult) throws -> Void = { _ in }
    ) async throws -> BatchSummary {
        guard mkdir(output, 0o700) == 0 || errno == EEXIST else {
            let reason = String(cString: strerror(errno))
            throw FormDataError(FormDataFault(.output, values: ["reason": reason]))
        }
        let queue = try BatchQueue(source, plan: self)
        var summary = BatchSummary()
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (events, continuation) = AsyncStream.makeStream(of: Event.self)
            for _ in 0..<jobs {
                group.addTask { await work(queue, drawing, continuation) }
            }
            var working = jobs
            for await event in events {
                switch event {
                case .results(let results):
                    for result in results {
                        summary.add(result)
                        try report(result)
                    }
                case .ended(let error):
                    if let error { throw error }
                    working -= 1
                }
                if working == 0 { break }
            }
        }
        return summary
    }

    private enum Event: Sendable {
        case results([BatchResult])
        case ended((any Error)?)
    }

    private func work(
        _ queue: BatchQueue,
        _ drawing: @Sendable () throws -> Drawing,
        _ events: AsyncStream<Event>.Continuation
    ) async {
        do {
            let worker = try BatchWorker(self, queue, drawing())
            do {
                // Where results can no longer be reported, no further form is begun.
                while !Task.isCancelled, try await worker.takeRow() {
                    guard worker.isDue else { continue }
                    events.yield(.results(try await worker.publish()))
                    // Workers never wait, and there may be one for each thread: without this whoever
                    // watches would hear of the first form after the last.
                    await Task.yield()
                }
            } catch {
                // What is whole stands, whatever comes behind it.
                if let results = try? await worker.publish() { events.yield(.results(results)) }
                throw error
            }
            events.yield(.results(try await worker.publish()))
            try worker.close()
            events.yield(.ended(nil))
        } catch {
            events.yield(.ended(error))
        }
    }
}
