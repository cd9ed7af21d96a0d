import Glibc

/// A line typed on the terminal that nobody sees.
struct HiddenLine {
    /// Whether there is somebody to ask.
    static var canAsk: Bool { isatty(STDIN_FILENO) != 0 && isatty(STDERR_FILENO) != 0 }

    private static let interrupt: UInt8 = 3
    private static let endOfText: UInt8 = 4
    private static let eraseLine: UInt8 = 21

    private var bytes: [UInt8] = []

    /// Reads one line; the terminal is as before when it returns.
    ///
    /// The keys of interruption come as bytes too, so that none can leave the terminal mute.
    ///
    /// - Throws: ``PassphraseError`` if the person breaks off.
    static func read() throws(PassphraseError) -> [UInt8] {
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { throw .cancelled }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG | IEXTEN)
        // What was typed ahead of the question is not an answer to it.
        guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0 else { throw .cancelled }
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
            _ = Glibc.write(STDERR_FILENO, "\n", 1)
        }
        var line = Self()
        while true {
            var byte: UInt8 = 0
            let count = Glibc.read(STDIN_FILENO, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1, byte != interrupt else { throw .cancelled }
            if byte == 0x0A || byte == 0x0D { return line.bytes }
            if byte == endOfText {
                guard !line.bytes.isEmpty else { throw .cancelled }
                return line.bytes
            }
            line.take(byte)
        }
    }

    private mutating func take(_ byte: UInt8) {
        switch byte {
        case 0x08, 0x7F:
            // A character of several bytes goes as one.
            while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
        case Self.eraseLine: bytes = []
        case 0..<0x20: break
        default: bytes.append(byte)
        }
    }
}
