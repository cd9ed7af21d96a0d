import FormLayout
import Glibc
import Registration

/// The records still to do, handed out one by one as they are read; it alone writes the journal.
actor BatchQueue {
    /// What comes next.
    enum Step {
        /// A form to draw, and whether it may take the place of an earlier file.
        case draw(FormSheet, faults: [FormDataFault], replacing: Bool)
        /// A record with which there is nothing to do.
        case settled(BatchResult)
    }

    private let source: any FormRecordSource
    private let reader: AnswerReader
    private let journal: BatchJournal
    private let plan: BatchPlan
    /// The record of each name, in small letters: some file systems tell no others apart.
    private var rows: [String: Int] = [:]

    init(_ source: sending any FormRecordSource, plan: BatchPlan) throws(FormDataError) {
        self.source = source
        self.plan = plan
        reader = try AnswerReader(plan.template)
        journal = try BatchJournal(in: plan.output)
    }

    /// Reads the next record; nil at the end.
    func next() throws(FormDataError) -> Step? {
        guard let record = try source.next() else { return nil }
        let checked = reader.read(record)
        guard checked.isUsable else {
            return .settled(
                BatchResult(row: record.number, outcome: .refused, faults: checked.faults)
            )
        }
        let file = plan.names.name(
            row: record.number,
            form: plan.template.id,
            answers: checked.answers
        )
        if let other = rows.updateValue(record.number, forKey: file.lowercased()) {
            rows[file.lowercased()] = other
            return refused(record, checked.faults, .fileClash, ["other": "\(other)"])
        }
        return try step(record, checked, file)
    }

    private func step(
        _ record: FormRecord,
        _ checked: CheckedAnswers,
        _ file: String
    ) throws(FormDataError) -> Step {
        let sheet = FormSheet(
            row: record.number,
            file: file,
            answers: checked.answers,
            of: plan.template,
            fingerprint: plan.fingerprint
        )
        let isThere = access("\(plan.output)/\(file)", F_OK) == 0
        if isThere, !plan.replaces {
            if journal.hash(of: file) == sheet.hash {
                let outcome = BatchResult.Outcome.kept(file: file)
                return .settled(
                    BatchResult(row: record.number, outcome: outcome, faults: checked.faults)
                )
            }
            guard journal.knows(file) else { return refused(record, checked.faults, .fileExists) }
        }
        return .draw(sheet, faults: checked.faults, replacing: isThere)
    }

    /// Notes that files are about to appear.
    func begin(_ sheets: [FormSheet]) throws(FormDataError) { try journal.begin(sheets) }

    /// Notes that files stand.
    func finish(_ sheets: [FormSheet]) throws(FormDataError) { try journal.finish(sheets) }

    /// Notes that files did not come to be.
    func forget(_ sheets: [FormSheet]) throws(FormDataError) { try journal.forget(sheets) }

    private func refused(
        _ record: FormRecord,
        _ faults: [FormDataFault],
        _ code: FormDataFault.Code,
        _ values: [String: String] = [:]
    ) -> Step {
        let fault = FormDataFault(code, row: record.number, line: record.line, values: values)
        return .settled(
            BatchResult(row: record.number, outcome: .refused, faults: faults + [fault])
        )
    }
}
