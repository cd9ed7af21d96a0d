/// Reads PDF's tokens and values from a range of bytes, in one pass and with bounds on all it makes.
struct PDFScanner {
    var index: Int
    let end: Int
    /// Where the stream lies whose unpacked bytes these are; nil for the bytes of the file itself.
    let streamOffset: Int?
    /// How many values may still be made.
    var allowance: Int
    /// Whether `1 0 R` is a value: not so in content.
    let readsReferences: Bool
    private let nesting: Int
    /// Where more is read from; nil if all is in the block.
    private let file: PDFBytes?
    private var block: PDFBlock

    /// Reads a range of a file.
    init(_ file: PDFBytes, _ range: Range<Int>, limits: PDFLimits, allowance: Int) {
        self.file = file
        block = PDFBlock(start: 0, bytes: [])
        index = max(0, range.lowerBound)
        end = min(range.upperBound, file.count)
        nesting = limits.nesting
        self.allowance = allowance
        streamOffset = nil
        readsReferences = true
    }

    /// Reads a range of the unpacked bytes of the stream that lies at an offset of the file.
    init(
        _ bytes: [UInt8],
        _ range: Range<Int>,
        limits: PDFLimits,
        allowance: Int,
        streamOffset: Int,
        readsReferences: Bool = true
    ) {
        file = nil
        block = PDFBlock(start: 0, bytes: bytes)
        index = max(0, range.lowerBound)
        end = min(range.upperBound, bytes.count)
        nesting = limits.nesting
        self.allowance = allowance
        self.streamOffset = streamOffset
        self.readsReferences = readsReferences
    }

    var next: UInt8? { mutating get { index < end ? self[index] : nil } }

    /// The byte at a place before the end.
    subscript(place: Int) -> UInt8 {
        mutating get {
            if !block.contains(place), let file { block = file.block(at: place) }
            return block.bytes[place - block.start]
        }
    }

    /// The bytes of a range before the end.
    mutating func bytes(in range: Range<Int>) -> ArraySlice<UInt8> {
        guard range.lowerBound >= block.start, range.upperBound - block.start <= block.bytes.count
        else { return range.map { self[$0] }[...] }
        return block.bytes[range.lowerBound - block.start..<range.upperBound - block.start]
    }

    /// The error at this place.
    func fault(_ code: PDFReadingError.Code) -> PDFReadingError {
        PDFReadingError(code, at: streamOffset ?? min(index, file?.count ?? end))
    }

    /// Skips white space and comments.
    mutating func skipSpace() {
        while index < end {
            let byte = self[index]
            if byte.isPDFSpace {
                index += 1
            } else if byte == UInt8(ascii: "%") {
                while index < end, self[index] != 0x0A, self[index] != 0x0D { index += 1 }
            } else {
                return
            }
        }
    }

    /// Takes a word if it stands here and no longer word does.
    mutating func take(word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard index + count <= end else { return false }
        let matches = word.withUTF8Buffer { buffer in
            for place in 0..<count where unsafe buffer[place] != self[index + place] {
                return false
            }
            return true
        }
        guard matches else { return false }
        guard index + count == end || !self[index + count].isPDFRegular else { return false }
        index += count
        return true
    }

    /// The bytes up to the next white space or delimiter.
    mutating func regularRun() -> Range<Int> {
        let start = index
        while index < end, self[index].isPDFRegular { index += 1 }
        return start..<index
    }

    /// Reads the value that begins after white space.
    mutating func value(depth: Int = 0) throws(PDFReadingError) -> PDFValue {
        skipSpace()
        guard let byte = next else { throw fault(.badSyntax) }
        allowance -= 1
        guard allowance >= 0, depth <= nesting else { throw fault(.overLimit) }
        switch byte {
        case UInt8(ascii: "/"): return .name(try name())
        case UInt8(ascii: "("): return .string(try literalString())
        case UInt8(ascii: "["): return .array(try array(depth: depth))
        case UInt8(ascii: "<"):
            guard index + 1 < end, self[index + 1] == UInt8(ascii: "<") else {
                return .string(try hexString())
            }
            return .dictionary(try dictionary(depth: depth))
        case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            return try numberOrReference()
        default:
            if take(word: "true") { return .boolean(true) }
            if take(word: "false") { return .boolean(false) }
            if take(word: "null") { return .null }
            throw fault(.badSyntax)
        }
    }

    private mutating func array(depth: Int) throws(PDFReadingError) -> [PDFValue] {
        index += 1
        var values: [PDFValue] = []
        while true {
            skipSpace()
            guard let byte = next else { throw fault(.badSyntax) }
            if byte == UInt8(ascii: "]") {
                index += 1
                return values
            }
            values.append(try value(depth: depth + 1))
        }
    }

    private mutating func dictionary(depth: Int) throws(PDFReadingError) -> PDFDictionary {
        index += 2
        var entries: PDFDictionary = [:]
        while true {
            skipSpace()
            guard let byte = next else { throw fault(.badSyntax) }
            if byte == UInt8(ascii: ">") {
                guard index + 1 < end, self[index + 1] == byte else { throw fault(.badSyntax) }
                index += 2
                return entries
            }
            guard byte == UInt8(ascii: "/") else { throw fault(.badSyntax) }
            let key = try name()
            guard entries[key] == nil else { throw fault(.duplicateKey) }
            entries[key] = try value(depth: depth + 1)
        }
    }
}
