extension ContentInterpreter {
    mutating func drawObject() throws(PDFReadingError) {
        guard let stream = try resource("XObject")?.stream else {
            throw PDFReadingError(.badContent, at: 0)
        }
        let store = document.store
        if stream.dictionary["OC"] != nil { result.unfollowed.insert(.optionalContent) }
        switch try store.entry("Subtype", of: stream.dictionary).name {
        case "Image":
            let image = try PDFImage(stream, in: store)
            if image.hasMask { result.unfollowed.insert(.transparency) }
            try add(
                .image(result.images.count),
                PDFPath(PDFRectangle(PDFPoint(0, 0), PDFPoint(1, 1)), state.matrix),
                nil
            )
            result.images.append(PDFPlacedImage(image: image, matrix: state.matrix))
        case "Form":
            if stream.dictionary["Group"] != nil { result.unfollowed.insert(.transparency) }
            try draw(stream)
        default: throw PDFReadingError(.badContent, at: stream.range.lowerBound)
        }
    }

    /// Finds the end of a picture inside the content: white space, `EI`, and no more of a word.
    mutating func skipInlineImage(_ scanner: inout PDFScanner) throws(PDFReadingError) {
        result.unfollowed.insert(.inlineImage)
        scanner.skipSpace()
        while scanner.next == UInt8(ascii: "/") {
            _ = try scanner.value()
            _ = try scanner.value()
            scanner.skipSpace()
        }
        guard scanner.take(word: "ID") else { throw scanner.fault(.badContent) }
        while scanner.next != nil {
            let isAfterSpace = scanner[scanner.index].isPDFSpace
            scanner.index += 1
            guard isAfterSpace, scanner.take(word: "EI") else { continue }
            let square = PDFRectangle(PDFPoint(0, 0), PDFPoint(1, 1))
            try add(.other, PDFPath(square, state.matrix), nil)
            return
        }
        throw scanner.fault(.badContent)
    }
}

extension PDFImage {
    /// Reads what a picture's dictionary says (ISO 32000-1, 8.9.5).
    init(_ stream: PDFStream, in store: ObjectStore) throws(PDFReadingError) {
        let dictionary = stream.dictionary
        let filters = try store.filters(of: dictionary)
        let space = try store.entry("ColorSpace", of: dictionary)
        guard let width = try store.entry("Width", of: dictionary).integer,
            let height = try store.entry("Height", of: dictionary).integer,
            1...(1 << 20) ~= width, 1...(1 << 20) ~= height
        else { throw PDFReadingError(.badObject, at: stream.range.lowerBound) }
        let isPalette = try store.resolved(space.array?.first).name == "Indexed"
        let masks = [dictionary["SMask"], dictionary["Mask"]]
        self.init(
            number: stream.number,
            width: width,
            height: height,
            bits: try store.entry("BitsPerComponent", of: dictionary).integer ?? 0,
            filters: filters.map(\.name),
            predictor: filters.last?.predictor ?? 1,
            colourSpace: try store.resolved(space.array?.first ?? space).name,
            palette: isPalette ? try Self.palette(of: space.array ?? [], in: store) : nil,
            hasMask: masks.contains { $0 != nil },
            otherEntries: Self.otherEntries(of: dictionary, filters),
            range: stream.range
        )
    }

    private static let knownEntries: Set = [
        "Type", "Subtype", "Width", "Height", "BitsPerComponent", "ColorSpace", "Filter", "Length",
    ]

    /// A predictor's parameters say no more than how the bytes are coded; a JPEG's change its colours.
    private static func otherEntries(
        of dictionary: PDFDictionary,
        _ filters: [StreamFilter]
    ) -> [String] {
        let isPredicted = filters.allSatisfy { $0.name == "FlateDecode" }
        return dictionary.keys.filter {
            !knownEntries.contains($0) && !($0 == "DecodeParms" && isPredicted)
        }.sorted()
    }

    private static func palette(
        of space: [PDFValue],
        in store: ObjectStore
    ) throws(PDFReadingError) -> [UInt8]? {
        guard space.count == 4 else { return nil }
        let table = try store.resolved(space[3])
        if let stream = table.stream { return try store.decoded(stream) }
        return table.string
    }
}
