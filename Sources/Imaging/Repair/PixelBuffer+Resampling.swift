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
        guard channels != 3 else { return narrowed(by: axis, to: newWidth) }
        let source = samples.span
        let (starts, weights) = (axis.starts.span, axis.weights.span)
        let (half, bits) = (ResamplingAxis.one / 2, ResamplingAxis.bits)
        let result = [UInt8](capacity: newWidth * height * channels) { output in
            for y in 0..<height {
                let row = y &* width &* channels
                for x in 0..<newWidth {
                    let first = row &+ starts[x] &* channels
                    let weight = x &* axis.reach
                    for channel in 0..<channels {
                        var sum = half
                        for tap in 0..<axis.reach {
                            let sample = source[first &+ tap &* channels &+ channel]
                            sum &+= Int32(sample) &* weights[weight &+ tap]
                        }
                        output.append(Self.sample(sum, bits))
                    }
                }
            }
        }
        let size = PixelSize(width: newWidth, height: height)
        return PixelBuffer(checked: result, size, channels: channels)
    }

    /// Colours, three sums at once: this is where scaling a photo spends its time.
    private func narrowed(by axis: ResamplingAxis, to newWidth: Int) -> PixelBuffer {
        let source = samples.span
        let (starts, weights) = (axis.starts.span, axis.weights.span)
        let (half, reach, bits) = (ResamplingAxis.one / 2, axis.reach, ResamplingAxis.bits)
        let result = [UInt8](capacity: newWidth * height * 3) { output in
            for y in 0..<height {
                let row = source.extracting(y * width * 3..<(y + 1) * width * 3)
                for x in 0..<newWidth {
                    let taps = row.extracting(starts[x] * 3..<(starts[x] + reach) * 3)
                    let share = weights.extracting(x * reach..<(x + 1) * reach)
                    var (red, green, blue) = (half, half, half)
                    for tap in 0..<reach {
                        // Both parts were cut to the reach above.
                        let weight = unsafe share[unchecked: tap]
                        red &+= unsafe Int32(taps[unchecked: 3 &* tap]) &* weight
                        green &+= unsafe Int32(taps[unchecked: 3 &* tap &+ 1]) &* weight
                        blue &+= unsafe Int32(taps[unchecked: 3 &* tap &+ 2]) &* weight
                    }
                    output.append(Self.sample(red, bits))
                    output.append(Self.sample(green, bits))
                    output.append(Self.sample(blue, bits))
                }
            }
        }
        let size = PixelSize(width: newWidth, height: height)
        return PixelBuffer(checked: result, size, channels: 3)
    }

    private func shortened(to newHeight: Int) -> PixelBuffer {
        let axis = ResamplingAxis(from: height, to: newHeight)
        let stride = width * channels
        let source = samples.span
        let (starts, weights) = (axis.starts.span, axis.weights.span)
        let (half, bits) = (ResamplingAxis.one / 2, ResamplingAxis.bits)
        var sums = [Int32](repeating: 0, count: stride)
        let result = [UInt8](capacity: stride * newHeight) { output in
            for y in 0..<newHeight {
                var line = sums.mutableSpan
                for x in 0..<stride { line[x] = half }
                for tap in 0..<axis.reach {
                    let row = (starts[y] &+ tap) &* stride
                    let weight = weights[y &* axis.reach &+ tap]
                    guard weight != 0 else { continue }
                    for x in 0..<stride { line[x] &+= Int32(source[row &+ x]) &* weight }
                }
                for x in 0..<stride { output.append(Self.sample(line[x], bits)) }
            }
        }
        let size = PixelSize(width: width, height: newHeight)
        return PixelBuffer(checked: result, size, channels: channels)
    }

    /// What is below 0 becomes 0, whichever way it is rounded.
    @inline(__always)
    private static func sample(_ sum: Int32, _ bits: Int32) -> UInt8 {
        UInt8(truncatingIfNeeded: min(max(sum &>> bits, 0), 255))
    }
}
