public import FormLayout

/// What somebody gave for one form, by the ids of its fields, not yet looked at.
public struct FormRecord: Hashable, Sendable {
    /// Its number, counted from one.
    public var number: Int
    /// The line of the file in which it begins, if it has lines.
    public var line: Int?
    /// The values.
    public var values: [String: FormDatum]
    /// What is wrong already.
    public var faults: [FormDataFault]

    /// States a record.
    public init(
        number: Int = 1,
        line: Int? = nil,
        values: [String: FormDatum],
        faults: [FormDataFault] = []
    ) {
        self.number = number
        self.line = line
        self.values = values
        self.faults = faults
    }
}

/// Gives records one by one.
public protocol FormRecordSource: AnyObject {
    /// The next record; nil at the end.
    ///
    /// - Throws: `FormDataError` if nothing behind can be read.
    func next() throws(FormDataError) -> FormRecord?
}

/// Records that are in memory already.
public final class RecordList: FormRecordSource {
    private var rest: ArraySlice<FormRecord>

    /// Takes the records.
    public init(_ records: [FormRecord]) { rest = records[...] }

    /// The next record.
    public func next() -> FormRecord? { rest.popFirst() }
}
