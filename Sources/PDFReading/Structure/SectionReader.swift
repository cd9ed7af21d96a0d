/// Reads one section of cross-references after the other.
struct SectionReader {
    let bytes: PDFBytes
    /// Where `%PDF-` stands: offsets count from there.
    let origin: Int
    let decoder: StreamDecoder
    let limits: PDFLimits
    /// How many entries all sections may still have.
    private var entriesLeft: Int
    private var valuesLeft: Int

    init(bytes: PDFBytes, origin: Int, decoder: StreamDecoder, limits: PDFLimits) {
        self.bytes = bytes
        self.origin = origin
        self.decoder = decoder
        self.limits = limits
        entriesLeft = 2 * limits.objects
        valuesLeft = limits.values
    }

    mutating func section(at start: Int) throws(PDFReadingError) -> CrossReferenceSection {
        guard 0..<bytes.count ~= start else {
            throw PDFReadingError(.badReferences, at: bytes.count)
        }
        var scanner = PDFScanner(
            bytes,
            start..<bytes.count,
            limits: limits,
            allowance: valuesLeft
        )
        defer { valuesLeft = scanner.allowance }
        if scanner.take(word: "xref") { return try table(&scanner, from: start) }
        return try stream(&scanner, from: start)
    }

    private mutating func table(
        _ scanner: inout PDFScanner,
        from start: Int
    ) throws(PDFReadingError) -> CrossReferenceSection {
        var entries: [(number: Int, entry: CrossReferences.Entry)] = []
        scanner.skipSpace()
        while !scanner.take(word: "trailer") {
            guard let first = scanner.unsigned(), scanner.next == 0x20 else {
                throw scanner.fault(.badReferences)
            }
            scanner.index += 1
            guard let count = scanner.unsigned() else { throw scanner.fault(.badReferences) }
            try spend(first, count, at: scanner.index)
            while let byte = scanner.next, byte == 0x20 || byte == 0x0D || byte == 0x0A {
                scanner.index += 1
            }
            guard count <= (bytes.count - scanner.index) / 20 else {
                throw scanner.fault(.badReferences)
            }
            for number in first..<first + count {
                entries.append((number, try entry(at: scanner.index)))
                scanner.index += 20
            }
            scanner.skipSpace()
        }
        guard case .dictionary(let trailer) = try scanner.value() else {
            throw scanner.fault(.badReferences)
        }
        guard trailer["XRefStm"] == nil else { throw PDFReadingError(.hybrid, at: start) }
        return CrossReferenceSection(
            entries: entries,
            trailer: trailer,
            range: start..<scanner.index
        )
    }

    /// An entry has twenty bytes: ten digits, five digits, a letter, and two that end the line.
    private func entry(at start: Int) throws(PDFReadingError) -> CrossReferences.Entry {
        func digits(_ range: Range<Int>) -> Int? {
            var value = 0
            for place in range {
                guard let digit = bytes[start + place].decimalDigit else { return nil }
                value = value * 10 + digit
            }
            return value
        }
        guard let offset = digits(0..<10), let generation = digits(11..<16),
            bytes[start + 10] == 0x20, bytes[start + 16] == 0x20,
            bytes[start + 18].isPDFSpace, bytes[start + 19].isPDFSpace
        else { throw PDFReadingError(.badReferences, at: start) }
        switch bytes[start + 17] {
        case UInt8(ascii: "n"): return .offset(offset + origin, generation: generation)
        case UInt8(ascii: "f"): return .free
        default: throw PDFReadingError(.badReferences, at: start)
        }
    }

    private mutating func stream(
        _ scanner: inout PDFScanner,
        from start: Int
    ) throws(PDFReadingError) -> CrossReferenceSection {
        guard let header = scanner.objectHeader(),
            case .dictionary(let dictionary) = try scanner.value(),
            dictionary["Type"]?.name == "XRef", let length = dictionary["Length"]?.integer,
            let size = dictionary["Size"]?.integer,
            let range = scanner.streamRange(length: length)
        else { throw PDFReadingError(.badReferences, at: start) }
        let widths = (dictionary["W"]?.array ?? []).compactMap(\.integer)
        guard header.generation == 0, widths.count == 3,
            widths.allSatisfy({ 0...8 ~= $0 }), widths[1] > 0,
            let filters = StreamFilter.direct(in: dictionary)
        else { throw PDFReadingError(.badReferences, at: start) }
        let table = try decoder.decoded(range, filters)
        let ranges = (dictionary["Index"]?.array ?? [.integer(0), .integer(size)])
            .compactMap(\.integer)
        var rows = TableRows(table, widths: widths, origin: origin)
        var entries: [(number: Int, entry: CrossReferences.Entry)] = []
        for pair in stride(from: 0, to: ranges.count - 1, by: 2) {
            let (first, count) = (ranges[pair], ranges[pair + 1])
            guard first >= 0, count >= 0, count <= rows.left else {
                throw PDFReadingError(.badReferences, at: start)
            }
            try spend(first, count, at: start)
            for number in first..<first + count {
                guard let entry = rows.next() else {
                    throw PDFReadingError(.badReferences, at: start)
                }
                entries.append((number, entry))
            }
        }
        guard ranges.count.isMultiple(of: 2), rows.left == 0 else {
            throw PDFReadingError(.badReferences, at: start)
        }
        return CrossReferenceSection(
            entries: entries,
            trailer: dictionary,
            range: start..<scanner.index
        )
    }

    private mutating func spend(
        _ first: Int,
        _ count: Int,
        at offset: Int
    ) throws(PDFReadingError) {
        guard first <= limits.objects, count <= entriesLeft else {
            throw PDFReadingError(.overLimit, at: offset)
        }
        entriesLeft -= count
    }
}
