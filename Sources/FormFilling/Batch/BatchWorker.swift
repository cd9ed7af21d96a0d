import Archiving

/// Draws the forms that a queue hands out, and brings them to the disk a group at a time.
final class BatchWorker {
    private let queue: BatchQueue
    private let draw: BatchPlan.Drawing
    private let replaces: Bool
    private let group: FileGroup
    /// What became of rows, to be told once the files drawn among them stand.
    private var results: [BatchResult] = []
    private var drawn: [Drawn] = []
    private var published = ContinuousClock.now

    /// A form whose file waits in the group.
    private struct Drawn {
        let sheet: FormSheet
        /// The place of its result.
        let result: Int
        /// Whether there is no earlier file, which would still stand and be ours if this one failed.
        let isNew: Bool
    }

    /// So many rows are told at once.
    private static let groupSize = 64
    /// For so long nothing is told, however few rows there are: for slow forms, and whoever watches.
    private static let patience = Duration.milliseconds(500)

    init(_ plan: BatchPlan, _ queue: BatchQueue, _ draw: @escaping BatchPlan.Drawing) throws {
        self.queue = queue
        self.draw = draw
        replaces = plan.replaces
        do {
            group = try FileGroup(in: plan.output)
        } catch {
            throw FormDataError(output: error)
        }
    }

    /// Whether it is time to publish.
    var isDue: Bool {
        results.count >= Self.groupSize || published.duration(to: .now) > Self.patience
    }

    /// Takes the next row; false if there is none.
    func takeRow() async throws -> Bool {
        guard let step = try await queue.next() else { return false }
        switch step {
        case .settled(let result): results.append(result)
        case .draw(let sheet, let faults, let replacing):
            var outcome = BatchResult.Outcome.made(file: sheet.file)
            do {
                try draw(sheet, replacing: replacing || replaces)
                drawn.append(Drawn(sheet: sheet, result: results.count, isNew: !replacing))
            } catch {
                // A full disk would refuse all that follow.
                if error is FormDataError { throw error }
                outcome = .failed(error)
            }
            results.append(BatchResult(row: sheet.row, outcome: outcome, faults: faults))
        }
        return true
    }

    private func draw(_ sheet: FormSheet, replacing: Bool) throws {
        do {
            let file = try group.makeFile(named: sheet.file)
            let target = FormOutput(descriptor: file.descriptor)
            do {
                try draw(sheet, target)
            } catch {
                throw target.failure ?? error
            }
            group.add(file, replacing: replacing)
        } catch let error as ArchiveError where error.code == .cannotWrite {
            throw FormDataError(output: error)
        }
    }

    /// Makes the files appear, and gives the results until now.
    func publish() async throws -> [BatchResult] {
        defer {
            results = []
            drawn = []
            published = .now
        }
        guard !drawn.isEmpty else { return results }
        try await queue.begin(drawn.map(\.sheet))
        let faults: [ArchiveError?]
        do {
            faults = try group.publish()
        } catch {
            try await queue.forget(drawn.filter(\.isNew).map(\.sheet))
            throw FormDataError(output: error)
        }
        var finished: [FormSheet] = []
        for (form, fault) in zip(drawn, faults) {
            if let fault {
                if form.isNew { try await queue.forget([form.sheet]) }
                results[form.result].outcome = .failed(fault)
            } else {
                finished.append(form.sheet)
            }
        }
        try await queue.finish(finished)
        return results
    }

    /// Brings the names of the files to the disk.
    func close() throws {
        do {
            try group.syncNames()
        } catch {
            throw FormDataError(output: error)
        }
    }
}

extension FormDataError {
    fileprivate init(output error: ArchiveError) {
        self.init(FormDataFault(.output, values: ["reason": error.reason]))
    }
}
