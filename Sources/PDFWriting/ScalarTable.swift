/// Values by character, found without hashing: text is looked up one character at a time.
struct ScalarTable<Value> {
    /// Where the values of each 256 characters begin; less than 0 for those of which none is there.
    private var starts = [Int32](repeating: -1, count: 0x1100)
    private var values: [Value?] = []

    subscript(scalar: Unicode.Scalar) -> Value? {
        get {
            let start = Int(starts[Int(scalar.value >> 8)])
            return start < 0 ? nil : values[start + Int(scalar.value & 255)]
        }
        set {
            let page = Int(scalar.value >> 8)
            if starts[page] < 0 {
                starts[page] = Int32(values.count)
                values += repeatElement(nil, count: 256)
            }
            values[Int(starts[page]) + Int(scalar.value & 255)] = newValue
        }
    }
}
