import Registration

extension PixelBuffer {
    /// Width and height.
    var size: PixelSize { PixelSize(width: width, height: height) }

    /// Wraps samples whose number is right by construction.
    init(checked samples: [UInt8], _ size: PixelSize, channels: Int) {
        width = size.width
        height = size.height
        self.channels = channels
        self.samples = samples
    }

    /// The picture turned.
    func turned(by turn: PictureTurn) -> PixelBuffer {
        guard turn != .none else { return self }
        let result = turn.applied(to: size)
        let walk = Walk(turn, over: size)
        let source = samples.span
        let turned = [UInt8](capacity: samples.count) { output in
            for y in 0..<result.height {
                var place = walk.start + y * walk.down
                for _ in 0..<result.width {
                    for channel in 0..<channels {
                        output.append(source[place * channels + channel])
                    }
                    place += walk.across
                }
            }
        }
        return PixelBuffer(checked: turned, result, channels: channels)
    }

    /// How the rows of the result run over the pixels of the source.
    private struct Walk {
        /// The source's pixel at the upper left of the result.
        let start: Int
        /// From a pixel to the one at its right, in pixels of the source.
        let across: Int
        /// From a pixel to the one below it.
        let down: Int

        init(_ turn: PictureTurn, over size: PixelSize) {
            let (width, height) = (size.width, size.height)
            /// Upper left, upper right, lower right, lower left of the source.
            let corners = [0, width - 1, height * width - 1, (height - 1) * width]
            let steps = [1, width, -1, -width]
            // Each quarter clockwise brings the corner before to the upper left.
            let corner = (turn.isMirrored ? turn.quarters + 1 : 4 - turn.quarters) & 3
            start = corners[corner]
            across = turn.isMirrored ? -steps[(corner + 3) & 3] : steps[corner]
            down = turn.isMirrored ? steps[(corner + 4) & 3] : steps[(corner + 1) & 3]
        }
    }
}
