import FormLayout
import Review

/// The check of a form's file: every fault with its place, and what can be read but cannot be meant.
public struct FormLint: Sendable {
    /// The faults, in the order of the file.
    public let faults: [CatalogFault]

    /// Whether the file can be used.
    public var isUsable: Bool { faults.allSatisfy(\.isWarning) }

    /// Checks a file.
    ///
    /// - Parameters:
    ///   - bytes: The YAML text.
    ///   - file: Its path, of which the name must be the form's id.
    ///   - catalog: The areas that the form may serve; nil to leave them unchecked.
    public init(bytes: [UInt8], file: String, catalog: TemplateCatalog? = nil) {
        let log = FaultLog()
        do {
            let root = try YAMLDocument.parse(bytes, file: file, log: log)
            let form = try FormDecoder(root).form()
            let check = FormSenseCheck(form: form, log: log, file: file)
            check.run(catalog)
        } catch {
            log.note(error)
        }
        faults = log.ordered
    }
}

/// Looks for what can be read but makes no sense.
private struct FormSenseCheck {
    let form: FormTemplate
    let log: FaultLog
    let file: String

    func run(_ catalog: TemplateCatalog?) {
        // What could not be read may have shown any field.
        if !log.hasErrors { checkUse() }
        checkName()
        guard let catalog, let areas = try? catalog.areaIDs() else { return }
        for index in form.services.indices { check(index, areas, catalog) }
    }

    private func checkName() {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        guard name.hasSuffix(".yaml"), name != form.id + ".yaml" else { return }
        note(.formID, "the file is named \(name.dropLast(5)), its form \(form.id)")
    }

    private func checkUse() {
        let shown = form.shownFields
        for field in form.fields where !shown.contains(field.id) {
            note(
                .field(field.id),
                "nothing shows \"\(field.id)\": give it a cell, or write {id} in a text",
                isWarning: true
            )
        }
    }

    private func check(_ index: Int, _ areas: [String], _ catalog: TemplateCatalog) {
        let service = form.services[index]
        guard areas.contains(service.area) else {
            note(
                .servedArea(index),
                "there is no area of this id"
                    + (Spelling.hint(for: service.area, among: areas)
                        ?? "; known: \(areas.joined(separator: ", "))"),
                isWarning: true
            )
            return
        }
        guard let id = service.material, let area = try? catalog.area(service.area).area,
            area.material(id: id) == nil
        else { return }
        note(
            .servedMaterial(index),
            "no material has the id \"\(id)\""
                + Spelling.hint(for: id, among: area.materials.map(\.id)),
            isWarning: true
        )
    }

    /// Notes a fault; a part without a place has one already.
    private func note(_ part: TemplatePart, _ message: CatalogMessage, isWarning: Bool = false) {
        guard let place = log.places[part] else { return }
        log.note(
            CatalogError(.wrongValue, file: file, place: place, message: message),
            isWarning: isWarning
        )
    }
}

extension FormTemplate {
    /// The ids of the fields that stand on the page.
    var shownFields: Set<String> {
        var ids = Set(notes.flatMap(\.fields) + conditions.flatMap(\.fields))
        for block in blocks {
            switch block {
            case .table(let table):
                ids.formUnion(table.rows.flatMap(\.cells).flatMap(\.shownFields))
            case .text(let text): ids.formUnion(text.fields)
            case .signs(let signs): ids.formUnion(signs.flatMap(\.fields))
            case .list(let list): ids.insert(list.field)
            case .items(let items): ids.insert(items.field)
            case .code(let code): ids.formUnion(code.beside.flatMap(\.fields))
            case .space, .stretch, .rule: break
            }
        }
        return ids
    }
}

extension FormCell {
    fileprivate var shownFields: [String] {
        switch content {
        case .field(let id, _): [id]
        case .list(let list): [list.field]
        case .text(let statement):
            (statement.paragraphs + statement.signs + [statement.date].compactMap(\.self))
                .flatMap(\.fields)
        case .label, .photo: []
        }
    }
}
