import PageLayout

/// The fields of a document, checked: boxes that have one name are one field.
struct FieldForm {
    /// A box on a page.
    struct Widget {
        let place: StructureTree.Place
        let field: FormField
        let box: Box
    }

    /// One field with its boxes, several only where one of them is to be chosen.
    struct Entry {
        /// The parts of the name, outermost first.
        let path: [String]
        var widgets: [Widget]

        /// What all boxes say alike.
        var field: FormField { widgets[0].field }
    }

    /// In the order of their first boxes.
    private(set) var entries: [Entry] = []

    /// Gathers the fields of all pages.
    ///
    /// - Throws: `PDFError` if a name or a value cannot stand in a form.
    init(_ layout: DocumentLayout) throws(PDFError) {
        var known: [String: Int] = [:]
        for (page, content) in layout.pages.enumerated() {
            for (mark, value) in content.marks.enumerated() {
                guard case .field(let field, let box) = value else { continue }
                let place = StructureTree.Place(page: page, mark: mark)
                let widget = Widget(place: place, field: field, box: box)
                if let index = known[field.name] {
                    try join(widget, to: index)
                } else {
                    known[field.name] = entries.count
                    entries.append(Entry(path: try Self.path(of: field), widgets: [widget]))
                }
            }
        }
        for entry in entries {
            try entry.checkValue()
            for length in 1..<entry.path.count
            where known[entry.path.prefix(length).joined(separator: ".")] != nil {
                throw PDFError(.fieldName, entry.field.name)
            }
        }
    }

    /// A period in a name leads from a field to the one under it (ISO 32000-1, 12.7.3.2).
    private static func path(of field: FormField) throws(PDFError) -> [String] {
        let path = field.name.split(separator: ".", omittingEmptySubsequences: false)
        guard path.allSatisfy({ !$0.isEmpty }) else { throw PDFError(.fieldName, field.name) }
        return path.map(String.init)
    }

    private mutating func join(_ widget: Widget, to index: Int) throws(PDFError) {
        let values = entries[index].widgets.map(\.option)
        guard let option = widget.option, !values.contains(nil), !values.contains(option) else {
            throw PDFError(.fieldName, widget.field.name)
        }
        entries[index].widgets.append(widget)
    }
}

extension FieldForm.Widget {
    /// The value that the box stands for, if it is one of several.
    var option: String? {
        guard case .option(let value, _) = field.kind else { return nil }
        return value
    }
}

extension FieldForm.Entry {
    /// What is filled in can be filled in by hand as well.
    fileprivate func checkValue() throws(PDFError) {
        let value = field.value
        let fits =
            switch field.kind {
            case .text(_, _, let isMultiline, let limit):
                value.unicodeScalars.count <= limit ?? .max
                    && (isMultiline || !value.contains(where: \.isNewline))
            case .checkBox: ["", "true"].contains(value)
            case .option:
                widgets.allSatisfy { $0.field.value == value }
                    && (value.isEmpty || widgets.contains { $0.option == value })
            }
        guard fits else { throw PDFError(.fieldValue, field.name) }
    }
}
