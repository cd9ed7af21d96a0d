/// The bytes of a stream, compressed once however often they are written.
struct StreamBytes {
    /// The bytes that the stream stands for.
    let plain: [UInt8]
    /// The same for FlateDecode.
    let deflated: [UInt8]

    init(plain: [UInt8], deflated: [UInt8]) {
        self.plain = plain
        self.deflated = deflated
    }

    init(_ plain: [UInt8], _ deflater: Deflater, _ effort: Deflater.Effort) {
        self.plain = plain
        deflated = deflater.deflated(plain, effort)
    }
}
