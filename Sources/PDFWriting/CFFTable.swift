/// Reads a CFF table (Adobe Technical Note #5176).
struct CFFTable {
    /// Where an object of an INDEX begins and ends.
    typealias Extent = (start: Int, end: Int)

    /// The operands of a DICT's operators as they are coded; an operator after 12 counts from 1200.
    typealias Dictionary = [Int: ArraySlice<UInt8>]

    enum Operator {
        static let fontBox = 5
        static let charset = 15
        static let charStrings = 17
        static let privateDictionary = 18
        /// The width that is left out, and the one that others are told from.
        static let widths = [20, 21]
        static let matrix = 1207
        static let glyphCount = 1234
        static let fontDictionaries = 1236
        static let fontDictionarySelect = 1237
    }

    let top: Dictionary
    private let data: FontBytes

    init(_ data: FontBytes) throws(PDFError) {
        self.data = data
        let names = try Self.index(at: data.number(at: 2, size: 1), of: data)
        let tops = try Self.index(at: names.end, of: data)
        guard let first = tops.objects.first else { throw data.damage }
        top = try Self.dictionary(data.part(first.start, first.end), data)
    }

    /// What is thrown where the table does not hold together.
    var damage: PDFError { data.damage }

    func part(_ extent: Extent) throws(PDFError) -> ArraySlice<UInt8> {
        try data.part(extent.start, extent.end)
    }

    /// The objects of the INDEX that an operator points to.
    func objects(_ name: Int) throws(PDFError) -> [Extent] {
        guard let offset = integers(top[name]).first else { throw data.damage }
        return try Self.index(at: offset, of: data).objects
    }

    /// The DICTs that say how glyphs are to be read: one for each group of glyphs, or one for all.
    func fontDictionaries() throws(PDFError) -> [Dictionary] {
        guard top[Operator.fontDictionaries] != nil else { return [top] }
        var dictionaries: [Dictionary] = []
        for extent in try objects(Operator.fontDictionaries) {
            dictionaries.append(try Self.dictionary(part(extent), data))
        }
        return dictionaries
    }

    /// The Private DICT that a font's DICT points to.
    func privateDictionary(of font: Dictionary) throws(PDFError) -> Dictionary {
        let place = integers(font[Operator.privateDictionary])
        guard place.count == 2 else { throw data.damage }
        let bytes = try data.part(place[1], place[1] &+ place[0])
        return try Self.dictionary(bytes, data)
    }

    /// The position of each glyph's DICT among the font's.
    func fontDictionaryNumbers(glyphCount: Int) throws(PDFError) -> [Int] {
        guard let offset = integers(top[Operator.fontDictionarySelect]).first else {
            return Array(repeating: 0, count: glyphCount)
        }
        var numbers: [Int] = []
        if try data.number(at: offset, size: 1) == 0 {
            for glyph in 0..<glyphCount {
                numbers.append(try data.number(at: offset + 1 + glyph, size: 1))
            }
            return numbers
        }
        for range in 0..<(try data.number(at: offset + 1)) {
            let entry = offset + 3 + 3 * range
            let number = try data.number(at: entry + 2, size: 1)
            while numbers.count < min(try data.number(at: entry + 3), glyphCount) {
                numbers.append(number)
            }
        }
        guard numbers.count == glyphCount else { throw data.damage }
        return numbers
    }

    private static func index(
        at offset: Int,
        of data: FontBytes
    ) throws(PDFError) -> (objects: [Extent], end: Int) {
        let count = try data.number(at: offset)
        guard count > 0 else { return ([], offset + 2) }
        let size = try data.number(at: offset + 2, size: 1)
        guard (1...4).contains(size) else { throw data.damage }
        let base = offset + 2 + (count + 1) * size
        var objects: [Extent] = []
        var start = base + 1
        for number in 1...count {
            let end = base + (try data.number(at: offset + 3 + number * size, size: size))
            guard start <= end else { throw data.damage }
            objects.append((start, end))
            start = end
        }
        return (objects, start)
    }

    private static func dictionary(
        _ bytes: ArraySlice<UInt8>,
        _ data: FontBytes
    ) throws(PDFError) -> Dictionary {
        var entries: Dictionary = [:]
        var rest = bytes
        var operands = rest.startIndex
        while let byte = rest.first {
            if byte > 21 {
                guard let length = operandLength(rest), length <= rest.count else {
                    throw data.damage
                }
                rest = rest.dropFirst(length)
                continue
            }
            let found = bytes[operands..<rest.startIndex]
            rest = rest.dropFirst()
            var name = Int(byte)
            if byte == 12 {
                guard let second = rest.popFirst() else { throw data.damage }
                name = 1200 + Int(second)
            }
            entries[name] = found
            operands = rest.startIndex
        }
        return entries
    }

    private static func operandLength(_ bytes: ArraySlice<UInt8>) -> Int? {
        switch bytes.first {
        case 28?: 3
        case 29?: 5
        case 30?: bytes.dropFirst().firstIndex { $0 & 15 == 15 }.map { $0 - bytes.startIndex + 1 }
        case (32...246)?: 1
        case (247...254)?: 2
        default: nil
        }
    }

    private func integers(_ operands: ArraySlice<UInt8>?) -> [Int] {
        var numbers: [Int] = []
        var rest = Array(operands ?? [])[...]
        while let byte = rest.first, let length = Self.operandLength(rest), length <= rest.count {
            let tail = rest.dropFirst().prefix(length - 1).reduce(0) { $0 << 8 | Int($1) }
            switch byte {
            case 28: numbers.append(Int(Int16(truncatingIfNeeded: tail)))
            case 29: numbers.append(Int(Int32(truncatingIfNeeded: tail)))
            case 32...246: numbers.append(Int(byte) - 139)
            case 247...250: numbers.append((Int(byte) - 247) * 256 + tail + 108)
            case 251...254: numbers.append(-(Int(byte) - 251) * 256 - tail - 108)
            default: return []
            }
            rest = rest.dropFirst(length)
        }
        return numbers
    }
}
