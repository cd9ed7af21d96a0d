import Glibc
import Registration
import Review
import TemplateCatalog

/// Asks a person on the terminal, one question at a time; asks nothing where there is no person.
struct Interview {
    let console: Console
    let asks: Bool

    /// Asks what the flags have left open, as far as the area's rules need it.
    func complete(_ answers: inout [String: ProfileValue], for area: Area) {
        guard asks else { return }
        for key in ["name", "idNumber"] where answers[key] == nil {
            if let answer = ask(console.text("new.\(key)")) { answers[key] = .text(answer) }
        }
        for question in area.vocabulary where answers[question.key] == nil {
            // Earlier answers remove questions that make no sense any more.
            guard question.condition.evaluate(in: answers).truth != .no else { continue }
            if let value = ask(question) { answers[question.key] = value }
        }
    }

    /// Lets a person choose one of some words; nil if there is nobody to ask.
    func choose(_ key: String, among choices: [String]) -> String? {
        guard asks else { return nil }
        return pick(console.text(key), choices)
    }

    private func ask(_ question: ProfileKey) -> ProfileValue? {
        let words = console.language == .zh ? question.question : question.englishQuestion
        let text = words ?? question.question
        switch question.kind {
        case .choice(let values): return pick(text, values).map(ProfileValue.text)
        case .list: return nil
        case .flag, .date, .text:
            while let answer = ask("\(text) (\(question.answers))") {
                if let value = question.value(from: answer) { return value }
                console.note(console.text("new.again", ["answers": question.answers]))
            }
            return nil
        }
    }

    private func pick(_ question: String, _ choices: [String]) -> String? {
        console.note(question)
        for (index, choice) in choices.enumerated() { console.note("  \(index + 1). \(choice)") }
        while let answer = ask(console.text("new.number")) {
            if let number = Int(answer), choices.indices.contains(number - 1) {
                return choices[number - 1]
            }
            if choices.contains(answer) { return answer }
            console.note(
                console.text("new.again", ["answers": "1–\(choices.count)"])
            )
        }
        return nil
    }

    /// One line from the terminal; nil if it is left empty or the input has ended.
    private func ask(_ question: String) -> String? {
        console.note(question)
        let line = readLine()?.drop { $0.isWhitespace } ?? ""
        return line.isEmpty ? nil : String(line)
    }
}
