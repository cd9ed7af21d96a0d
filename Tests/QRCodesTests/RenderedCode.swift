@testable import QRCodes

/// A QR code as a camera might see it: pixels made by the test, not by the target.
struct RenderedCode {
    var width: Int
    var height: Int
    var pixels: [UInt8]

    init(_ matrix: QRMatrix, scale: Int) {
        let side = (matrix.side + 2 * QRMatrix.quietZone) * scale
        (width, height) = (side, side)
        pixels = [UInt8](repeating: 255, count: side * side)
        for run in matrix.horizontalRuns {
            let top = (run.row + QRMatrix.quietZone) * scale
            let left = (run.start + QRMatrix.quietZone) * scale
            for y in top..<top + scale {
                for x in left..<left + run.length * scale { pixels[y * side + x] = 0 }
            }
        }
    }

    init(blankWidth width: Int, height: Int) {
        self.width = width
        self.height = height
        pixels = [UInt8](repeating: 255, count: width * height)
    }

    var plane: LumaPlane {
        get throws { try LumaPlane(width: width, height: height, bytes: pixels) }
    }

    /// Turned by 90° clockwise.
    var turned: Self {
        var result = Self(blankWidth: height, height: width)
        for y in 0..<height {
            for x in 0..<width {
                result.pixels[x * height + (height - 1 - y)] = pixels[y * width + x]
            }
        }
        return result
    }

    mutating func paste(_ other: Self, x: Int, y: Int) {
        for row in 0..<other.height {
            for column in 0..<other.width {
                pixels[(y + row) * width + x + column] = other.pixels[row * other.width + column]
            }
        }
    }

    /// With noise of a fixed seed: each pixel moves by at most the amplitude.
    func noisy(_ amplitude: Int) -> Self {
        var (result, state) = (self, UInt64(42))
        for index in result.pixels.indices {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let offset = Int(state >> 33) % (2 * amplitude + 1) - amplitude
            result.pixels[index] = UInt8(clamping: Int(result.pixels[index]) + offset)
        }
        return result
    }

    /// With a square of ink over a part of the symbol, in 1/1000 of its side.
    func stained(at place: Int, size: Int) -> Self {
        var result = self
        let (start, length) = (width * place / 1000, width * size / 1000)
        for y in start..<start + length {
            for x in start..<start + length { result.pixels[y * width + x] = 0 }
        }
        return result
    }

    /// Smeared by a square of pixels, three times over, which is close to a defocused lens.
    func smeared(_ reach: Int) -> Self {
        var result = self
        for _ in 0..<3 {
            let before = result
            for y in reach..<height - reach {
                for x in reach..<width - reach {
                    var sum = 0
                    for row in y - reach...y + reach {
                        for column in x - reach...x + reach {
                            sum += Int(before.pixels[row * width + column])
                        }
                    }
                    let area = (2 * reach + 1) * (2 * reach + 1)
                    result.pixels[y * width + x] = UInt8(sum / area)
                }
            }
        }
        return result
    }

    /// As a coarser sensor sees it: squares of pixels become one.
    func shrunk(by factor: Int) -> Self {
        var result = Self(blankWidth: width / factor, height: height / factor)
        for y in 0..<result.height {
            for x in 0..<result.width {
                var sum = 0
                for row in y * factor..<(y + 1) * factor {
                    for column in x * factor..<(x + 1) * factor {
                        sum += Int(pixels[row * width + column])
                    }
                }
                result.pixels[y * result.width + x] = UInt8(sum / (factor * factor))
            }
        }
        return result
    }
}
