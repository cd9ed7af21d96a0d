/// Reads every object of the file in the file's order, and tells what lies between them.
///
/// Since none may begin before the last one ends, all of this takes time in proportion to the file.
struct FileLayout {
    private(set) var facts: PDFFacts
    private let store: ObjectStore
    private static let mostRanges = 64

    init(_ store: ObjectStore, _ ends: FileEnds) throws(PDFReadingError) {
        self.store = store
        facts = PDFFacts(
            version: ends.version,
            bytesBeforeHeader: ends.origin,
            bytesAfterEnd: store.bytes.count - ends.end,
            sections: store.references.sections.count,
            endMarkers: 0,
            strayBytes: []
        )
        var position = lineEnd(from: ends.headerEnd)
        // A comment of high bytes tells transfer programs that the file is binary (ISO 32000-1, 7.5.2).
        if position < ends.end, store.bytes[position] == UInt8(ascii: "%") {
            position = min(lineEnd(from: position), position + 16)
        }
        var lastStart = -1
        for part in try parts() {
            guard part.start >= position || (part.isSection && part.start == lastStart) else {
                throw PDFReadingError(.overlap, at: part.start)
            }
            lastStart = part.start
            inspectGap(position..<max(position, part.start))
            let end = if let end = part.end { end } else { try store.stored(part.number).end }
            position = max(position, end)
        }
        inspectGap(position..<max(position, ends.end))
    }

    private struct Part {
        let start: Int
        let number: Int
        /// Known for a section; an object's is known when it was read.
        let end: Int?
        var isSection: Bool { end != nil }
    }

    /// All objects and sections by where they begin; a section that is an object comes after it.
    private func parts() throws(PDFReadingError) -> [Part] {
        var parts: [Part] = []
        for (number, entry) in store.references.entries.enumerated() {
            guard case .offset(let offset, _)? = entry else { continue }
            parts.append(Part(start: offset, number: number, end: nil))
        }
        parts += store.references.sections.map {
            Part(start: $0.lowerBound, number: 0, end: $0.upperBound)
        }
        return parts.sorted { ($0.start, $0.isSection ? 1 : 0) < ($1.start, $1.isSection ? 1 : 0) }
    }

    private func lineEnd(from start: Int) -> Int {
        var place = start
        while place < store.bytes.count, store.bytes[place] != 0x0A, store.bytes[place] != 0x0D {
            place += 1
        }
        if place < store.bytes.count, store.bytes[place] == 0x0D { place += 1 }
        if place < store.bytes.count, store.bytes[place] == 0x0A { place += 1 }
        return place
    }

    /// Between parts there may be white space, and `startxref`, a number and `%%EOF`.
    private mutating func inspectGap(_ gap: Range<Int>) {
        var scanner = PDFScanner(store.bytes, gap, limits: store.limits, allowance: 0)
        while let byte = scanner.next {
            let start = scanner.index
            if byte.isPDFSpace {
                scanner.index += 1
            } else if scanner.take(word: "startxref") {
                scanner.skipSpace()
                if scanner.unsigned() == nil { note(start..<scanner.index) }
            } else if scanner.take(word: "%%EOF") {
                facts.endMarkers += 1
            } else {
                while let byte = scanner.next, byte != 0x0A, byte != 0x0D { scanner.index += 1 }
                note(start..<scanner.index)
            }
        }
    }

    private mutating func note(_ range: Range<Int>) {
        if let last = facts.strayBytes.last, range.lowerBound - last.upperBound <= 2 {
            facts.strayBytes[facts.strayBytes.count - 1] = last.lowerBound..<range.upperBound
        } else if facts.strayBytes.count < Self.mostRanges {
            facts.strayBytes.append(range)
        }
    }
}
