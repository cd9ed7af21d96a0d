import CLinux

/// The memory that pictures were decoded in.
public enum DecodingMemory {
    /// Gives it back: decoders took as much as whole pictures need, in every worker, and the C library keeps
    /// what it got.
    public static func release() { malloc_trim(0) }
}
