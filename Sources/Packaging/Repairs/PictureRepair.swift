public import Registration
public import Review

/// What became of one picture that had something to mend.
public struct PictureRepair: Sendable {
    /// The picture as it lies under `materials`.
    public var original: Picture
    /// The title of its material.
    public var material: String
    /// The advice that goes with the material, such as a tool that a photo must pass.
    public var notes: [String]
    /// The repair; nil if nothing could be done.
    public var entry: RepairLog.Entry?
    /// What could not be done.
    public var shortfalls: [RepairShortfall]
    /// The mended file.
    var bytes: [UInt8] = []
}
