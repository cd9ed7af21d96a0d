/// The lowest bytes of a number, least significant first.
func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
}

/// The lowest bytes of a number, most significant first.
func big(_ value: Int, _ count: Int) -> [UInt8] { little(value, count).reversed() }
