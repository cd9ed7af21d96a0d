/// A value of a PDF (ISO 32000-1, 7.3).
enum PDFValue: Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case real(Double)
    case string([UInt8])
    case name(String)
    case array([PDFValue])
    case dictionary(PDFDictionary)
    case reference(ObjectID)
    indirect case stream(PDFStream)
}

typealias PDFDictionary = [String: PDFValue]

/// What an indirect object is called.
struct ObjectID: Hashable, Sendable {
    let number: Int32
    let generation: Int32
}

/// A stream: what its dictionary says, and where its bytes lie in the file as they are stored.
struct PDFStream: Sendable {
    let number: Int
    let dictionary: PDFDictionary
    let range: Range<Int>
}

extension PDFValue {
    var integer: Int? {
        if case .integer(let value) = self { value } else { nil }
    }

    var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .real(let value): value
        default: nil
        }
    }

    var name: String? {
        if case .name(let name) = self { name } else { nil }
    }

    var string: [UInt8]? {
        if case .string(let bytes) = self { bytes } else { nil }
    }

    var array: [PDFValue]? {
        if case .array(let values) = self { values } else { nil }
    }

    /// A dictionary, or a stream's.
    var dictionary: PDFDictionary? {
        switch self {
        case .dictionary(let dictionary): dictionary
        case .stream(let stream): stream.dictionary
        default: nil
        }
    }

    var stream: PDFStream? {
        if case .stream(let stream) = self { stream } else { nil }
    }

    var reference: ObjectID? {
        if case .reference(let id) = self { id } else { nil }
    }

    var isNull: Bool {
        if case .null = self { true } else { false }
    }
}
