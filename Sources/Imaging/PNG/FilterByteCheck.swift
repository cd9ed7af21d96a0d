/// Checks that each row of inflated data begins with one of the five filter types.
struct FilterByteCheck {
    private let passes: [PNGPass]
    private var pass = 0
    private var rowsLeft: Int
    /// Bytes until the next filter byte.
    private var distance = 0
    /// Bytes still to come.
    private(set) var bytesLeft: Int

    init(_ passes: [PNGPass]) {
        self.passes = passes
        rowsLeft = passes[0].rows
        bytesLeft = passes.reduce(0) { $0 + $1.byteCount }
    }

    /// Goes over the next portion of data.
    mutating func check(_ data: Span<UInt8>) throws(DecodeFault) {
        guard data.count <= bytesLeft else { throw .corrupt("more data than rows") }
        bytesLeft -= data.count
        var offset = distance
        while offset < data.count {
            guard data[offset] <= 4 else { throw .corrupt("filter type \(data[offset])") }
            if rowsLeft == 0 {
                pass += 1
                rowsLeft = passes[pass].rows
            }
            rowsLeft -= 1
            offset += 1 + passes[pass].rowBytes
        }
        distance = offset - data.count
    }
}
