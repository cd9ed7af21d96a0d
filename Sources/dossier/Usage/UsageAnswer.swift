import ArgumentParser
import Sealing
import TemplateCatalog

/// What is said to a call that asks for help or cannot be understood, in the user's language.
struct UsageAnswer {
    private let root: CommandNode
    private let words: UsageWords
    private let arguments: [String]
    private let width: Int

    /// Takes the words of a call; nil if the templates are not found: then the parser speaks for itself.
    init?(_ arguments: [String], width: Int) {
        let call = CallWords(arguments)
        guard let catalog = try? CommonOptions.catalog(templates: call.value(of: "--templates")),
            let texts = try? catalog.helpTexts(), let messages = try? catalog.messageTexts(),
            let description = try? JSONValue(parsing: Array(Dossier._dumpHelp().utf8)),
            let root = description.object?["command"].flatMap(CommandNode.init)
        else { return nil }
        let language = call.value(of: "--lang").flatMap(CommonOptions.Language.init)
        self.root = root
        self.arguments = arguments
        self.width = width
        words = UsageWords(
            texts: texts,
            messages: messages,
            language: CommonOptions.language(given: language)
        )
    }

    /// The help of the command that a call asks for.
    var help: String {
        // `dossier help pack` asks for what `dossier pack --help` does.
        let asked = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
        let page = HelpPage(path: root.path(along: asked), words: words)
        return page.lines(width: width).joined(separator: "\n")
    }

    /// What is wrong with a call, how it is made, and where more is told.
    func mistake(_ english: String) -> String {
        let path = root.path(along: arguments)
        let page = HelpPage(path: path, words: words)
        let english = strayWord(below: path).map { "Unexpected argument '\($0)'" } ?? english
        var lines = [
            words.message("error", ["words": words.texts.mistake(english, in: words.language)])
        ]
        lines += hint(english, path[path.count - 1]).map { [$0] } ?? []
        lines += page.callLines(width: width)
        lines.append(words.more(on: page.callName))
        return lines.joined(separator: "\n")
    }

    /// A word where a command was awaited: more is wrong then only because the command is not known.
    private func strayWord(below path: [CommandNode]) -> String? {
        guard path.last?.subcommands.isEmpty == false else { return nil }
        let words = arguments.prefix { !$0.hasPrefix("-") }
        return words.count >= path.count ? words[path.count - 1] : nil
    }

    /// What the argument is for that a mistake is about, or which command was probably meant.
    private func hint(_ english: String, _ command: CommandNode) -> String? {
        let concerned = command.arguments.first { argument in
            let value = argument.kind == .flag ? "'" : " <\(argument.valueName)>"
            return argument.names.contains { english.contains("'\($0)\(value)") }
                || (argument.names.isEmpty && english.contains("'<\(argument.valueName)>"))
        }
        if let concerned {
            return "  \(words.label(concerned))  \(words.meaning(of: concerned))"
        }
        let known = command.subcommands.map(\.name)
        guard !known.isEmpty, let word = arguments.first(where: { english.contains("'\($0)'") })
        else { return nil }
        return Spelling.nearest(to: word, among: known).map {
            words.message("usage.meant", ["name": $0])
        }
    }
}

extension UsageAnswer {
    /// The answer to an error that ended the parsing or the run of a call; nil if it is none about usage.
    static func text(for error: any Error, arguments: [String]) -> String? {
        let message = Dossier.message(for: error)
        let isHelp =
            Dossier.exitCode(for: error) == .success
            && ["OVERVIEW: ", "USAGE: "].contains(where: message.hasPrefix)
        guard isHelp || Dossier.exitCode(for: error) == .validationFailure else { return nil }
        let width = min(Environment.terminalWidth ?? 80, 100)
        let answer = UsageAnswer(arguments, width: width)
        return isHelp ? answer?.help : answer?.mistake(message)
    }
}
