/// How strongly a JPEG was quantized, on the scale of the Independent JPEG Group.
public struct JPEGQuality: Hashable, Sendable {
    /// 1 (coarsest) to 100.
    public var value: Int
    /// Whether the file's table is just the one of that quality, not merely the closest.
    public var isExact: Bool

    /// States a quality.
    public init(value: Int, isExact: Bool) {
        self.value = value
        self.isExact = isExact
    }
}
