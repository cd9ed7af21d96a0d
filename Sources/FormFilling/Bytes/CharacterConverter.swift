import Glibc

/// Turns text of another encoding into UTF-8, by the C library's iconv.
struct CharacterConverter: ~Copyable {
    /// What one step came to.
    struct Step {
        /// The characters, in UTF-8.
        var output: [UInt8] = []
        /// How many bytes were taken; the rest is the start of a character.
        var consumed = 0
        /// Whether the bytes behind those taken are no character.
        var isInvalid = false
    }

    private let handle: iconv_t

    /// Prepares to read an encoding; nil if the C library does not know it.
    init?(from encoding: TextEncoding) {
        guard let handle = iconv_open(TextEncoding.utf8.rawValue, encoding.rawValue),
            handle != iconv_t(bitPattern: -1)
        else { return nil }
        self.handle = handle
    }

    deinit { iconv_close(handle) }

    /// Turns as many bytes as make whole characters.
    func convert(_ bytes: [UInt8]) -> Step {
        var step = Step()
        var input = bytes
        // No character of these encodings grows to more than three bytes a byte.
        var output = [UInt8](repeating: 0, count: bytes.count * 3 + 16)
        let capacity = output.count
        let (left, room, failure) = input.withUnsafeMutableBytes { from in
            output.withUnsafeMutableBytes { to in
                var source = from.assumingMemoryBound(to: CChar.self).baseAddress
                var target = to.assumingMemoryBound(to: CChar.self).baseAddress
                var (left, room) = (from.count, to.count)
                let status = iconv(handle, &source, &left, &target, &room)
                return (left, room, status == .max ? errno : 0)
            }
        }
        step.output = Array(output.prefix(capacity - room))
        step.consumed = bytes.count - left
        step.isInvalid = failure != 0 && failure != EINVAL
        return step
    }
}
