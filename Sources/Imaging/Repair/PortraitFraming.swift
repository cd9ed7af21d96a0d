import Registration

/// Where to cut an identity photo so that its face stands as it must.
///
/// The shares are those of the photos of GA 461-2004 in the windows that OpenCV's LBP cascade gives.
struct PortraitFraming {
    /// The side of a face's window in parts of the width of the photo.
    static let faceShare = 0.58
    /// The largest share that still leaves room around the head.
    static let largestFaceShare = 0.72
    /// How far down the middle of the face stands, in parts of the height.
    static let faceHeight = 0.46

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
    func box(around face: FaceWindow) -> Result<PixelBox, RepairShortfall.Reason> {
        let wished = box(width: Int((Double(face.side) / Self.faceShare).rounded()), around: face)
        if mayPad || wished.lies(within: size) { return checked(wished) }
        let widest = min(size.width, Int(Double(size.height) * portrait.size.ratio))
        var box = box(width: min(wished.size.width, widest), around: face)
        guard Double(face.side) <= Self.largestFaceShare * Double(box.size.width) else {
            return .failure(.init(.faceTooClose))
        }
        box.x = min(max(box.x, 0), size.width - box.size.width)
        box.y = min(max(box.y, 0), size.height - box.size.height)
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
        return PixelBox(
            x: face.x + face.side / 2 - width / 2,
            y: face.y + face.side / 2 - Int((Double(height) * Self.faceHeight).rounded()),
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
