/// Looks for faces of all sizes in a portrait, with the steps and the grouping of OpenCV's
/// `detectMultiScale`.
package struct FaceSearch {
    /// Portraits are searched at this height.
    static let height = 400
    /// From one size of the window to the next.
    static let scale = 1.1
    /// The least size of a face, in hundredths of the short side.
    static let leastFace = 18
    /// More windows than this must agree on a face.
    static let leastNeighbours = 3

    private let cascade: FaceCascade

    package init(_ cascade: FaceCascade) { self.cascade = cascade }

    /// How many faces a portrait shows.
    package func count(in portrait: LumaPlane) -> Int { faces(in: portrait).count }

    /// The faces of a portrait, each as the mean of the windows that agree on it.
    package func faces(in portrait: LumaPlane) -> [FaceWindow] {
        var plane = portrait
        while plane.height >= 2 * Self.height { plane = plane.halved }
        let width = max(plane.width * Self.height / plane.height, 1)
        let windows = windows(in: plane.interpolated(width: width, height: Self.height))
        return FaceWindow.groups(windows).filter { $0.count > Self.leastNeighbours }.map {
            FaceWindow(mean: $0, scale: Double(portrait.height) / Double(Self.height))
        }
    }

    private func windows(in plane: LumaPlane) -> [FaceWindow] {
        let shortSide = min(plane.width, plane.height)
        var windows: [FaceWindow] = []
        var factor = 1.0
        while true {
            let side = Int((Double(cascade.side) * factor).rounded())
            guard side <= shortSide else { return windows }
            if side * 100 >= Self.leastFace * shortSide {
                windows += self.windows(in: plane, factor: factor, side: side)
            }
            factor *= Self.scale
        }
    }

    private func windows(in plane: LumaPlane, factor: Double, side: Int) -> [FaceWindow] {
        let width = Int((Double(plane.width) / factor).rounded())
        let height = Int((Double(plane.height) / factor).rounded())
        let image = IntegralImage(plane.interpolated(width: width, height: height))
        let step = factor > 2 ? 1 : 2
        var windows: [FaceWindow] = []
        for y in stride(from: 0, through: height - cascade.side, by: step) {
            var x = 0
            while x <= width - cascade.side {
                let verdict = cascade.judge(image, x: x, y: y)
                if verdict.isFace {
                    windows.append(
                        FaceWindow(
                            x: Int((Double(x) * factor).rounded()),
                            y: Int((Double(y) * factor).rounded()),
                            side: side
                        )
                    )
                }
                // What the first stage refuses has no face beside it either.
                x += verdict.stagesPassed == 0 ? 2 * step : step
            }
        }
        return windows
    }
}

extension LumaPlane {
    /// The plane at another size, each sample between the four nearest ones (in 1/256).
    func interpolated(width newWidth: Int, height newHeight: Int) -> LumaPlane {
        let source = samples.span
        let columns = (0..<newWidth).map { Self.place($0, of: newWidth, in: width) }
        let result = [UInt8](capacity: newWidth * newHeight) { output in
            for y in 0..<newHeight {
                let row = Self.place(y, of: newHeight, in: height)
                let upper = row.first * width
                let lower = row.second * width
                for column in columns {
                    let above =
                        Int(source[upper + column.first]) * (256 - column.weight)
                        + Int(source[upper + column.second]) * column.weight
                    let below =
                        Int(source[lower + column.first]) * (256 - column.weight)
                        + Int(source[lower + column.second]) * column.weight
                    let sum = above * (256 - row.weight) + below * row.weight
                    output.append(UInt8(truncatingIfNeeded: (sum + 32_768) >> 16))
                }
            }
        }
        return LumaPlane(checked: result, width: newWidth, height: newHeight)
    }

    private static func place(
        _ index: Int,
        of count: Int,
        in length: Int
    ) -> (first: Int, second: Int, weight: Int) {
        let centre = (2 * index + 1) * length * 128 / count - 128
        let place = min(max(centre, 0), (length - 1) * 256)
        return (place >> 8, min((place >> 8) + 1, length - 1), place & 255)
    }
}
