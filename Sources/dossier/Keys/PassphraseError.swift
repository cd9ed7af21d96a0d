/// Why no passphrase could be had.
enum PassphraseError: String, Error, Hashable {
    /// There is no terminal to ask on, and no file was named.
    case noTerminal = "passphrase.no-terminal"
    /// The person broke off.
    case cancelled = "passphrase.cancelled"
    /// Two different ones were typed.
    case mismatch = "passphrase.mismatch"
    /// It is too short to protect anything.
    case tooShort = "passphrase.too-short"
    /// The file is not one line.
    case notOneLine = "passphrase.not-one-line"
}

extension PassphraseError: CustomStringConvertible {
    /// A full sentence for people.
    var description: String {
        switch self {
        case .noTerminal:
            "The key is locked, and there is no terminal to ask for the passphrase; give "
                + "--passphrase-file."
        case .cancelled: "No passphrase was given."
        case .mismatch: "The two passphrases differ."
        case .tooShort: "The passphrase is too short: give at least 8 bytes."
        case .notOneLine: "The file of the passphrase must have one line of 1 to 1024 bytes."
        }
    }
}
