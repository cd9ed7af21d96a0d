import Sealing

/// A command as its options are declared, with the commands below it.
struct CommandNode {
    /// One thing that a command takes.
    struct Argument {
        enum Kind: String { case positional, option, flag }

        let kind: Kind
        /// The names with their hyphens, the short one first; none of a positional one.
        let names: [String]
        let valueName: String
        let abstract: String
        let isOptional: Bool
        let isRepeating: Bool
        let defaultValue: String?
        /// The values that it takes, where they are few; none where they are not.
        let choices: [String]
    }

    let name: String
    let abstract: String
    let discussion: String
    let arguments: [Argument]
    let subcommands: [CommandNode]

    /// The command that the words of a call name, and those above it, the root first.
    func path(along words: some Sequence<String>) -> [CommandNode] {
        var path = [self]
        for word in words where !word.hasPrefix("-") {
            guard let next = path.last?.subcommands.first(where: { $0.name == word }) else { break }
            path.append(next)
        }
        return path
    }

    /// The commands that have none below them.
    var leaves: [CommandNode] {
        subcommands.isEmpty ? [self] : subcommands.flatMap(\.leaves)
    }
}

extension CommandNode {
    /// Reads the parser's own description of a command.
    init?(_ value: JSONValue) {
        guard let object = value.object, let name = object["commandName"]?.string else {
            return nil
        }
        self.name = name
        abstract = object["abstract"]?.string ?? ""
        discussion = object["discussion"]?.string ?? ""
        let shown = (object["arguments"]?.array ?? []).filter {
            $0.object?["shouldDisplay"]?.bool != false
        }
        arguments = shown.compactMap(Argument.init)
        // The command `help` says what --help says.
        subcommands = (object["subcommands"]?.array ?? []).compactMap(CommandNode.init)
            .filter { $0.name != "help" }
    }
}

extension CommandNode.Argument {
    init?(_ value: JSONValue) {
        guard let object = value.object, let kind = object["kind"]?.string.flatMap(Kind.init)
        else { return nil }
        self.kind = kind
        let names = (object["names"]?.array ?? []).compactMap { name -> String? in
            guard let name = name.object, let text = name["name"]?.string else { return nil }
            return (name["kind"]?.string == "short" ? "-" : "--") + text
        }
        self.names = names.sorted { $0.hasPrefix("--") == false && $1.hasPrefix("--") }
        valueName = object["valueName"]?.string ?? ""
        abstract = object["abstract"]?.string ?? ""
        isOptional = object["isOptional"]?.bool ?? false
        isRepeating = object["isRepeating"]?.bool ?? false
        defaultValue = object["defaultValue"]?.string
        choices = (object["allValues"]?.array ?? []).compactMap(\.string)
    }
}
