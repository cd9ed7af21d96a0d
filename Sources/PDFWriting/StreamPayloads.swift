/// The bytes of streams whose dictionaries are kept without them, by object number.
final class StreamPayloads {
    private var payloads: [[UInt8]?] = []
    /// The object, if any, whose bytes are filled in last.
    var slot: Int?

    subscript(number: Int) -> [UInt8]? {
        get { payloads.indices.contains(number) ? payloads[number] : nil }
        set {
            while payloads.count <= number { payloads.append(nil) }
            payloads[number] = newValue
        }
    }
}
