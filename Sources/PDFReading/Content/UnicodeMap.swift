/// What a font's codes stand for: its ToUnicode CMap (ISO 32000-1, 9.10.3).
struct UnicodeMap {
    private struct Run {
        let first: UInt32
        let last: UInt32
        /// What the first code stands for, in UTF-16; the last unit grows with the code.
        let units: [UInt16]
    }

    private var runs: [Run] = []
    private static let longestText = 32

    init(_ stream: PDFStream, in store: ObjectStore) throws(PDFReadingError) {
        let bytes = try store.decoded(stream)
        var scanner = PDFScanner(
            bytes,
            0..<bytes.count,
            limits: store.limits,
            allowance: store.valuesLeft,
            streamOffset: stream.range.lowerBound,
            readsReferences: false
        )
        scanner.skipSpace()
        while scanner.next != nil {
            if scanner.take(word: "beginbfchar") {
                try readCharacters(&scanner)
            } else if scanner.take(word: "beginbfrange") {
                try readRanges(&scanner)
            } else if scanner.next?.isPDFRegular == true {
                _ = scanner.regularRun()
            } else {
                _ = try scanner.value()
            }
            scanner.skipSpace()
        }
        try store.spend(values: store.valuesLeft - scanner.allowance)
        runs.sort { $0.first < $1.first }
    }

    private mutating func readCharacters(_ scanner: inout PDFScanner) throws(PDFReadingError) {
        scanner.skipSpace()
        while !scanner.take(word: "endbfchar") {
            let code = try Self.code(&scanner)
            guard let text = try scanner.value().string else { throw scanner.fault(.badContent) }
            add(code, code, text)
            scanner.skipSpace()
        }
    }

    private mutating func readRanges(_ scanner: inout PDFScanner) throws(PDFReadingError) {
        scanner.skipSpace()
        while !scanner.take(word: "endbfrange") {
            let (first, last) = (try Self.code(&scanner), try Self.code(&scanner))
            guard first <= last else { throw scanner.fault(.badContent) }
            switch try scanner.value() {
            case .string(let text): add(first, last, text)
            case .array(let texts):
                for (place, text) in texts.enumerated() {
                    guard place <= last - first, let text = text.string else {
                        throw scanner.fault(.badContent)
                    }
                    add(first + UInt32(place), first + UInt32(place), text)
                }
            default: throw scanner.fault(.badContent)
            }
            scanner.skipSpace()
        }
    }

    private static func code(_ scanner: inout PDFScanner) throws(PDFReadingError) -> UInt32 {
        guard let bytes = try scanner.value().string, 1...4 ~= bytes.count else {
            throw scanner.fault(.badContent)
        }
        return bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }

    private mutating func add(_ first: UInt32, _ last: UInt32, _ text: [UInt8]) {
        let text = text.prefix(Self.longestText)
        let units = stride(from: 0, to: text.count - 1, by: 2).map {
            UInt16(text[$0]) << 8 | UInt16(text[$0 + 1])
        }
        runs.append(Run(first: first, last: last, units: units))
    }

    /// The text of a code in UTF-16; nil where the map says nothing.
    func units(of code: UInt32) -> [UInt16]? {
        var (low, high) = (0, runs.count)
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].first <= code { low = middle + 1 } else { high = middle }
        }
        guard low > 0, code <= runs[low - 1].last else { return nil }
        let run = runs[low - 1]
        guard code > run.first, let last = run.units.last else { return run.units }
        return run.units.dropLast() + [last &+ UInt16(truncatingIfNeeded: code - run.first)]
    }
}
