/// What became of one record of a batch.
public struct BatchResult: Sendable {
    /// How it ended.
    public enum Outcome: Sendable {
        /// The file was made.
        case made(file: String)
        /// An earlier run made it of the same answers and template.
        case kept(file: String)
        /// The data have errors; nothing was made.
        case refused
        /// It could not be drawn.
        case failed(any Error)
    }

    /// The number of the record, counted from one.
    public var row: Int
    /// How it ended.
    public var outcome: Outcome
    /// What is wrong with the data; warnings only if the form was made.
    public var faults: [FormDataFault]
}

/// What became of a whole batch.
public struct BatchSummary: Sendable {
    /// So many results with faults are kept; they were all reported as they came.
    public static let kept = 1_000

    /// How many files were made.
    public private(set) var made = 0
    /// How many stood already.
    public private(set) var kept = 0
    /// How many records came to nothing.
    public private(set) var failed = 0
    /// The first of the records that came to nothing.
    public private(set) var failures: [BatchResult] = []

    mutating func add(_ result: BatchResult) {
        switch result.outcome {
        case .made: made += 1
        case .kept: kept += 1
        case .refused, .failed:
            failed += 1
            if failures.count < Self.kept { failures.append(result) }
        }
    }
}
