/// The bytes of streams whose dictionaries libharu keeps without them, by object number.
final class StreamPayloads {
    private var payloads: [Int: [UInt8]] = [:]
    /// The object, if any, whose bytes are filled in last.
    var slot: Int?

    subscript(number: Int) -> [UInt8]? {
        get { payloads[number] }
        set { payloads[number] = newValue }
    }
}
