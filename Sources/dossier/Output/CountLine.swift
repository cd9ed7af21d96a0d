import Glibc

/// A line on a terminal that counts what is done where nobody knows how much there is.
final class CountLine {
    private let isShown: Bool
    private var done = 0

    init(isShown: Bool) { self.isShown = isShown && isatty(STDERR_FILENO) != 0 }

    /// Counts one more; a hundred at a time are enough to see that it goes on.
    func advance() {
        done += 1
        if done.isMultiple(of: 100) { write("\r\(done)") }
    }

    /// Removes the line, so that others can be printed.
    func clear() { if done > 0, done.isMultiple(of: 100) { write("\r\u{1B}[K") } }

    private func write(_ text: String) {
        guard isShown else { return }
        var text = text
        text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
