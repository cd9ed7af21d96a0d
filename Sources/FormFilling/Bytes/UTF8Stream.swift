/// A text in UTF-8, whatever it was written in, without a mark at its start.
///
/// A text without a mark is taken for UTF-8 unless it cannot be: ASCII is passed on, for it is the same in
/// both, and what follows the first other byte decides.
struct UTF8Stream: ~Copyable {
    private static let window = 65_536

    private let source: any ChunkSource
    private var encoding: TextEncoding?
    private var converter: CharacterConverter?
    /// Bytes that are read and not yet passed on.
    private var held: [UInt8] = []
    private var isBegun = false
    private var line = 1

    init(_ source: any ChunkSource, encoding: TextEncoding? = nil) {
        self.source = source
        self.encoding = encoding
    }

    /// The next piece, not empty; nil at the end.
    mutating func next() throws(FormDataError) -> [UInt8]? {
        if !isBegun { try begin() }
        while true {
            let isEnd = try !read()
            guard !held.isEmpty else { return nil }
            if encoding == nil {
                if held.allSatisfy({ $0 < 0x80 }) { return pass(held.count) }
                try choose(decide())
            }
            let piece = try encoding == .utf8 ? validated() : converted()
            if !piece.isEmpty { return piece }
            guard !isEnd else { throw broken(after: []) }
        }
    }

    private mutating func begin() throws(FormDataError) {
        isBegun = true
        while held.count < 4, try read() {}
        try refuseWhatIsNoText()
        guard let mark = TextEncoding.mark(of: held) else {
            if let encoding { try choose(encoding) }
            return
        }
        held.removeFirst(mark.length)
        try choose(mark.encoding)
    }

    /// People give the workbook itself, or a picture: that has another cure than a wrong encoding.
    private func refuseWhatIsNoText() throws(FormDataError) {
        let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
        let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]
        if held.starts(with: zip) || held.starts(with: compound) {
            throw FormDataError(FormDataFault(.workbook))
        }
        // Only UTF-16 has bytes of nought, and it has a mark before them.
        if encoding == nil, TextEncoding.mark(of: held) == nil, held.contains(0) {
            throw FormDataError(FormDataFault(.notText))
        }
    }

    private mutating func read() throws(FormDataError) -> Bool {
        guard let chunk = try source.next() else { return false }
        held += chunk
        return true
    }

    /// Looks at some of what follows the first byte that is not ASCII.
    private mutating func decide() throws(FormDataError) -> TextEncoding {
        while held.count < Self.window {
            // At the end half a character is none.
            guard try read() else { return held[...].isUTF8 ? .utf8 : .gb18030 }
        }
        return held.prefix(wholeCharacters).isUTF8 ? .utf8 : .gb18030
    }

    private mutating func choose(_ encoding: TextEncoding) throws(FormDataError) {
        self.encoding = encoding
        guard encoding != .utf8 else { return }
        converter = CharacterConverter(from: encoding)
        guard converter != nil else {
            throw FormDataError(
                FormDataFault(.noConverter, values: ["encoding": encoding.rawValue])
            )
        }
    }

    private mutating func validated() throws(FormDataError) -> [UInt8] {
        let count = wholeCharacters
        if let fault = held.prefix(count).firstNonUTF8 { throw broken(after: held.prefix(fault)) }
        return pass(count)
    }

    private mutating func converted() throws(FormDataError) -> [UInt8] {
        guard let step = converter?.convert(held) else { return [] }
        guard !step.isInvalid else { throw broken(after: step.output[...]) }
        held.removeFirst(step.consumed)
        line += step.output.lineFeeds
        return step.output
    }

    private mutating func pass(_ count: Int) -> [UInt8] {
        let piece = Array(held.prefix(count))
        held.removeFirst(count)
        line += piece.lineFeeds
        return piece
    }

    /// How many bytes there are without the start of a character at the end.
    private var wholeCharacters: Int {
        for back in 1...3 where back <= held.count {
            let byte = held[held.count - back]
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
            if byte >= 0xC0 { return length > back ? held.count - back : held.count }
            if byte < 0x80 { break }
        }
        return held.count
    }

    private func broken(after good: ArraySlice<UInt8>) -> FormDataError {
        FormDataError(
            FormDataFault(
                .encoding,
                line: line + Array(good).lineFeeds,
                values: ["encoding": (encoding ?? .utf8).rawValue]
            )
        )
    }
}

extension [UInt8] {
    fileprivate var lineFeeds: Int { reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) } }
}

extension ArraySlice<UInt8> {
    fileprivate var isUTF8: Bool { firstNonUTF8 == nil }

    fileprivate var firstNonUTF8: Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }
}
