/// The value of an object as it is written (ISO 32000-1, 7.3).
struct ObjectText {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(64) }

    /// Begins with what is written in the program.
    init(_ text: StaticString) {
        self.init()
        add(text)
    }

    /// Adds brackets, names and the like as they stand in the file.
    mutating func add(_ text: StaticString) {
        text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Adds what was put together before.
    mutating func add(_ bytes: [UInt8]) { self.bytes += bytes }

    /// Adds a name, which has no characters that need an escape.
    mutating func add(name: String) {
        bytes.append(UInt8(ascii: "/"))
        bytes += name.utf8
    }

    mutating func add(_ number: Int) {
        bytes.append(addingCapacity: OutputSpan<UInt8>.mostDigits) { span in
            span.append(" ")
            if number < 0 { span.append("-") }
            span.append(digitsOf: number.magnitude)
        }
    }

    mutating func add(reference number: Int) {
        bytes.append(addingCapacity: 2 * OutputSpan<UInt8>.mostDigits) { span in
            span.append(" ")
            span.append(digitsOf: number.magnitude)
            span.append(" 0 R")
        }
    }

    mutating func add(_ real: ContentText.Number) {
        bytes.append(UInt8(ascii: " "))
        bytes.append(real)
    }

    /// Adds two hexadecimal digits.
    mutating func add(hex byte: UInt8) {
        bytes.append(addingCapacity: 2) { span in
            span.append(hexDigit: byte >> 4)
            span.append(hexDigit: byte & 15)
        }
    }

    /// Adds a string of ASCII that needs no escape.
    mutating func add(string: String) {
        add("(")
        bytes += string.utf8
        add(")")
    }

    /// Adds a text string.
    mutating func add(text: String) {
        add("<FEFF")
        bytes.append(addingCapacity: 4 * text.utf16.count) { span in
            for unit in text.utf16 { span.append(fourHexDigits: unit) }
        }
        add(">")
    }
}
