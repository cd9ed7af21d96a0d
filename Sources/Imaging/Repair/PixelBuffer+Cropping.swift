import Registration

/// A part of a picture, which may reach beyond it.
struct PixelBox: Hashable {
    var x: Int
    var y: Int
    var size: PixelSize

    /// Whether all of it lies within a picture.
    func lies(within whole: PixelSize) -> Bool {
        x >= 0 && y >= 0 && x + size.width <= whole.width && y + size.height <= whole.height
    }
}

extension PixelBuffer {
    /// A part of the picture; what lies beyond it is white.
    func cropped(to box: PixelBox) -> PixelBuffer {
        let source = samples.span
        let result = [UInt8](capacity: box.size.area * channels) { output in
            for y in box.y..<box.y + box.size.height {
                for x in box.x..<box.x + box.size.width {
                    let isInside = x >= 0 && y >= 0 && x < width && y < height
                    let place = (y * width + x) * channels
                    for channel in 0..<channels {
                        output.append(isInside ? source[place + channel] : 255)
                    }
                }
            }
        }
        return PixelBuffer(checked: result, box.size, channels: channels)
    }
}
