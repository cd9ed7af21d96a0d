import Packaging
import Registration
import Review
import TemplateCatalog

/// Asks a person on the terminal, one question at a time, only what some rule still waits for.
struct Interview {
    /// What somebody types.
    private enum Reply {
        case text(String)
        /// An empty line: the question stays open.
        case skip
        /// `<`: the question before is asked again.
        case back
    }

    let console: Console
    let asks: Bool

    /// Lets a person choose one of some words; nil if there is nobody to ask.
    func choose(_ key: String, among choices: [String]) -> String? {
        guard asks else { return nil }
        if case .text(let choice) = pick(console.text(key), choices) { return choice }
        return nil
    }

    /// Asks what is still open, each answer deciding what is asked next.
    func complete(_ answers: inout CandidateAnswers, for area: Area) {
        guard asks else { return }
        console.note(console.text("new.how"))
        askName(&answers, area)
        askProfile(&answers, area)
        askNumber(&answers, area)
        askDates(&answers, area)
    }

    private func askName(_ answers: inout CandidateAnswers, _ area: Area) {
        guard answers.name == nil else { return }
        if case .text(let name) = reply(to: console.text("new.name")) { answers.name = name }
    }

    private func askProfile(_ answers: inout CandidateAnswers, _ area: Area) {
        var skipped: Set<ProfilePath> = []
        var history: [ProfilePath] = []
        while let question = next(answers, area, skipped) {
            switch reply(to: question, in: area) {
            case .back:
                guard let last = history.popLast() else { continue }
                answers.forget(last)
                skipped.remove(last)
            case .skip:
                skipped.insert(question.path)
                history.append(question.path)
            case .text(let text):
                guard let value = value(of: question.key, from: text) else { continue }
                answers.set(value, at: question.path)
                history.append(question.path)
                for fault in area.contradictions(in: answers.profile) {
                    console.note("! " + (fault.limit ?? ""))
                }
            }
        }
    }

    /// The next question; the kind of document is asked for its number's sake, whatever the rules say.
    private func next(
        _ answers: CandidateAnswers,
        _ area: Area,
        _ skipped: Set<ProfilePath>
    ) -> OpenQuestion? {
        let path = ProfilePath("idKind")
        if answers.profile["idKind"] == nil, !skipped.contains(path),
            let key = area.profileKey("idKind")
        {
            return OpenQuestion(path: path, key: key, materials: [])
        }
        return area.openQuestions(for: answers.profile).first { !skipped.contains($0.path) }
    }

    private func askNumber(_ answers: inout CandidateAnswers, _ area: Area) {
        guard answers.idNumber == nil else { return }
        while case .text(let number) = reply(to: console.text("new.idNumber")) {
            guard case .text(let kind)? = answers.profile["idKind"],
                let rule = area.idNumberRule(for: kind), !rule.allows(number)
            else {
                answers.idNumber = number
                return
            }
            console.note(console.text("new.wrongNumber", ["kind": kind]))
        }
    }

    /// The dates of required papers that count for some time only; a photo's age is not worth a question.
    private func askDates(_ answers: inout CandidateAnswers, _ area: Area) {
        for requirement in area.requirements(for: answers.profile) {
            let material = requirement.material
            guard case .required(let count, _) = requirement.need,
                let validity = material.validity, validity.unknownSeverity > .note,
                !answers.papers.contains(where: { $0.material == material.id })
            else { continue }
            for number in 1...count {
                let title = count > 1 ? "\(material.title) \(number)/\(count)" : material.title
                guard let date = date(console.text("new.issued", ["material": title])) else {
                    break
                }
                answers.papers.append(Paper(material: material.id, issued: date))
            }
        }
    }

    private func date(_ question: String) -> PartialDate? {
        while case .text(let text) = reply(to: question) {
            if let date = PartialDate(text) { return date }
            console.note(console.text("new.again", ["answers": console.text("answers.date")]))
        }
        return nil
    }

    // MARK: - One question

    private func reply(to question: OpenQuestion, in area: Area) -> Reply {
        let text = question.text(in: console.language)
        let titles = question.materials.prefix(3).compactMap { area.material(id: $0)?.title }
        if !titles.isEmpty {
            let names = titles.joined(separator: "、")
            console.note("")
            console.note(console.coloured(console.text("new.because", ["materials": names]), .dim))
        }
        if case .choice(let values) = question.key.kind { return pick(text, values) }
        while true {
            let hint = console.answers(to: question.key)
            let reply = reply(to: "\(text) (\(hint))")
            guard case .text(let answer) = reply, value(of: question.key, from: answer) == nil
            else { return reply }
            console.note(console.text("new.again", ["answers": hint]))
        }
    }

    /// A typed answer; a list is begun with the number of its entries.
    private func value(of key: ProfileKey, from answer: String) -> ProfileValue? {
        guard case .list = key.kind else { return key.value(from: answer) }
        guard let count = Int(answer), (0...50).contains(count) else { return nil }
        return .list(Array(repeating: [:], count: count))
    }

    private func pick(_ question: String, _ choices: [String]) -> Reply {
        console.note(question)
        for (index, choice) in choices.enumerated() { console.note("  \(index + 1). \(choice)") }
        while true {
            let reply = reply(to: console.text("new.number"))
            guard case .text(let answer) = reply else { return reply }
            if let number = Int(answer), choices.indices.contains(number - 1) {
                return .text(choices[number - 1])
            }
            if choices.contains(answer) { return reply }
            console.note(console.text("new.again", ["answers": "1–\(choices.count)"]))
        }
    }

    private func reply(to question: String) -> Reply {
        console.note(question)
        guard let line = readLine() else { return .skip }
        let answer = line.trimmed
        if answer.isEmpty { return .skip }
        return answer == "<" || answer == "＜" ? .back : .text(answer)
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

extension Console {
    /// The possible answers to a question in the user's language.
    func answers(to key: ProfileKey) -> String {
        switch key.kind {
        case .choice(let values): values.joined(separator: " / ")
        case .flag: text("answers.flag")
        case .date: text("answers.date")
        case .list: text("answers.list")
        case .text: text("answers.text")
        }
    }
}
