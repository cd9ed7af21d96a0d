/// Checks that each row of inflated data begins with one of the five filter types.
struct FilterByteCheck {
    /// The most bytes behind the last row: decoders pass over all of them, however many.
    static let mostExcess = 65_536

    private let passes: [PNGPass]
    private var pass = 0
    private var rowsLeft: Int
    /// Bytes until the next filter byte.
    private var distance = 0
    /// Bytes still to come.
    private(set) var bytesLeft: Int
    /// Bytes behind the last row.
    private(set) var excess = 0

    init(_ passes: [PNGPass]) {
        self.passes = passes
        rowsLeft = passes[0].rows
        bytesLeft = passes.reduce(0) { $0 + $1.byteCount }
    }

    /// Goes over the next portion of data; returns how many bytes of it belong to rows.
    mutating func check(_ data: Span<UInt8>) throws(DecodeFault) -> Int {
        let count = min(data.count, bytesLeft)
        bytesLeft -= count
        excess += data.count - count
        guard excess <= Self.mostExcess else { throw .corrupt("more data than rows") }
        var offset = distance
        while offset < count {
            guard data[offset] <= 4 else { throw .corrupt("filter type \(data[offset])") }
            if rowsLeft == 0 {
                pass += 1
                rowsLeft = passes[pass].rows
            }
            rowsLeft -= 1
            offset += 1 + passes[pass].rowBytes
        }
        distance = offset - count
        return count
    }
}
