package import Registration

/// The sides at which the largest bright thing, taken for the document, runs out of the picture.
package enum CutOff {
    /// Gaps up to this length are print within the document.
    static let gap = 8
    /// Half the side of the box mean, run twice, that keeps print out of the threshold.
    static let blurReach = 2
    /// Hundredths of a side that must be touched.
    static let leastTouch = 25

    /// Finds the sides on the overview of a picture; none where nothing stands out.
    package static func sides(_ plane: LumaPlane) -> PictureSides {
        let soft = plane.boxMean(reach: blurReach).boxMean(reach: blurReach)
        let threshold = LightLevels(soft).otsuThreshold
        let bits = soft.samples.map { Int($0) > threshold ? UInt8(1) : 0 }
        var mask = BinaryMask(width: plane.width, height: plane.height, bits: bits)
        mask.closeGaps(ofUpTo: gap)
        let largest = MaskComponents(mask).components.max { $0.area < $1.area }
        guard let largest else { return [] }
        var sides: PictureSides = []
        if largest.top * 100 > leastTouch * plane.width { sides.insert(.top) }
        if largest.bottom * 100 > leastTouch * plane.width { sides.insert(.bottom) }
        if largest.left * 100 > leastTouch * plane.height { sides.insert(.left) }
        if largest.right * 100 > leastTouch * plane.height { sides.insert(.right) }
        return sides
    }
}

extension LumaPlane {
    /// Means over a square window, cut off at the borders.
    func boxMean(reach: Int) -> LumaPlane {
        var window = ColumnSums(self, reach: reach)
        let source = samples.span
        let result = [UInt8](capacity: source.count) { output in
            for y in 0..<height {
                window.moveToRow(y, of: source)
                // A product in place of most divisions: exact for areas of less than 2^16 samples.
                let wholeArea = window.wholeArea
                let reciprocal = (1 << 40) / wholeArea + 1
                let isSmall = wholeArea < 1 << 16
                window.visit { _, sum, area in
                    let rounded = sum &+ area / 2
                    let mean =
                        isSmall && area == wholeArea
                        ? (rounded &* reciprocal) >> 40 : rounded / area
                    output.append(UInt8(truncatingIfNeeded: mean))
                }
            }
        }
        return LumaPlane(checked: result, width: width, height: height)
    }
}
