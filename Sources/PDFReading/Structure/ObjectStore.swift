/// The objects of a file, each read at most once.
final class ObjectStore {
    let bytes: PDFBytes
    let limits: PDFLimits
    let references: CrossReferences
    private let decoder: StreamDecoder
    private var known: [Int: (value: PDFValue, end: Int)] = [:]
    private var objectStreams: [Int: ObjectStream] = [:]
    /// How many values may still be made.
    private(set) var valuesLeft: Int
    /// How many bytes may still be read: objects that share no bytes need no more than the file's.
    private var bytesLeft: Int

    init(
        _ bytes: PDFBytes,
        _ references: CrossReferences,
        decoder: StreamDecoder,
        limits: PDFLimits
    ) {
        self.bytes = bytes
        self.references = references
        self.decoder = decoder
        self.limits = limits
        valuesLeft = limits.values
        bytesLeft = 2 * bytes.count + 4096
    }

    /// The value itself, where a reference to it may stand.
    func resolved(_ value: PDFValue?) throws(PDFReadingError) -> PDFValue {
        var value = value ?? .null
        for _ in 0..<8 {
            guard let id = value.reference else { return value }
            value = try object(id)
        }
        throw PDFReadingError(.loop, at: 0)
    }

    func entry(_ key: String, of dictionary: PDFDictionary) throws(PDFReadingError) -> PDFValue {
        try resolved(dictionary[key])
    }

    /// An object; null if there is none of that number and generation.
    private func object(_ id: ObjectID) throws(PDFReadingError) -> PDFValue {
        let number = Int(id.number)
        guard number < references.entries.count, let entry = references.entries[number] else {
            return .null
        }
        switch entry {
        case .free: return .null
        case .offset(_, let generation):
            guard generation == Int(id.generation) else { return .null }
            return try stored(number).value
        case .packed(let stream, let index):
            guard id.generation == 0 else { return .null }
            return try packed(number, stream: stream, index: index)
        }
    }

    /// An object that stands in the file itself, and where it ends.
    ///
    /// - Parameters:
    ///   - number: Its number, which is one of the cross-references'.
    ///   - isContainer: Whether it is wanted as an object stream: the length of such a one cannot itself
    ///     stand in an object stream (ISO 32000-1, 7.5.7), so that none needs itself to be read.
    /// - Throws: `badObject` or `badStream` if it is not there, whole.
    /// - Returns: Its value, and the place after `endobj`.
    func stored(
        _ number: Int,
        isContainer: Bool = false
    ) throws(PDFReadingError) -> (value: PDFValue, end: Int) {
        if let object = known[number] { return object }
        guard case .offset(let offset, let generation)? = references.entries[number],
            offset < bytes.count
        else { throw PDFReadingError(.badReferences, at: bytes.count) }
        var scanner = self.scanner(from: offset)
        guard let header = scanner.objectHeader(), header == (number, generation) else {
            throw PDFReadingError(.badObject, at: offset)
        }
        var value = try scanner.value()
        valuesLeft = scanner.allowance
        if case .dictionary(let dictionary) = value, scanner.beginsStream() {
            try spend(scanner.index - offset, at: offset)
            let length = try length(of: dictionary, at: offset, isContainer: isContainer)
            guard let range = scanner.streamBytes(length: length), dictionary["F"] == nil else {
                throw PDFReadingError(.badStream, at: offset)
            }
            value = .stream(PDFStream(number: number, dictionary: dictionary, range: range))
        } else {
            scanner.skipSpace()
            guard scanner.take(word: "endobj") else { throw scanner.fault(.badObject) }
            try spend(scanner.index - offset, at: offset)
        }
        known[number] = (value, scanner.index)
        return (value, scanner.index)
    }

    private func length(
        of dictionary: PDFDictionary,
        at offset: Int,
        isContainer: Bool
    ) throws(PDFReadingError) -> Int {
        switch dictionary["Length"] {
        case .integer(let length): return length
        case .reference(let id): return try length(id, at: offset, isContainer: isContainer)
        default: throw PDFReadingError(.badStream, at: offset)
        }
    }

    /// A length that is an object of its own; nothing but a number is read there.
    private func length(
        _ id: ObjectID,
        at offset: Int,
        isContainer: Bool
    ) throws(PDFReadingError) -> Int {
        let number = Int(id.number)
        guard number < references.entries.count, let entry = references.entries[number] else {
            throw PDFReadingError(.badStream, at: offset)
        }
        switch entry {
        case .offset(let place, let generation):
            guard place < bytes.count else { throw PDFReadingError(.badReferences, at: offset) }
            var scanner = self.scanner(from: place)
            guard let header = scanner.objectHeader(), header == (number, generation),
                generation == Int(id.generation)
            else { throw PDFReadingError(.badObject, at: place) }
            scanner.skipSpace()
            guard let length = scanner.unsigned() else {
                throw PDFReadingError(.badStream, at: offset)
            }
            return length
        case .packed(let stream, let index):
            guard !isContainer, id.generation == 0,
                let length = try packed(number, stream: stream, index: index).integer
            else { throw PDFReadingError(.badStream, at: offset) }
            return length
        case .free: throw PDFReadingError(.badStream, at: offset)
        }
    }

    private func packed(
        _ number: Int,
        stream: Int,
        index: Int
    ) throws(PDFReadingError) -> PDFValue {
        if let object = known[number] { return object.value }
        let container = try objectStream(stream)
        var scanner = try container.scanner(
            forObject: number,
            index: index,
            limits: limits,
            allowance: valuesLeft
        )
        let value = try scanner.value()
        valuesLeft = scanner.allowance
        scanner.skipSpace()
        guard scanner.next == nil else { throw scanner.fault(.badObject) }
        known[number] = (value, 0)
        return value
    }

    private func objectStream(_ number: Int) throws(PDFReadingError) -> ObjectStream {
        if let stream = objectStreams[number] { return stream }
        guard number < references.entries.count, case .offset? = references.entries[number],
            let stream = try stored(number, isContainer: true).value.stream
        else { throw PDFReadingError(.badObject, at: 0) }
        guard let filters = StreamFilter.direct(in: stream.dictionary) else {
            throw PDFReadingError(.unknownFilter, at: stream.range.lowerBound)
        }
        let unpacked = try decoder.decoded(stream.range, filters)
        let objects = try ObjectStream(stream, unpacked, limits: limits)
        objectStreams[number] = objects
        return objects
    }

    /// The bytes of a stream as they are meant.
    func decoded(_ stream: PDFStream, ownLimit: Int? = nil) throws(PDFReadingError) -> [UInt8] {
        try decoder.decoded(stream.range, filters(of: stream.dictionary), ownLimit: ownLimit)
    }

    /// A stream's filters in the order of decoding.
    func filters(of dictionary: PDFDictionary) throws(PDFReadingError) -> [StreamFilter] {
        let stated = try entry("Filter", of: dictionary)
        let parameters = try entry("DecodeParms", of: dictionary)
        var filters: [StreamFilter] = []
        for (index, value) in (stated.array ?? (stated.isNull ? [] : [stated])).enumerated() {
            guard let name = try resolved(value).name, index < 8 else {
                throw PDFReadingError(.unknownFilter, at: 0)
            }
            let all = parameters.array ?? [parameters]
            let own = try resolved(all.indices.contains(index) ? all[index] : nil)
            var plain: PDFDictionary = [:]
            for (key, value) in own.dictionary ?? [:] { plain[key] = try resolved(value) }
            filters.append(StreamFilter(name: name, parameters: plain))
        }
        return filters
    }

    private func scanner(from offset: Int) -> PDFScanner {
        PDFScanner(bytes, offset..<bytes.count, limits: limits, allowance: valuesLeft)
    }

    /// Counts values that are kept, or looked at each time, outside of objects.
    func spend(values count: Int) throws(PDFReadingError) {
        valuesLeft -= count
        guard valuesLeft >= 0 else { throw PDFReadingError(.overLimit, at: 0) }
    }

    private func spend(_ count: Int, at offset: Int) throws(PDFReadingError) {
        bytesLeft -= count
        guard bytesLeft >= 0 else { throw PDFReadingError(.overlap, at: offset) }
    }
}
