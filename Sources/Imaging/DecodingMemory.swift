import CLinux

/// The memory that pictures are decoded in.
public enum DecodingMemory {
    /// Has all workers take memory from one heap: else each keeps as much for itself as its largest picture
    /// took. To be called before there are workers.
    public static func share() { _ = mallopt(-8, 1) }

    /// Gives it back: decoders took as much as whole pictures need, and the C library keeps what it got.
    public static func release() { _ = malloc_trim(0) }
}
