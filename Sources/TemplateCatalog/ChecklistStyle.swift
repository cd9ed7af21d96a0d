/// How the sheet to tick looks and what is printed on it: everything but the arithmetic.
public struct ChecklistStyle: Hashable, Sendable {
    /// A type size with the distance of its lines.
    public struct TypeSize: Hashable, Sendable {
        /// The size in points.
        public var size: Double
        /// From one baseline to the next, in millimetres.
        public var leading: Double
    }

    /// A value in the box with the candidate's data.
    public struct Field: Hashable, Sendable {
        /// What is printed before the value.
        public var label: String
        /// The candidate's property or the key of the profile that is printed.
        public var value: String
        /// How many of the row's parts it takes.
        public var span: Int
    }

    /// The part that a type size plays.
    public enum TypePart: String, Hashable, Sendable, CaseIterable {
        case title
        case subtitle
        case heading
        case strong
        case body
        case small
        case foot
    }

    /// The columns of the table, from left to right.
    public enum Column: String, Hashable, Sendable, CaseIterable {
        case number
        case candidate
        case office
        case material
        case count
        case clause
        case source
    }

    /// The lengths that are not widths of columns, in millimetres.
    public enum Length: String, Hashable, Sendable, CaseIterable {
        case marginLeft = "margins.left"
        case marginRight = "margins.right"
        case marginTop = "margins.top"
        case marginBottom = "margins.bottom"
        /// Left and right of the text in a cell.
        case cellSide = "cell.side"
        /// Over and under the text in a cell.
        case cellTop = "cell.top"
        /// The least height of a row.
        case row = "cell.row"
        /// The least height of a band that names a group, and of the table's head.
        case band = "cell.band"
        /// The side of the square to tick.
        case tick = "cell.tick"
        /// The side of the square before an answer.
        case smallTick = "cell.smallTick"
        /// The strip at the head of a continued page.
        case head = "strips.head"
        /// The strip at the foot of every page.
        case foot = "strips.foot"
        /// Between two parts of the sheet.
        case gap = "strips.gap"
        /// The row to write remarks into.
        case remarks = "signature.remarks"
        /// A row to sign in.
        case signature = "signature.row"
    }

    private let lengths: [Length: Double]
    private let widths: [Column: Double]
    private let filedWidths: [Column: Double]
    private let types: [TypePart: TypeSize]
    private let texts: [String: String]
    /// The rows of the box with the candidate's data.
    public let fields: [[Field]]
    /// The width of the labels in that box, in millimetres.
    public let fieldLabel: Double

    /// A length in millimetres.
    public subscript(length: Length) -> Double { lengths[length] ?? 0 }

    /// The width of a column in millimetres.
    public subscript(column: Column) -> Double { widths[column] ?? 0 }

    /// The width of a column in a dossier, in millimetres.
    public func filedWidth(_ column: Column) -> Double { filedWidths[column] ?? 0 }

    /// A type size.
    public subscript(part: TypePart) -> TypeSize { types[part] ?? TypeSize(size: 9, leading: 4.5) }

    /// A printed text with its placeholders filled; the key itself where the templates have no such text.
    public func text(_ key: String, _ values: [String: String] = [:]) -> String {
        texts[key].map { Placeholders.fill($0, with: values) } ?? key
    }

    init(_ root: YAMLValue) throws(CatalogError) {
        let groups = ["margins", "cell", "strips", "signature"]
        let top = try YAMLMapping(
            root,
            keys: groups + [
                "format", "columns", "filedColumns", "type", "fields", "fieldLabel", "texts",
            ]
        )
        _ = try top.required("format").integer(in: 1...1)
        var lengths: [Length: Double] = [:]
        for group in groups {
            let known = Length.allCases.filter { $0.rawValue.hasPrefix(group + ".") }
            let names = known.map { String($0.rawValue.dropFirst(group.count + 1)) }
            let mapping = try YAMLMapping(top.required(group), keys: names)
            for (length, name) in zip(known, names) {
                lengths[length] = try mapping.required(name).number()
            }
        }
        self.lengths = lengths
        widths = try Self.widths(top.required("columns"))
        filedWidths = try Self.widths(top.required("filedColumns"))
        types = try Self.types(top.required("type"))
        fields = try Self.fields(top.required("fields"))
        fieldLabel = try top.required("fieldLabel").number()
        var texts: [String: String] = [:]
        for entry in try YAMLMapping(top.required("texts")).entries {
            texts[entry.key] = try entry.value.words()
        }
        self.texts = texts
    }

    private static func widths(_ value: YAMLValue) throws(CatalogError) -> [Column: Double] {
        let columns = try YAMLMapping(value, keys: Column.allCases.map(\.rawValue))
        var widths: [Column: Double] = [:]
        for column in Column.allCases {
            widths[column] = try columns.required(column.rawValue).number()
        }
        return widths
    }

    private static func types(_ value: YAMLValue) throws(CatalogError) -> [TypePart: TypeSize] {
        let mapping = try YAMLMapping(value, keys: TypePart.allCases.map(\.rawValue))
        var types: [TypePart: TypeSize] = [:]
        for part in TypePart.allCases {
            let item = try YAMLMapping(
                mapping.required(part.rawValue),
                keys: ["size", "leading"]
            )
            types[part] = TypeSize(
                size: try item.required("size").number(),
                leading: try item.required("leading").number()
            )
        }
        return types
    }

    private static func fields(_ value: YAMLValue) throws(CatalogError) -> [[Field]] {
        var rows: [[Field]] = []
        for row in try value.list() {
            var fields: [Field] = []
            for item in try row.list() {
                let field = try YAMLMapping(item, keys: ["label", "value", "span"])
                fields.append(
                    Field(
                        label: try field.required("label").words(),
                        value: try field.required("value").words(),
                        span: try field.required("span").integer(in: 1...6)
                    )
                )
            }
            rows.append(fields)
        }
        return rows
    }
}
