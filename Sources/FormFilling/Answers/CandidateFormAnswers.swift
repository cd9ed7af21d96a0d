public import FormLayout
import Registration
public import Review
public import TemplateCatalog

/// The answers to a form that a candidate's file holds, a set for each sheet.
public struct CandidateFormAnswers: Hashable, Sendable {
    /// One sheet of the form.
    public struct Sheet: Hashable, Sendable {
        /// The number of the item that it is for, counted from one; nil if the form has one sheet.
        public var item: Int?
        /// The answers; what the file does not tell is left for the pen, and told as a fault if required.
        public var checked: CheckedAnswers
    }

    /// The sheets, one for each item of the list that the form names; one without answers from the list
    /// where it is empty.
    public let sheets: [Sheet]
    /// Entries under `forms` that belong to no item of the list.
    public let faults: [FormDataFault]

    /// Answers a form from a candidate's file.
    ///
    /// - Parameters:
    ///   - template: The form.
    ///   - file: The candidate's file.
    ///   - area: Its area.
    /// - Throws: `FormDataError` if a pattern of the form is no regular expression.
    public init(
        template: FormTemplate,
        file: CandidateFile,
        area: Area
    ) throws(FormDataError) {
        let reader = try AnswerReader(template)
        let bound = BoundValues(file: file, area: area, list: template.sheetPer)
        let items = template.sheetPer == nil ? [nil] : bound.items.map(Optional.some)
        sheets = (items.isEmpty ? [nil] : items).enumerated().map { index, item in
            var values: [String: FormDatum] = [:]
            for field in template.fields {
                values[field.id] = field.binding.flatMap { bound.value(of: $0, field, item) }
            }
            let number = item == nil ? nil : index + 1
            var checked = reader.read(FormRecord(number: index + 1, values: values))
            // Where there is one sheet, there is nothing to count.
            if number == nil { checked.faults = checked.faults.map(\.withoutRow) }
            return Sheet(item: number, checked: checked)
        }
        faults = bound.strayEntries.map { number in
            FormDataFault(
                .unknownEntry,
                .warning,
                column: "forms.\(template.sheetPer ?? "")",
                values: ["number": "\(number)"]
            )
        }
    }
}

extension FormDataFault {
    fileprivate var withoutRow: Self {
        var fault = self
        fault.row = nil
        return fault
    }
}

/// What the names that templates bind fields to stand for.
private struct BoundValues {
    let file: CandidateFile
    let area: Area
    /// The items of the list that has a sheet each.
    let items: [[String: ProfileValue]]
    private let entries: [[String: FormDatum]]

    init(file: CandidateFile, area: Area, list: String?) {
        self.file = file
        self.area = area
        if let list, case .list(let items)? = file.candidate.profile[list] {
            self.items = items
        } else {
            items = []
        }
        if let list, case .list(let entries)? = file.forms[list] {
            self.entries = entries.map { entry in
                if case .group(let group) = entry { group } else { [:] }
            }
        } else {
            entries = []
        }
    }

    /// The numbers of the entries whose name no item has.
    var strayEntries: [Int] {
        entries.indices.filter { index in
            !items.contains { Self.fits(entries[index], $0) }
        }.map { $0 + 1 }
    }

    func value(
        of binding: String,
        _ field: FormEntryRule,
        _ item: [String: ProfileValue]?
    ) -> FormDatum? {
        let candidate = file.candidate
        let parts = binding.split(separator: ".", maxSplits: 1).map(String.init)
        switch (parts[0], parts.count > 1 ? parts[1] : nil) {
        case ("name", nil): return .text(candidate.name)
        case ("idKind", nil): return .text(candidate.idKind)
        case ("idNumber", nil): return .text(candidate.idNumber)
        case ("area", nil): return .text(area.name)
        case ("year", nil): return .text(String(area.year))
        case ("sex", nil): return file.forms["sex"] ?? sex.map(FormDatum.text)
        case ("born", nil):
            return file.forms["born"] ?? birthday.map { .text($0.description) }
        case ("profile", let key?): return candidate.profile[key].flatMap(FormDatum.init)
        case ("forms", let key?): return file.forms[key]
        case ("unit", let key?): return item.flatMap { unit(key, of: $0) }
        default: return nil
        }
    }

    private func unit(_ key: String, of item: [String: ProfileValue]) -> FormDatum? {
        if let value = item[key].flatMap(FormDatum.init) { return value }
        return entries.first { Self.fits($0, item) }?[key]
    }

    private static func fits(
        _ entry: [String: FormDatum],
        _ item: [String: ProfileValue]
    ) -> Bool {
        guard let name = entry["name"]?.text, case .text(let other)? = item["name"] else {
            return false
        }
        return WidthFolding.key(name) == WidthFolding.key(other)
    }

    private var birthday: PartialDate? { citizen?.birthday }

    /// GB 11643: the seventeenth digit is odd for men and even for women.
    private var sex: String? {
        guard let digit = citizen?.text.utf8.dropFirst(16).first else { return nil }
        return digit % 2 == 1 ? "男" : "女"
    }

    private var citizen: CitizenNumber? { try? CitizenNumber(file.candidate.idNumber) }
}

extension FormDatum {
    /// Takes a circumstance as a person would write it; nil for what cannot stand in a field.
    fileprivate init?(_ value: ProfileValue) {
        switch value {
        case .text, .flag, .date: self = .text(value.description)
        case .list, .notApplicable: return nil
        }
    }
}
