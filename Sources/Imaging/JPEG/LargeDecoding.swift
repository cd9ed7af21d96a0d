import Synchronization

/// Lets pictures of which all coefficients must be kept to the end be decoded one at a time.
///
/// Such a picture takes many times the memory of any other, and several workers would meet several of
/// them at once. Few pictures are like this, so that hardly anybody waits.
enum LargeDecoding {
    private static let turn = Mutex(())
    /// Below so many bytes several may be decoded at once.
    private static let share = 4_000_000

    /// Decodes when no other large picture is being decoded.
    static func run<Result, Failure: Error>(
        bytes: Int,
        _ decode: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard bytes > share else { return try decode() }
        return try turn.withLock { _ throws(Failure) in try decode() }
    }
}
