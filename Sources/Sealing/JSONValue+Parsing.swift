extension JSONValue {
    /// How much a JSON text may ask of its reader.
    public struct Limits: Hashable, Sendable {
        /// How deep arrays and objects may be nested.
        public var depth: Int
        /// How long the text may be, in bytes.
        public var bytes: Int
        /// How many values there may be: one takes up to a hundred times as much room as in the text.
        public var values: Int

        /// Sets the limits: 64 levels, 64 MiB and two million values unless told.
        public init(depth: Int = 64, bytes: Int = 64 << 20, values: Int = 2_000_000) {
            self.depth = depth
            self.bytes = bytes
            self.values = values
        }
    }

    /// Reads a JSON text strictly.
    ///
    /// Beyond RFC 8259's grammar it refuses a byte order mark, members of equal name, lone
    /// surrogates and numbers that overflow a double. A number too fine for a double is rounded.
    ///
    /// - Parameters:
    ///   - bytes: The whole text, in UTF-8.
    ///   - limits: How deep and how long it may be.
    /// - Throws: A ``JSONError`` with the offset of the first fault.
    public init(parsing bytes: [UInt8], limits: Limits = Limits()) throws(JSONError) {
        guard bytes.count <= limits.bytes else { throw JSONError(.tooLong, at: limits.bytes) }
        var parser = JSONParser(bytes: bytes, limits: limits)
        self = try parser.document()
    }

    /// Whether the bytes are a JSON text in the canonical form of RFC 8785.
    public static func isCanonical(_ bytes: [UInt8], limits: Limits = Limits()) -> Bool {
        guard let value = try? JSONValue(parsing: bytes, limits: limits),
            let canonical = try? value.canonicalBytes(maximalDepth: limits.depth)
        else { return false }
        return canonical == bytes
    }
}
