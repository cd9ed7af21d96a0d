import Archiving
import ArgumentParser
import CaseLog
import CaseRegister
import Casework
import FormFilling
import Glibc
import Packaging
import Registration
import Sealing
import TemplateCatalog
import Verification

/// Where a command's words go: results to standard output, everything else to standard error.
struct Console {
    let options: CommonOptions
    let language: FindingTexts.Language
    private let texts: ConsoleTexts

    init(_ options: CommonOptions, catalog: TemplateCatalog? = nil) {
        self.options = options
        language = options.language
        texts = ConsoleTexts { try? catalog ?? options.catalog() }
    }

    /// The words of the templates; nil where there are none.
    var messages: MessageTexts? { texts.messages }

    /// A message in the user's language; the key itself where the templates have none.
    func text(_ key: String, _ values: [String: String] = [:]) -> String {
        messages?.text(key, in: language, values) ?? key
    }

    /// Prints a line of the result.
    func print(_ line: String = "") {
        guard !options.json else { return }
        Self.write(line + "\n", to: STDOUT_FILENO)
    }

    /// Prints a part of the result as it is.
    func print(raw text: String) { Self.write(text, to: STDOUT_FILENO) }

    /// Prints a line of the result unless the user wants quiet.
    func say(_ line: String = "") {
        if !options.quiet { print(line) }
    }

    /// Prints the one JSON object of a result.
    func print(json: JSONValue) throws {
        let bytes = try json.canonicalBytes()
        Self.write(String(decoding: bytes, as: UTF8.self) + "\n", to: STDOUT_FILENO)
    }

    /// Prints a line for the person watching, not for the result.
    func note(_ line: String) { Self.write(line + "\n", to: STDERR_FILENO) }

    /// Asks the person watching something, who answers on the same line.
    func ask(_ question: String) { Self.write(question + " ", to: STDERR_FILENO) }

    /// Says why a command could not do its work.
    func fail(_ error: any Error) { fail(sentence(for: error)) }

    /// Says in words of one's own why a command could not do its work.
    func fail(_ sentence: String) {
        // Without templates there is still the sentence.
        note(messages?.text("error", in: language, ["words": sentence]) ?? "Error: \(sentence)")
    }

    /// Says that the answer is no, for people and for programs.
    func refuse(_ error: any Error, code: String) throws {
        if options.json {
            try print(
                json: ["refused": .string(code), "sentence": .string(sentence(for: error))]
            )
        }
        fail(error)
    }

    /// An error in the user's language where there are words for its code.
    func sentence(for error: any Error) -> String {
        switch error {
        case let error as PackagingError:
            return words(error.code.rawValue, error.subject, error.reason) ?? error.description
        case let error as ArchiveError:
            return words(error.code.rawValue, error.subject, error.reason) ?? error.description
        case let error as CaseworkError:
            if let refusal = error.refusal { return text("refusal.\(refusal.code.rawValue)") }
            // What failed on verifying has words of its own.
            let subject = words(ofStep: error.subject) ?? error.subject
            let reason = words(ofStep: error.reason) ?? error.reason
            return words(error.code.rawValue, subject, reason) ?? error.description
        case let error as LogError:
            if let refusal = error.refusal { return text("refusal.\(refusal.code.rawValue)") }
            let line = error.line.map { text("log.line", ["line": "\($0)"]) }
            let subject = [error.subject, line ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
            return words(error.code.rawValue, subject, error.reason) ?? error.description
        case let error as RegisterError:
            if let refusal = error.refusal { return text("refusal.\(refusal.code.rawValue)") }
            let subject = error.place.map { "\(error.subject) (\($0))" } ?? error.subject
            return words(error.code.rawValue, subject, error.reason) ?? error.description
        case let error as SlipError:
            return words(error.code.rawValue, error.subject, error.reason) ?? error.description
        case let error as VerificationError:
            return words(error.code.rawValue, error.subject, error.reason) ?? error.description
        case let error as TrustError:
            return words(error.code.rawValue, error.subject, error.reason) ?? error.description
        case let error as SealError:
            return words(error.code.rawValue, error.subject, nil) ?? error.description
        case let error as PassphraseError:
            return words(error.rawValue, "", nil) ?? error.description
        case let error as KeyFileExists:
            return words(KeyFileExists.code, error.path, nil) ?? error.description
        case let error as CatalogError: return text(of: error)
        case let error as FormDataError:
            guard let words = try? options.catalog().formTexts() else { return "\(error)" }
            return error.faults.map { sentence(for: $0, texts: words) }.joined(separator: "\n")
        default: return "\(error)"
        }
    }

    /// A mistake in the data of a form in the user's language.
    func sentence(for fault: FormDataFault, texts: MessageTexts) -> String {
        var fault = fault
        fault.values["reason"] = fault.values["reason"].map(reason)
        return fault.sentence(in: language, texts: texts)
    }

    /// Why something could not be done, in the user's language where there are words for it.
    func reason(_ english: String) -> String {
        guard language == .zh, let faults = texts.faults else { return english }
        let reason = faults.reason(english, in: language)
        return reason == english ? damage(english) : reason
    }

    /// What is wrong with a picture's bytes, in the user's language where there are words for it.
    func damage(_ english: String) -> String {
        guard language == .zh else { return english }
        return texts.damages?.text(english, in: language) ?? english
    }

    /// A fault of a YAML file in the user's language; in English where the templates are not found.
    func text(of error: CatalogError) -> String {
        texts.faults?.text(of: error, in: language) ?? error.description
    }

    private func words(ofStep code: String) -> String? {
        messages?.text("step.\(code)", in: language)
    }

    private func words(_ code: String, _ subject: String, _ reason: String?) -> String? {
        let reason = reason.flatMap { $0.isEmpty ? nil : self.reason($0) }
        let aside = reason.map { language == .zh ? "（\($0)）" : " (\($0))" } ?? ""
        return messages?.text(
            "error.\(code)",
            in: language,
            ["subject": subject, "reason": aside]
        )
    }

    /// Whether results may be coloured: a terminal, and nobody said no (no-color.org).
    var isColoured: Bool {
        isatty(STDOUT_FILENO) != 0 && Environment.value("NO_COLOR") == nil
            && Environment.value("TERM") != "dumb"
    }

    /// Colours a word by its weight, if colours may be.
    func coloured(_ text: String, _ colour: Colour) -> String {
        isColoured ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// The few colours used.
    enum Colour: Int {
        case red = 31
        case green = 32
        case yellow = 33
        case dim = 2
    }

    /// Writes all of a text, or as much as anybody takes.
    static func write(_ text: String, to descriptor: CInt) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }
}

extension AsyncParsableCommand {
    /// Runs a command's work; what it throws becomes a sentence and exit code 1.
    func perform(_ console: Console, _ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let code as ExitCode {
            throw code
        } catch let error as ValidationError {
            // ArgumentParser's own: usage is shown with it, and the exit code is 64.
            throw error
        } catch {
            console.fail(error)
            throw ExitCode.failure
        }
    }
}

extension ExitCode {
    /// Findings, or a verification that failed: the work was done and the answer is no.
    static let findings = ExitCode(2)
}
