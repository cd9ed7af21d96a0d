public import FormLayout
import Sealing

/// JSON objects as records of a form, by ids or labels of its fields.
public final class JSONRecords: FormRecordSource {
    private let lines: JSONLines
    private let reading: JSONReading

    /// Reads objects that stand one on each line.
    ///
    /// - Parameters:
    ///   - lines: The lines.
    ///   - template: The form.
    ///   - ignoresUnknown: Whether members that no field takes are no mistake.
    public init(_ lines: JSONLines, template: FormTemplate, ignoresUnknown: Bool = false) {
        self.lines = lines
        reading = JSONReading(template, ignoresUnknown: ignoresUnknown)
    }

    /// The next line's record.
    ///
    /// - Throws: `FormDataError` if nothing behind can be read.
    public func next() throws(FormDataError) -> FormRecord? {
        guard let line = try lines.next() else { return nil }
        guard let value = line.value else {
            let fault = FormDataFault(.json, row: line.number, line: line.line)
            return FormRecord(number: line.number, line: line.line, values: [:], faults: [fault])
        }
        return reading.record(value, number: line.number, line: line.line)
    }

    /// The records of a whole JSON text: an object, or an array of objects.
    ///
    /// - Parameters:
    ///   - bytes: The text.
    ///   - template: The form.
    ///   - ignoresUnknown: Whether members that no field takes are no mistake.
    /// - Returns: The records.
    /// - Throws: `FormDataError` if the text is no JSON.
    public static func records(
        of bytes: [UInt8],
        template: FormTemplate,
        ignoresUnknown: Bool = false
    ) throws(FormDataError) -> [FormRecord] {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        guard let value = try? JSONValue(parsing: text) else {
            throw FormDataError(FormDataFault(.json))
        }
        let reading = JSONReading(template, ignoresUnknown: ignoresUnknown)
        return (value.array ?? [value]).enumerated().map {
            reading.record($1, number: $0 + 1, line: nil)
        }
    }
}

/// Takes JSON for the values of a form.
struct JSONReading {
    private let columns: RecordColumns
    private let ignoresUnknown: Bool

    init(_ template: FormTemplate, ignoresUnknown: Bool) {
        columns = RecordColumns(template)
        self.ignoresUnknown = ignoresUnknown
    }

    func record(_ value: JSONValue, number: Int, line: Int?) -> FormRecord {
        var record = FormRecord(number: number, line: line, values: [:])
        func note(_ code: FormDataFault.Code, _ values: [String: String] = [:]) {
            record.faults.append(FormDataFault(code, row: number, line: line, values: values))
        }
        guard let members = value.object else {
            note(.notRecord)
            return record
        }
        var values: [(RecordColumns.Place, FormDatum)] = []
        var taken = Set<RecordColumns.Place>(minimumCapacity: members.count)
        values.reserveCapacity(members.count)
        for (name, member) in members.sorted(by: { $0.key < $1.key }) {
            switch columns.find(name) {
            case .place(let place):
                if !taken.insert(place).inserted { note(.duplicateColumn) }
                if let datum = FormDatum(member) { values.append((place, datum)) }
            case .fault(.unknownColumn, _) where ignoresUnknown: break
            case .fault(let code, let words): note(code, words)
            }
        }
        record.values = RecordColumns.gather(values)
        return record
    }
}

extension FormDatum {
    /// Takes a JSON value; nil for null.
    init?(_ value: JSONValue) {
        switch value {
        case .null: return nil
        case .bool(let flag): self = .text(flag ? "true" : "false")
        case .integer(let integer): self = .text(String(integer))
        case .number(let number):
            // Beyond 2^53 a double no longer holds each digit.
            self = number.magnitude >= 0x1p53 ? .rounded : .text("\(number)")
        case .string(let string): self = .text(string)
        case .array(let elements): self = .list(elements.compactMap(FormDatum.init))
        case .object(let members): self = .group(members.compactMapValues(FormDatum.init))
        }
    }
}
