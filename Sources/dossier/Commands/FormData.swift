import FormFilling
import FormLayout
import Glibc
import Packaging
import Review
import TemplateCatalog

/// The data that a command line names for a form: a file of one or many records, or a candidate's folder.
struct FormData {
    let path: String
    let template: FormTemplate
    var ignoresUnknown = false

    /// The kinds of files, by the ends of their names.
    private enum Kind {
        case folder
        case yaml
        case json
        case jsonLines
        case delimited
    }

    /// Everything at once, for as many sheets as there are records.
    func sheets(_ catalog: TemplateCatalog) throws -> (sheets: [CheckedAnswers], year: Int?) {
        switch kind {
        case .folder: return try candidate(catalog)
        case .yaml:
            let file = try FormDataFile(path: path, template: template)
            return ([try AnswerReader(template).read(FormRecord(values: file.values))], nil)
        case .json, .jsonLines, .delimited:
            let reader = try AnswerReader(template)
            let source = try records()
            var sheets: [CheckedAnswers] = []
            while let record = try source.next() { sheets.append(reader.read(record)) }
            return (sheets, nil)
        }
    }

    /// The records one by one.
    func records() throws -> sending any FormRecordSource {
        switch kind {
        case .folder, .yaml:
            throw FormDataError(FormDataFault(.notRecord))
        case .json:
            let records = try JSONRecords.records(
                of: TemplateFile.bytes(of: path),
                template: template,
                ignoresUnknown: ignoresUnknown
            )
            return RecordList(records)
        case .jsonLines:
            return JSONRecords(
                JSONLines(try FileChunks(path: path)),
                template: template,
                ignoresUnknown: ignoresUnknown
            )
        case .delimited:
            return try DelimitedRecords(
                DelimitedText(FileChunks(path: path)),
                template: template,
                ignoresUnknown: ignoresUnknown
            )
        }
    }

    private func candidate(
        _ catalog: TemplateCatalog
    ) throws -> (sheets: [CheckedAnswers], year: Int?) {
        let (file, area) = try catalog.candidate(at: path + "/candidate.yaml")
        let answers = try CandidateFormAnswers(template: template, file: file, area: area.area)
        var sheets = answers.sheets.map(\.checked)
        if !sheets.isEmpty { sheets[0].faults += answers.faults }
        return (sheets, area.area.year)
    }

    /// Whether records that miss something are meant to be finished by hand.
    var isForThePen: Bool { kind == .folder }

    private var kind: Kind {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return .folder }
        let name = path.lowercased()
        if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return .yaml }
        if name.hasSuffix(".json") { return .json }
        if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return .jsonLines }
        return .delimited
    }
}
