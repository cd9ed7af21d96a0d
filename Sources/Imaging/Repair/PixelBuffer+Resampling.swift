package import Registration

extension PixelBuffer {
    /// The picture at another size.
    package func resampled(to size: PixelSize) -> PixelBuffer {
        guard size != self.size else { return self }
        let wide = width == size.width ? self : narrowed(to: size.width)
        return wide.height == size.height ? wide : wide.shortened(to: size.height)
    }

    private func narrowed(to newWidth: Int) -> PixelBuffer {
        let axis = ResamplingAxis(from: width, to: newWidth)
        let source = samples.span
        let (starts, weights) = (axis.starts.span, axis.weights.span)
        let result = [UInt8](capacity: newWidth * height * channels) { output in
            for y in 0..<height {
                let row = y &* width &* channels
                for x in 0..<newWidth {
                    let first = row &+ starts[x] &* channels
                    let weight = x &* axis.reach
                    for channel in 0..<channels {
                        var sum = ResamplingAxis.one / 2
                        for tap in 0..<axis.reach {
                            let sample = source[first &+ tap &* channels &+ channel]
                            sum &+= Int32(sample) &* weights[weight &+ tap]
                        }
                        output.append(Self.sample(sum))
                    }
                }
            }
        }
        let size = PixelSize(width: newWidth, height: height)
        return PixelBuffer(checked: result, size, channels: channels)
    }

    private func shortened(to newHeight: Int) -> PixelBuffer {
        let axis = ResamplingAxis(from: height, to: newHeight)
        let stride = width * channels
        let source = samples.span
        let (starts, weights) = (axis.starts.span, axis.weights.span)
        var sums = [Int32](repeating: 0, count: stride)
        let result = [UInt8](capacity: stride * newHeight) { output in
            for y in 0..<newHeight {
                var line = sums.mutableSpan
                for x in 0..<stride { line[x] = ResamplingAxis.one / 2 }
                for tap in 0..<axis.reach {
                    let row = (starts[y] &+ tap) &* stride
                    let weight = weights[y &* axis.reach &+ tap]
                    guard weight != 0 else { continue }
                    for x in 0..<stride { line[x] &+= Int32(source[row &+ x]) &* weight }
                }
                for x in 0..<stride { output.append(Self.sample(line[x])) }
            }
        }
        let size = PixelSize(width: width, height: newHeight)
        return PixelBuffer(checked: result, size, channels: channels)
    }

    private static func sample(_ sum: Int32) -> UInt8 {
        UInt8(truncatingIfNeeded: min(max(sum / ResamplingAxis.one, 0), 255))
    }
}
