/// Values by character, found without hashing: text is looked up one character at a time.
struct ScalarTable<Value> {
    /// The values of 256 characters each; pages without any are empty.
    private var pages: [[Value?]] = Array(repeating: [], count: 0x1100)

    subscript(scalar: Unicode.Scalar) -> Value? {
        get {
            let page = pages[Int(scalar.value >> 8)]
            return page.isEmpty ? nil : page[Int(scalar.value & 255)]
        }
        set {
            let page = Int(scalar.value >> 8)
            if pages[page].isEmpty { pages[page] = Array(repeating: nil, count: 256) }
            pages[page][Int(scalar.value & 255)] = newValue
        }
    }
}
