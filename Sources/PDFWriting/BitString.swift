/// Bits in the order in which deflate has them: the first is the lowest of the first byte
/// (RFC 1951, 3.1.1).
struct BitString {
    /// As many as the bits need; what is left of the last one is 0.
    private var words: [UInt64] = []
    private var count = 0

    mutating func reserve(_ count: Int) { words.reserveCapacity(count / 64 + 2) }

    /// Appends the low bits of a number, 63 at most; all higher ones are 0.
    mutating func append(_ bits: UInt64, count length: Int) {
        guard length > 0 else { return }
        let used = count & 63
        count += length
        guard used > 0 else {
            words.append(bits)
            return
        }
        words[words.count - 1] |= bits << UInt64(used)
        if used + length > 64 { words.append(bits >> UInt64(64 - used)) }
    }

    mutating func append(_ other: Self) {
        let used = UInt64(count & 63)
        count += other.count
        guard used > 0 else {
            words += other.words
            return
        }
        var rest = words.removeLast()
        for word in other.words {
            words.append(rest | word << used)
            rest = word >> (64 - used)
        }
        if words.count * 64 < count { words.append(rest) }
    }

    /// The bytes, the last of them filled up with zeros.
    var bytes: [UInt8] {
        unsafe words.map { $0.littleEndian }.withUnsafeBytes { all in
            unsafe Array(UnsafeRawBufferPointer(rebasing: all.prefix((count + 7) / 8)))
        }
    }
}
