public import FormLayout

/// The rows of delimited text as records of a form.
public final class DelimitedRecords: FormRecordSource {
    /// What the header is told once: columns that no field takes.
    public let headerFaults: [FormDataFault]
    private let text: DelimitedText
    private let places: [RecordColumns.Place?]
    private let template: FormTemplate

    /// Finds the field of each column.
    ///
    /// - Parameters:
    ///   - text: The text, of which the header has been read.
    ///   - template: The form.
    ///   - ignoresUnknown: Whether columns that no field takes are no mistake.
    /// - Throws: `FormDataError` with all that is wrong with the header.
    public init(
        _ text: DelimitedText,
        template: FormTemplate,
        ignoresUnknown: Bool = false
    ) throws(FormDataError) {
        let reading = HeaderReading(
            text,
            columns: RecordColumns(template),
            ignoresUnknown: ignoresUnknown
        )
        guard !reading.faults.contains(where: { $0.severity == .error }) else {
            throw FormDataError(reading.faults)
        }
        headerFaults = reading.faults
        places = reading.places
        self.text = text
        self.template = template
    }

    /// The next row with something in it.
    ///
    /// - Throws: `FormDataError` if nothing behind can be read.
    public func next() throws(FormDataError) -> FormRecord? {
        while let row = try row() {
            // Spreadsheets leave rows of nothing but delimiters behind.
            guard row.cells.contains(where: { !$0.isBlank }) else { continue }
            return record(of: row)
        }
        return nil
    }

    private func row() throws(FormDataError) -> DelimitedText.Row? {
        do {
            return try text.next()
        } catch {
            throw FormDataError(error.faults.map(labelled))
        }
    }

    /// Columns have a number where they are read, and here a label too.
    private func labelled(_ fault: FormDataFault) -> FormDataFault {
        guard let number = fault.columnNumber, places.indices.contains(number - 1) else {
            return fault
        }
        var fault = fault
        fault.column = places[number - 1]?.label(in: template)
        return fault
    }

    private func record(of row: DelimitedText.Row) -> FormRecord {
        var record = FormRecord(number: row.number, line: row.line, values: [:], faults: row.faults)
        guard row.cells.count == places.count else { return record }
        var values: [(RecordColumns.Place, FormDatum)] = []
        for (index, cell) in row.cells.enumerated() where !cell.isBlank {
            if let place = places[index] {
                values.append((place, .text(cell)))
            } else if text.header[index].isBlank {
                record.faults.append(
                    FormDataFault(
                        .unnamedColumn,
                        row: row.number,
                        line: row.line,
                        columnNumber: index + 1
                    )
                )
            }
        }
        record.values = RecordColumns.gather(values)
        return record
    }
}

/// What a header says, and what is wrong with it.
private struct HeaderReading {
    var places: [RecordColumns.Place?] = []
    var faults: [FormDataFault] = []
    private let line: Int

    init(_ text: DelimitedText, columns: RecordColumns, ignoresUnknown: Bool) {
        line = text.headerLine
        for (index, name) in text.header.enumerated() {
            read(name, at: index, columns, ignoresUnknown: ignoresUnknown)
        }
        guard places.contains(where: { $0 != nil }) else {
            // The first row may well be somebody's data.
            faults = [FormDataFault(.noHeader, line: line)]
            return
        }
        requireColumns(columns.template)
    }

    private mutating func read(
        _ name: String,
        at index: Int,
        _ columns: RecordColumns,
        ignoresUnknown: Bool
    ) {
        places.append(nil)
        guard !name.isBlank else { return }
        switch columns.find(name) {
        case .place(let place):
            if places.contains(place) { note(.duplicateColumn, at: index) }
            places[index] = place
        case .fault(.unknownColumn, _) where ignoresUnknown: break
        case .fault(let code, let values): note(code, at: index, values)
        }
    }

    private mutating func requireColumns(_ template: FormTemplate) {
        let given = Set(
            places.map { place in
                switch place {
                case .field(let id)?, .cell(field: let id, row: _, column: _)?: id
                case nil: ""
                }
            }
        )
        for field in template.fields where field.isRequired && !given.contains(field.id) {
            faults.append(
                FormDataFault(
                    .missingColumn,
                    line: line,
                    column: field.label,
                    values: ["id": field.id]
                )
            )
        }
    }

    private mutating func note(
        _ code: FormDataFault.Code,
        at index: Int,
        _ values: [String: String] = [:]
    ) {
        faults.append(
            FormDataFault(code, line: line, columnNumber: index + 1, values: values)
        )
    }
}

extension String {
    /// Whether nothing can be seen.
    var isBlank: Bool {
        unicodeScalars.allSatisfy {
            $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
        }
    }
}
