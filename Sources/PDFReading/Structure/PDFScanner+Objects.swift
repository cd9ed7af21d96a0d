extension PDFScanner {
    /// Reads `12 0 obj`.
    mutating func objectHeader() -> (number: Int, generation: Int)? {
        guard let number = unsigned(), next?.isPDFSpace == true else { return nil }
        skipSpace()
        guard let generation = unsigned(), next?.isPDFSpace == true else { return nil }
        skipSpace()
        return take(word: "obj") ? (number, generation) : nil
    }

    /// Whether a stream's bytes begin here, after its dictionary.
    mutating func beginsStream() -> Bool {
        skipSpace()
        guard take(word: "stream") else { return false }
        if next == 0x0D { index += 1 }
        guard next == 0x0A else { return false }
        index += 1
        return true
    }

    /// Reads a stream's bytes and what must follow them.
    mutating func streamRange(length: Int) -> Range<Int>? {
        guard beginsStream() else { return nil }
        return streamBytes(length: length)
    }

    /// The bytes that begin here, if `endstream` and `endobj` follow them.
    mutating func streamBytes(length: Int) -> Range<Int>? {
        guard length >= 0, length <= end - index else { return nil }
        let range = index..<index + length
        index = range.upperBound
        if next == 0x0D { index += 1 }
        if next == 0x0A { index += 1 }
        guard take(word: "endstream") else { return nil }
        skipSpace()
        return take(word: "endobj") ? range : nil
    }
}

extension StreamFilter {
    /// A stream's filters, if nothing about them is said elsewhere in the file.
    static func direct(in dictionary: PDFDictionary) -> [StreamFilter]? {
        let stated = dictionary["Filter"] ?? .null
        guard !stated.isNull else { return [] }
        guard let name = stated.name ?? stated.array?.first?.name, stated.array?.count ?? 1 == 1
        else { return nil }
        let parameters = dictionary["DecodeParms"] ?? .null
        let first = parameters.array?.first ?? parameters
        return [StreamFilter(name: name, parameters: first.dictionary ?? [:])]
    }
}
