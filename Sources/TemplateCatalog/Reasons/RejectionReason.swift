/// A reason for which an office refuses a registration.
public struct RejectionReason: Hashable, Sendable {
    /// The word that logs bear.
    public let code: String
    /// What people read.
    public let wording: ReasonWording
    /// Whether the reviewer must add words of their own.
    public let needsNote: Bool

    init(_ value: YAMLValue) throws(CatalogError) {
        let mapping = try YAMLMapping(value, keys: ["code", "name", "note", "zh", "en"])
        code = try mapping.required("code").reasonCode()
        wording = try ReasonWording(mapping)
        needsNote = try mapping.needsNote()
    }
}

extension YAMLValue {
    /// A word that can bear nobody's name or number.
    func reasonCode() throws(CatalogError) -> String {
        let text = try words()
        let isWord = text.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "-")
        }
        guard isWord, text.utf8.count <= 32 else {
            throw error(.wrongValue, "a code is lower-case letters and hyphens, 32 at most")
        }
        return text
    }
}

extension YAMLMapping {
    /// Whether `note: required` is there.
    func needsNote() throws(CatalogError) -> Bool {
        guard let note = optional("note") else { return false }
        guard try note.text() == "required" else {
            throw note.error(.wrongValue, "one of these is expected: \("required")")
        }
        return true
    }
}
