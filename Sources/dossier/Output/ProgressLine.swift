import Glibc

/// A line on a terminal that says how far a batch has come; nothing where there is no terminal.
final class ProgressLine {
    private let total: Int
    private let isShown: Bool
    private var done = 0

    init(total: Int, isShown: Bool) {
        self.total = total
        self.isShown = isShown && total > 1 && isatty(STDERR_FILENO) != 0
        show()
    }

    /// Counts one more.
    func advance() {
        done += 1
        show()
    }

    /// Removes the line, so that others can be printed.
    func clear() { write("\r\u{1B}[K") }

    private func show() {
        let width = 30
        let filled = done < total ? done * width / total : width
        let bar =
            String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        write("\r\(bar) \(done)/\(total)")
    }

    private func write(_ text: String) {
        guard isShown else { return }
        var text = text
        text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
