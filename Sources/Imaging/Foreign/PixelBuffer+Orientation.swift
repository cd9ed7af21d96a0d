extension PixelBuffer {
    /// The picture upright, if its rows are to be held as a number of EXIF says (TIFF 6.0, 274).
    func turnedUpright(from orientation: Int) -> PixelBuffer? {
        guard (2...8).contains(orientation) else { return self }
        let isSwapped = orientation >= 5
        let (newWidth, newHeight) = isSwapped ? (height, width) : (width, height)
        // Whether the stored columns, and the stored rows, run backwards.
        let isMirrored = [2, 3, 7, 8].contains(orientation)
        let isFlipped = [3, 4, 6, 7].contains(orientation)
        var turned: [UInt8] = []
        turned.reserveCapacity(samples.count)
        for y in 0..<newHeight {
            for x in 0..<newWidth {
                let (column, row) = isSwapped ? (y, x) : (x, y)
                let start =
                    (isFlipped ? height - 1 - row : row) * width
                    + (isMirrored ? width - 1 - column : column)
                for channel in 0..<channels { turned.append(samples[start * channels + channel]) }
            }
        }
        return PixelBuffer(
            width: newWidth,
            height: newHeight,
            channels: channels,
            samples: turned
        )
    }
}
