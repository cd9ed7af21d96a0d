import ArgumentParser
import Glibc
import Packaging
import Sealing

/// Where the passphrase of a key comes from: a file or the terminal, never an argument or a
/// variable, which others on the machine can see.
struct PassphraseOptions: ParsableArguments {
    @Option(
        help: "A file with the key's passphrase, - for standard input (else it is asked for).",
        completion: .file()
    )
    var passphraseFile: String?

    /// The shortest passphrase that a new key is locked with, in bytes.
    static let least = 8

    /// The passphrase of a key that there is.
    func existing(for name: String, _ console: Console) throws -> Passphrase {
        if let passphraseFile { return try Self.read(passphraseFile) }
        let typed = try Self.ask(console.text("key.ask", ["name": name]), console)
        guard let passphrase = Passphrase(typed) else { throw PassphraseError.cancelled }
        return passphrase
    }

    /// A passphrase for a new key: what is typed is asked for twice.
    func new(_ console: Console) throws -> Passphrase {
        if let passphraseFile { return try Self.checked(Self.read(passphraseFile)) }
        for _ in 1...3 {
            let typed = try Self.ask(console.text("key.askNew"), console)
            guard let passphrase = Passphrase(typed), passphrase.count >= Self.least else {
                console.note(console.sentence(for: PassphraseError.tooShort))
                continue
            }
            let again = Passphrase(try Self.ask(console.text("key.askAgain"), console))
            if let again, again.isSame(as: passphrase) { return passphrase }
            console.note(console.sentence(for: PassphraseError.mismatch))
        }
        throw PassphraseError.cancelled
    }

    private static func checked(_ passphrase: Passphrase) throws(PassphraseError) -> Passphrase {
        guard passphrase.count >= least else { throw .tooShort }
        return passphrase
    }

    private static func ask(
        _ question: String,
        _ console: Console
    ) throws(PassphraseError) -> [UInt8] {
        guard HiddenLine.canAsk else { throw .noTerminal }
        console.ask(question)
        return try HiddenLine.read()
    }

    /// Reads a file, pipe or descriptor to its end.
    private static func read(_ path: String) throws -> Passphrase {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let reason = String(cString: strerror(errno))
            throw PackagingError(.fileUnreadable, path, reason: reason)
        }
        defer { if path != "-" { close(descriptor) } }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 2 * Passphrase.limit)
        while bytes.count <= Passphrase.limit + 2 {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                let reason = String(cString: strerror(errno))
                throw PackagingError(.fileUnreadable, path, reason: reason)
            }
            guard count > 0 else { break }
            bytes += chunk.prefix(count)
        }
        guard let passphrase = Passphrase(line: bytes) else { throw PassphraseError.notOneLine }
        return passphrase
    }
}
