import Registration
import Yams

/// A value in a YAML file, read by asking for a type; errors name its line and column.
struct YAMLValue {
    let node: Node
    let file: String
    /// Where faults are noted; nil where the first one ends the reading.
    let log: FaultLog?

    init(_ node: Node, file: String, log: FaultLog? = nil) {
        self.node = node
        self.file = file
        self.log = log
    }

    var place: SourcePlace? { node.mark.map(SourcePlace.init) }

    func error(_ code: CatalogError.Code, _ message: CatalogMessage) -> CatalogError {
        CatalogError(code, file: file, place: place, message: message)
    }

    /// Reads a part by itself: where faults are noted, a fault of this part leaves the others be.
    ///
    /// - Returns: The part; nil if it has a fault that was noted.
    /// - Throws: The part's fault, where the first one ends the reading.
    func attempt<Part>(
        _ read: () throws(CatalogError) -> Part
    ) throws(CatalogError) -> Part? {
        do {
            return try read()
        } catch {
            guard let log else { throw error }
            log.note(error)
            return nil
        }
    }

    /// Remembers where a part of the file stands, if anybody will want to know.
    func mark(_ part: TemplatePart) { log?.places[part] = place }

    /// Reads a part and remembers its place unless it has a fault: what was only half read must not
    /// be judged as a whole.
    func marking<Part>(
        _ part: TemplatePart,
        _ read: () throws(CatalogError) -> Part
    ) throws(CatalogError) -> Part {
        let troubles = log?.troubles
        let value = try read()
        if log?.troubles == troubles { mark(part) }
        return value
    }

    var isScalar: Bool {
        if case .scalar = node { return true }
        return false
    }

    var isList: Bool {
        if case .sequence = node { return true }
        return false
    }

    /// Whether nothing, `~` or `null` is written.
    var isNull: Bool {
        guard let plain else { return false }
        return ["", "~", "null"].contains(plain)
    }

    /// A scalar written without quotes: only such a one may be a number, a flag, a date or null.
    private var plain: String? {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return nil }
        return scalar.string
    }

    func text() throws(CatalogError) -> String {
        guard case .scalar(let scalar) = node, !isNull else {
            throw error(.wrongType, "a text is expected")
        }
        return scalar.string
    }

    /// A text with something in it.
    func words() throws(CatalogError) -> String {
        let text = try text()
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw error(.wrongValue, "this must not be empty")
        }
        return text
    }

    func integer() throws(CatalogError) -> Int {
        guard let plain, let number = Int(plain), String(number) == plain else {
            throw error(.wrongType, "a whole number is expected")
        }
        return number
    }

    func integer(in range: ClosedRange<Int>) throws(CatalogError) -> Int {
        let number = try integer()
        guard range.contains(number) else {
            throw error(
                .wrongValue,
                "a number from \(range.lowerBound) to \(range.upperBound) is expected"
            )
        }
        return number
    }

    func number() throws(CatalogError) -> Double {
        guard let plain, let number = Double(plain), number.isFinite else {
            throw error(.wrongType, "a number is expected")
        }
        return number
    }

    func number(in range: ClosedRange<Int>) throws(CatalogError) -> Double {
        let number = try number()
        guard (Double(range.lowerBound)...Double(range.upperBound)).contains(number) else {
            throw error(
                .wrongValue,
                "a number from \(range.lowerBound) to \(range.upperBound) is expected"
            )
        }
        return number
    }

    func flag() throws(CatalogError) -> Bool {
        switch plain {
        case "true": true
        case "false": false
        default: throw error(.wrongType, "true or false is expected")
        }
    }

    /// A date, of which the day, or month and day, may be left out.
    func date() throws(CatalogError) -> PartialDate {
        guard let date = PartialDate(try text()) else {
            throw error(.wrongType, "a date is expected: YYYY-MM-DD, YYYY-MM or YYYY")
        }
        return date
    }

    func list() throws(CatalogError) -> [YAMLValue] {
        guard case .sequence(let sequence) = node else {
            throw error(.wrongType, "a list is expected")
        }
        return sequence.map { YAMLValue($0, file: file, log: log) }
    }

    /// The elements of a list, each read by itself.
    func each<Part>(
        _ read: (YAMLValue) throws(CatalogError) -> Part
    ) throws(CatalogError) -> [Part] {
        var parts: [Part] = []
        for item in try list() {
            if let part = try attempt({ () throws(CatalogError) in try read(item) }) {
                parts.append(part)
            }
        }
        return parts
    }

    /// One of the words of an enumeration.
    func word<Word: RawRepresentable & CaseIterable>(of type: Word.Type) throws(CatalogError)
        -> Word
    where Word.RawValue == String {
        guard let word = Word(rawValue: try text()) else {
            let allowed = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw error(.wrongValue, "one of these is expected: \(allowed)")
        }
        return word
    }

    /// A scalar as the only element, or a list.
    func oneOrMore() throws(CatalogError) -> [YAMLValue] {
        isList ? try list() : [self]
    }
}
