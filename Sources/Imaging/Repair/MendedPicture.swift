public import Registration

/// A picture after mending.
public struct MendedPicture: Hashable, Sendable {
    /// The file; the bytes that were given if nothing could or need be done.
    public var bytes: [UInt8]
    /// The format of the file.
    public var format: PictureFormat
    /// What was done, in order; empty if nothing was.
    public var steps: [RepairStep]
    /// What could not be done.
    public var shortfalls: [RepairShortfall]
}
