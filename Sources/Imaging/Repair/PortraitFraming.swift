import Registration

/// Where to cut an identity photo so that its face stands as it must.
///
/// GA 461-2004 wants a head 207 pixels wide in 358, its crown 7 to 21 pixels under the upper edge of
/// 441. The windows of OpenCV's LBP cascade are narrower than heads: seven tenths of them.
struct PortraitFraming {
    /// The side of a face's window in parts of the width of the photo.
    static let faceShare = 0.42
    /// The largest share that still leaves room around the head.
    static let largestFaceShare = 0.52
    /// How far down the middle of the face stands, in parts of the height.
    static let faceHeight = 0.42
    /// From the middle of the face's window to a little above the crown, in sides of the window.
    static let room = 1.32
    /// Where it may stand if there is no other way.
    static let faceHeights = 0.34...0.52

    private let portrait: RepairOrder.Portrait
    private let size: PixelSize
    /// Whether what is cut off beyond the picture may be made up: white paper behind a white wall.
    private let mayPad: Bool

    init(_ portrait: RepairOrder.Portrait, in size: PixelSize, mayPad: Bool) {
        self.portrait = portrait
        self.size = size
        self.mayPad = mayPad
    }

    /// The box to cut out around a face, or why there is none.
    ///
    /// Below a picture there is a body, never a wall: the box is rather made smaller, or moved up.
    func box(around face: FaceWindow) -> Result<PixelBox, RepairShortfall.Reason> {
        let middle = face.y + face.side / 2
        let side = Double(face.side)
        let below = Double(size.height - middle)
        let tallest = max(below / (1 - Self.faceHeight), below + Self.room * side)
        var width = min(
            side / Self.faceShare,
            max(tallest * portrait.size.ratio, side / Self.largestFaceShare)
        )
        if !mayPad {
            width = min(width, Double(size.width), Double(size.height) * portrait.size.ratio)
        }
        var box = box(width: Int(width), around: face)
        box.y = min(box.y, size.height - box.size.height)
        if !mayPad {
            box.x = min(max(box.x, 0), size.width - box.size.width)
            box.y = max(box.y, 0)
        }
        let share = side / Double(box.size.width)
        let height = Double(middle - box.y) / Double(box.size.height)
        guard share <= Self.largestFaceShare + 0.01, Self.faceHeights.contains(height) else {
            return .failure(.init(.faceTooClose))
        }
        return checked(box)
    }

    private func checked(_ box: PixelBox) -> Result<PixelBox, RepairShortfall.Reason> {
        let least = portrait.minimum
        guard box.size.width >= least.width, box.size.height >= least.height else {
            return .failure(.init(.tooSmall(box.size)))
        }
        return .success(box)
    }

    private func box(width: Int, around face: FaceWindow) -> PixelBox {
        let height = Int((Double(width) / portrait.size.ratio).rounded())
        let above = max(Double(height) * Self.faceHeight, Self.room * Double(face.side))
        return PixelBox(
            x: face.x + face.side / 2 - width / 2,
            y: face.y + face.side / 2 - Int(above.rounded()),
            size: PixelSize(width: width, height: height)
        )
    }
}

extension RepairShortfall {
    /// A shortfall as an error, for `Result`.
    struct Reason: Error {
        let shortfall: RepairShortfall

        init(_ shortfall: RepairShortfall) { self.shortfall = shortfall }
    }
}
