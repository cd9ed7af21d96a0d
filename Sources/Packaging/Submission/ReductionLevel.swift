import TemplateCatalog

/// How far pictures are reduced, the same for all of them: equal bytes would spoil the one that shows most.
public struct ReductionLevel: Hashable, Sendable {
    /// The most pixels an inch that are printed.
    public var dpi: Int
    /// The quality of JPEG, on the scale of the Independent JPEG Group.
    public var quality: Int

    /// States a level.
    public init(dpi: Int, quality: Int) {
        self.dpi = dpi
        self.quality = quality
    }
}

extension SubmissionProfile {
    /// By how many pixels an inch a level goes down.
    private static let step = 5

    /// The levels from the best on: quality first down to a good one, then the resolution, which shows
    /// less than a bad quality would, and only then the quality further.
    func levels(downTo worst: Int) -> [ReductionLevel] {
        let (least, most) = (resolutions.lowerBound, resolutions.upperBound)
        let good = qualities.lowerBound
        var levels = qualities.reversed().map { ReductionLevel(dpi: most, quality: $0) }
        for dpi in stride(from: most - Self.step, to: least, by: -Self.step) {
            levels.append(ReductionLevel(dpi: dpi, quality: good))
        }
        if least < most { levels.append(ReductionLevel(dpi: least, quality: good)) }
        for quality in stride(from: good - 1, through: worst, by: -1) {
            levels.append(ReductionLevel(dpi: least, quality: quality))
        }
        return levels
    }
}
