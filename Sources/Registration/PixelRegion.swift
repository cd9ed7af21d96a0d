/// A part of a picture in whole pixels, from its upper left corner.
public struct PixelRegion: Hashable, Sendable {
    /// From the left edge.
    public var x: Int
    /// From the upper edge.
    public var y: Int
    /// Pixels across.
    public var width: Int
    /// Pixels down.
    public var height: Int

    /// States a part.
    public init(x: Int, y: Int, width: Int, height: Int) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }

    /// A whole picture.
    public init(whole size: PixelSize) {
        self.init(x: 0, y: 0, width: size.width, height: size.height)
    }

    /// Whether it has pixels, and all of them belong to a picture.
    public func lies(within size: PixelSize) -> Bool {
        width > 0 && height > 0 && x >= 0 && y >= 0
            && width <= size.width && height <= size.height
            && x <= size.width - width && y <= size.height - height
    }

    /// The part widened by so many pixels on each side, as far as the picture goes.
    public func widened(by margin: Int, within size: PixelSize) -> PixelRegion {
        PixelRegion(
            from: (x - margin, y - margin),
            to: (x + width + margin, y + height + margin),
            within: size
        )
    }

    /// The part widened to whole tiles that are counted from the upper left, as far as the picture goes.
    public func widened(toTiles tile: PixelSize, within size: PixelSize) -> PixelRegion {
        func up(_ value: Int, _ step: Int) -> Int { (value + step - 1) / step * step }
        return PixelRegion(
            from: (x / tile.width * tile.width, y / tile.height * tile.height),
            to: (up(x + width, tile.width), up(y + height, tile.height)),
            within: size
        )
    }

    private init(from start: (Int, Int), to end: (Int, Int), within size: PixelSize) {
        let (left, top) = (max(start.0, 0), max(start.1, 0))
        self.init(
            x: left,
            y: top,
            width: min(end.0, size.width) - left,
            height: min(end.1, size.height) - top
        )
    }
}

extension PictureTurn {
    /// Where a part of a picture lies once the picture is turned.
    ///
    /// - Parameters:
    ///   - region: The part.
    ///   - size: The size of the picture before the turn.
    /// - Returns: The part of the turned picture.
    public func applied(to region: PixelRegion, of size: PixelSize) -> PixelRegion {
        var (part, whole) = (region, size)
        if isMirrored { part.x = whole.width - part.x - part.width }
        for _ in 0..<quarters {
            part = PixelRegion(
                x: whole.height - part.y - part.height,
                y: part.x,
                width: part.height,
                height: part.width
            )
            whole = PixelSize(width: whole.height, height: whole.width)
        }
        return part
    }

    /// Where a part of a turned picture lay before the turn.
    ///
    /// - Parameters:
    ///   - region: The part.
    ///   - size: The size of the picture before the turn.
    /// - Returns: The part of the picture before the turn.
    public func undone(for region: PixelRegion, of size: PixelSize) -> PixelRegion {
        let back = PictureTurn(isMirrored: false, quarters: 4 - quarters)
        var part = back.applied(to: region, of: applied(to: size))
        if isMirrored { part.x = size.width - part.x - part.width }
        return part
    }
}
