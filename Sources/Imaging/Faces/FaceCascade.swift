/// A boosted cascade of local binary patterns that tells faces from anything else, as trained by
/// OpenCV (`opencv_traincascade`) and read from its XML.
///
/// Debian has trained ones in the package opencv-data.
public struct FaceCascade: Hashable, Sendable {
    /// A rectangle of the window: the first of 3x3 alike, whose sums are compared.
    struct Feature: Hashable, Sendable {
        let x: Int
        let y: Int
        let width: Int
        let height: Int
    }

    /// One question: whether the pattern of a feature is in a set.
    struct Weak: Hashable, Sendable {
        let feature: Feature
        /// 256 bits, one for each pattern.
        let patterns: SIMD8<UInt32>
        /// What the stage gets if it is, and if it is not.
        let member: Double
        let stranger: Double
    }

    /// Questions whose answers must add up to a threshold, or else there is no face.
    struct Stage: Hashable, Sendable {
        var threshold: Double
        var weaks: [Weak] = []
    }

    /// The side of the square window that the cascade looks at.
    let side: Int
    let stages: [Stage]

    /// Reads a cascade; nil if the XML is not one of local binary patterns of depth 1.
    public init?(xml: Span<UInt8>) {
        var reader = FaceCascadeReader()
        guard let parts = reader.read(xml) else { return nil }
        side = parts.side
        stages = parts.stages
    }

    /// Whether a window of an image may be a face; false at once if the first stage says so.
    func judge(_ image: IntegralImage, x: Int, y: Int) -> (isFace: Bool, stagesPassed: Int) {
        for (index, stage) in stages.enumerated() {
            var sum = 0.0
            for weak in stage.weaks {
                let pattern = image.pattern(weak.feature, x: x, y: y)
                let isMember = weak.patterns[pattern >> 5] >> UInt32(pattern & 31) & 1 == 1
                sum += isMember ? weak.member : weak.stranger
            }
            guard sum >= stage.threshold else { return (false, index) }
        }
        return (true, stages.count)
    }
}
