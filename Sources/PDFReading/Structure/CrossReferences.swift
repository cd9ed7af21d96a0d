/// Where the objects of a file lie (ISO 32000-1, 7.5.4 and 7.5.8): the newest statement about each.
struct CrossReferences {
    enum Entry {
        case free
        case offset(Int, generation: Int)
        case packed(stream: Int, index: Int)
    }

    /// By object number; nil where no section says anything.
    private(set) var entries: [Entry?]
    /// What the newest section says of the whole document.
    let trailer: PDFDictionary
    /// Where the sections lie, the newest first.
    private(set) var sections: [Range<Int>] = []

    /// Reads all sections from the newest to the oldest.
    init(
        _ bytes: PDFBytes,
        from start: Int,
        origin: Int,
        decoder: StreamDecoder,
        limits: PDFLimits
    ) throws(PDFReadingError) {
        var reader = SectionReader(bytes: bytes, origin: origin, decoder: decoder, limits: limits)
        var section = try reader.section(at: start)
        trailer = section.trailer
        guard let size = trailer["Size"]?.integer, size > 0 else {
            throw PDFReadingError(.badReferences, at: start)
        }
        guard size <= limits.objects else { throw PDFReadingError(.overLimit, at: start) }
        entries = Array(repeating: nil, count: size)
        var visited: Set<Int> = [start]
        while true {
            sections.append(section.range)
            try add(section)
            guard let previous = section.trailer["Prev"] else { return }
            guard let offset = previous.integer else {
                throw PDFReadingError(.badReferences, at: section.range.lowerBound)
            }
            let place = offset + origin
            guard visited.insert(place).inserted else { throw PDFReadingError(.loop, at: place) }
            guard visited.count <= limits.sections else {
                throw PDFReadingError(.overLimit, at: place)
            }
            section = try reader.section(at: place)
        }
    }

    private mutating func add(_ section: CrossReferenceSection) throws(PDFReadingError) {
        for (number, entry) in section.entries {
            guard number < entries.count else {
                throw PDFReadingError(.badReferences, at: section.range.lowerBound)
            }
            if entries[number] == nil { entries[number] = entry }
        }
    }
}

/// What one table or stream of cross-references says.
struct CrossReferenceSection {
    var entries: [(number: Int, entry: CrossReferences.Entry)]
    var trailer: PDFDictionary
    var range: Range<Int>
}
