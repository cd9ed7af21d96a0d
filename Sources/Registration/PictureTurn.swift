/// How stored pixels must be moved to be seen upright: one of the eight ways of EXIF 4.6.5.
public struct PictureTurn: Hashable, Sendable {
    /// Whether left and right are exchanged, before any turn.
    public var isMirrored: Bool
    /// Turns by 90 degrees clockwise, 0 to 3.
    public private(set) var quarters: Int

    /// As stored.
    public static let none = PictureTurn(isMirrored: false, quarters: 0)

    /// States a turn; the quarters may be any number.
    public init(isMirrored: Bool, quarters: Int) {
        self.isMirrored = isMirrored
        self.quarters = quarters & 3
    }

    /// The turn that an EXIF orientation asks for; none for what has no meaning.
    public init(orientation: Int?) {
        self =
            switch orientation {
            case 2: PictureTurn(isMirrored: true, quarters: 0)
            case 3: PictureTurn(isMirrored: false, quarters: 2)
            case 4: PictureTurn(isMirrored: true, quarters: 2)
            case 5: PictureTurn(isMirrored: true, quarters: 3)
            case 6: PictureTurn(isMirrored: false, quarters: 1)
            case 7: PictureTurn(isMirrored: true, quarters: 1)
            case 8: PictureTurn(isMirrored: false, quarters: 3)
            default: .none
            }
    }

    /// Whether width and height change places.
    public var exchangesSides: Bool { !quarters.isMultiple(of: 2) }

    /// This turn and then another one by so many quarters clockwise.
    public func turned(quarters more: Int) -> PictureTurn {
        PictureTurn(isMirrored: isMirrored, quarters: quarters + more)
    }

    /// The size of a picture after the turn.
    public func applied(to size: PixelSize) -> PixelSize {
        exchangesSides ? PixelSize(width: size.height, height: size.width) : size
    }
}
