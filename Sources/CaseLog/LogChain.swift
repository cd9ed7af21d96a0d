import Registration

/// Follows the numbers and hashes of lines, and names what breaks them.
struct LogChain {
    private(set) var findings: [LogFinding] = []
    private let lines: [LogLine]
    private let head: LogHead?
    /// The first line with each number.
    private var bySeq: [Int: LogLine] = [:]

    init(_ lines: [LogLine], head: LogHead?) {
        self.lines = lines
        self.head = head
        followNumbers()
        followHashes()
        followHead()
    }

    private mutating func note(_ code: LogFinding.Code, _ line: Int) {
        findings.append(LogFinding(code, line: line))
    }

    private mutating func followNumbers() {
        var seen: Set<[UInt8]> = []
        let seqs = Set(lines.compactMap { $0.entry?.seq })
        var (last, unread) = (0, 0)
        for line in lines {
            guard seen.insert(line.bytes).inserted else {
                note(.duplicate, line.number)
                continue
            }
            guard let entry = line.entry else {
                note(isHalfWritten(line) ? .halfWritten : .malformed, line.number)
                unread += 1
                continue
            }
            if let other = bySeq.updateValue(bySeq[entry.seq] ?? line, forKey: entry.seq) {
                note(other.entry?.prev == entry.prev ? .forked : .inserted, line.number)
                continue
            }
            // A line that comes too late is told where one comes too early.
            guard entry.seq > last else { continue }
            if entry.seq - last - 1 > unread {
                let isThere = seqs.contains { $0 > last && $0 < entry.seq }
                note(isThere ? .reordered : .dropped, line.number)
            }
            (last, unread) = (entry.seq, 0)
        }
    }

    /// Whether a line is the trace of a crash: the last one, and not counted yet.
    private func isHalfWritten(_ line: LogLine) -> Bool {
        guard let head else { return false }
        return line.number == lines.count && line.number == head.lines + 1
    }

    /// Names lines that what comes after them was not written after.
    private mutating func followHashes() {
        let broken = Set(bySeq.keys.filter(isBroken)).union(headBreak)
        // A line that fits neither the one before nor the one after was itself changed.
        let edited = Set(broken.map { $0 == 1 || broken.contains($0 + 1) ? $0 : $0 - 1 })
        for seq in edited.sorted() {
            if let line = bySeq[seq] { note(.edited, line.number) }
        }
    }

    /// Whether a line is not written after the one with the number before; what is missing or cannot
    /// be read has been told.
    private func isBroken(_ seq: Int) -> Bool {
        let prev = bySeq[seq]?.entry?.prev
        if seq == 1 { return prev != LogEntry.start }
        guard let before = bySeq[seq - 1]?.entry else { return false }
        return prev != before.hash
    }

    private var headBreak: Set<Int> {
        guard let head, let entry = bySeq[head.lines]?.entry, entry.hash != head.hash else {
            return []
        }
        return [head.lines + 1]
    }

    private mutating func followHead() {
        guard let head else { return }
        if bySeq.keys.allSatisfy({ $0 < head.lines }), lines.count < head.lines {
            note(.truncated, lines.count + 1)
        }
        for line in lines {
            guard let seq = line.entry?.seq, seq > head.lines else { continue }
            note(seq == head.lines + 1 ? .uncounted : .beyondHead, line.number)
        }
    }
}
