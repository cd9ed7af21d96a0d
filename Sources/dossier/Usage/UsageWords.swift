import TemplateCatalog

/// The words of help and of mistakes in one language.
struct UsageWords {
    let texts: HelpTexts
    let messages: MessageTexts
    let language: FindingTexts.Language

    func text(_ english: String) -> String { texts.text(english, in: language) }

    func value(_ name: String) -> String { texts.value(name, in: language) }

    /// Where more is told.
    func more(on call: String) -> String {
        message("usage.more", ["call": call + " --help"])
    }

    func message(_ key: String, _ values: [String: String] = [:]) -> String {
        messages.text(key, in: language, values) ?? key
    }

    /// "-o, --output <file>", or the long name alone.
    func label(_ argument: CommandNode.Argument, short: Bool = false) -> String {
        let value = argument.kind == .flag ? "" : "<\(self.value(argument.valueName))>"
        guard let first = argument.names.first else { return value }
        let names = short ? first : argument.names.joined(separator: ", ")
        return value.isEmpty ? names : "\(names) \(value)"
    }

    /// What it is for, what it takes, and what it is unless given.
    func meaning(of argument: CommandNode.Argument) -> String {
        var text = text(argument.abstract)
        // What is told already is not told again.
        if !argument.choices.allSatisfy(text.contains) {
            text += message("usage.choices", ["values": argument.choices.joined(separator: ", ")])
        }
        if let value = argument.defaultValue { text += message("usage.default", ["value": value]) }
        return text
    }
}
