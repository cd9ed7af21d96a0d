import FormLayout

extension FormText {
    /// The words as in the file, gaps in braces.
    var source: String {
        parts.map { part in
            switch part {
            case .words(let words): words
            case .field(let id): "{\(id)}"
            case .rule: "____"
            case .date: "{date}"
            }
        }.joined()
    }

    /// The words, no more of them than fit into a line.
    var brief: String { TextTable.cut(source, to: 60) }
}

extension FormCell {
    /// What it holds, in a word; words that stand there, as far as they fit into a line.
    var brief: String { words { TextTable.cut($0, to: 40) } }

    /// What it holds, with all the words that stand there.
    var source: String { words { $0 } }

    private func words(_ shorten: (String) -> String) -> String {
        switch content {
        case .field(let id, hasLabel: true): id
        case .field(let id, hasLabel: false): "{\(id)}"
        case .label(let label, _): "“\(label)”"
        case .photo(let words, _, _, _): "[\(words)]"
        case .list(let list): "\(list.field) × \(list.rows)"
        case .text(let statement):
            "“" + shorten(statement.source) + "”"
        }
    }
}

extension FormStatement {
    fileprivate var source: String {
        (paragraphs + signs + [date].compactMap(\.self)).map(\.source).joined(separator: " ")
    }
}
