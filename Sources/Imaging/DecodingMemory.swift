import CLinux

/// The memory that pictures are decoded in.
public enum DecodingMemory {
    /// Has all workers take memory from one heap, if there are none yet.
    ///
    /// Else each keeps as much for itself as its largest picture took.
    public static func share() { _ = mallopt(-8, 1) }

    /// Gives it back to the system: decoders took as much as whole pictures need, and the C library keeps it.
    public static func release() { _ = malloc_trim(0) }
}
