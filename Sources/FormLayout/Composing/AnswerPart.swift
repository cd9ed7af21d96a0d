import PageLayout

/// A part of a form that looks otherwise on each filled form.
enum AnswerPart {
    /// The answer to a field, in a cell with so much room.
    case value(FormEntryRule, room: Size)
    /// A paragraph with gaps.
    case paragraph(FormText, width: Double, leading: Double, StructureRole)
    /// Words that are agreed to, with gaps.
    case statement(FormStatement, width: Double)
    /// The rows of a field.
    case list(FormList, width: Double)

    /// The width that it has.
    var width: Double {
        switch self {
        case .value(_, let room): room.width
        case .paragraph(_, let width, _, _), .statement(_, let width), .list(_, let width): width
        }
    }

    /// The field that it shows and nothing else, in a cell that has room for most answers to it.
    var onlyField: String? { if case .value(let rule, _) = self { rule.id } else { nil } }
}

extension FormComposition {
    /// What stands in a part.
    mutating func content(of part: AnswerPart) throws(TableError) -> any CellContent {
        switch part {
        case .value(let rule, let room): return value(of: rule, in: room)
        case .paragraph(let text, let width, let leading, let role):
            var set = typeset(text, width: width, leading: leading)
            set.role = role
            return set
        case .statement(let form, let width): return statement(form, width: width)
        case .list(let list, let width): return try self.list(list, width: width)
        }
    }

    /// Puts what stands in a part into its cell, whose rows have at least so much height together.
    mutating func put(
        _ part: AnswerPart,
        into cell: inout TableCell,
        rows height: Double
    ) throws(TableError) {
        cell.content = try content(of: part)
        let room = height - cell.padding.top - cell.padding.bottom
        guard let hole = draft?.hole(for: part, cell.content, room, cell.alignment) else { return }
        cell.content = hole
        cell.alignment = .fill
    }
}
