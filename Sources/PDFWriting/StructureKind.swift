import PageLayout

/// What an element of the structure tree is: a part of the layout, or one that the PDF needs besides.
enum StructureKind: Equatable {
    case document
    case part(StructureRole)
    case listBody
    case link
    case form

    /// The standard structure type (ISO 32000-1, 14.8.4).
    var tag: String {
        switch self {
        case .document: "Document"
        case .part(let role): role.tag
        case .listBody: "LBody"
        case .link: "Link"
        case .form: "Form"
        }
    }
}

extension StructureRole {
    fileprivate var tag: String {
        switch self {
        case .section: "Sect"
        case .heading(let level): "H\(min(max(level, 1), 6))"
        case .paragraph: "P"
        case .table: "Table"
        case .tableRow: "TR"
        case .headerCell: "TH"
        case .dataCell: "TD"
        case .list: "L"
        case .listItem: "LI"
        case .figure: "Figure"
        case .note: "Note"
        }
    }
}
