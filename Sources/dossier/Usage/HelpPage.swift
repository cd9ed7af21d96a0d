import TemplateCatalog

/// What a command takes and does, as `--help` prints it.
struct HelpPage {
    /// The command and those above it, the root first.
    let path: [CommandNode]
    let words: UsageWords

    /// Where the second column begins.
    private static let column = 26

    /// How far a call stands in that takes more than a line.
    private static let indent = 4

    private var command: CommandNode { path[path.count - 1] }

    /// The page in lines no wider than a terminal.
    func lines(width: Int) -> [String] {
        let text = WrappedText(width: width)
        var lines = text.lines(words.text(command.abstract))
        if !command.discussion.isEmpty {
            lines += [""] + text.lines(words.text(command.discussion))
        }
        lines += [""] + callLines(width: width)
        for (heading, rows) in sections where !rows.isEmpty {
            lines += ["", words.message("usage.\(heading)")] + text.rows(rows, column: Self.column)
        }
        if !command.subcommands.isEmpty {
            lines += ["", words.more(on: ([callName] + parts).joined(separator: " "))]
        }
        return lines
    }

    /// How the command is called, under its heading; no part of the call is torn.
    func callLines(width: Int) -> [String] {
        let call = ([callName] + parts).map { $0.replacing(" ", with: "\u{A0}") }
        let lines = WrappedText(width: width - Self.indent)
            .lines(words.message("usage.call", ["call": call.joined(separator: " ")]))
            .map { $0.replacing("\u{A0}", with: " ") }
        return lines[..<1] + lines[1...].map { String(repeating: " ", count: Self.indent) + $0 }
    }

    /// "[<options>] <folders> ...", where what must be given is spelled out.
    private var parts: [String] {
        guard command.subcommands.isEmpty else { return ["<\(words.value("subcommand"))>"] }
        let options = command.arguments.filter { $0.kind != .positional }
        let needed = options.filter { !$0.isOptional }.map { words.label($0, short: true) }
        let positional = command.arguments.filter { $0.kind == .positional }.map { argument in
            let name = words.label(argument) + (argument.isRepeating ? " ..." : "")
            return argument.isOptional ? "[\(name)]" : name
        }
        return ["[<\(words.value("options"))>]"] + needed + positional
    }

    /// "dossier key trust".
    var callName: String { path.map(\.name).joined(separator: " ") }

    private var sections: [(String, [(label: String, text: String)])] {
        let common = path[0].commonOptions
        let own = command.arguments.filter { $0.names.isEmpty || !common.contains($0.names) }
        let shared = command.arguments.filter { !$0.names.isEmpty && common.contains($0.names) }
        return [
            ("arguments", rows(own.filter { $0.kind == .positional })),
            ("options", rows(own.filter { $0.kind != .positional })),
            (
                "subcommands",
                command.subcommands.map { (label: $0.name, text: words.text($0.abstract)) }
            ),
            ("common", rows(shared)),
        ]
    }

    private func rows(_ arguments: [CommandNode.Argument]) -> [(label: String, text: String)] {
        arguments.map { (label: words.label($0), text: words.meaning(of: $0)) }
    }
}

extension CommandNode {
    /// The names of the options that every command takes.
    fileprivate var commonOptions: Set<[String]> {
        let sets = leaves.map { Set($0.arguments.map(\.names)).subtracting([[]]) }
        return sets.dropFirst().reduce(sets.first ?? []) { $0.intersection($1) }
    }
}
