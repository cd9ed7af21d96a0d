/// Sums of all samples above and to the left of each, so that the sum of any rectangle takes four
/// look-ups.
struct IntegralImage {
    let width: Int
    let height: Int
    /// One more column and row than samples.
    private let sums: [UInt32]
    private let stride: Int

    init(_ plane: LumaPlane) {
        width = plane.width
        height = plane.height
        stride = plane.width + 1
        let samples = plane.samples.span
        var sums = [UInt32](repeating: 0, count: stride * (plane.height + 1))
        for y in 0..<height {
            var row: UInt32 = 0
            for x in 0..<width {
                row &+= UInt32(samples[y &* width &+ x])
                let place = (y &+ 1) &* stride &+ x &+ 1
                sums[place] = sums[place &- stride] &+ row
            }
        }
        self.sums = sums
    }

    /// The local binary pattern of 3x3 rectangles: a bit for each outer one, clockwise from the top
    /// left (128), if its sum is not less than that of the middle one.
    @inline(__always)
    func pattern(_ feature: FaceCascade.Feature, x: Int, y: Int) -> Int {
        let origin = (y &+ feature.y) &* stride &+ x &+ feature.x
        let rows = feature.height &* stride
        func sum(_ column: Int, _ row: Int) -> UInt32 {
            let place = origin &+ column &* feature.width &+ row &* rows
            let below = place &+ rows
            return sums[below &+ feature.width] &- sums[below] &- sums[place &+ feature.width]
                &+ sums[place]
        }
        let middle = sum(1, 1)
        var pattern = sum(0, 0) >= middle ? 128 : 0
        if sum(1, 0) >= middle { pattern |= 64 }
        if sum(2, 0) >= middle { pattern |= 32 }
        if sum(2, 1) >= middle { pattern |= 16 }
        if sum(2, 2) >= middle { pattern |= 8 }
        if sum(1, 2) >= middle { pattern |= 4 }
        if sum(0, 2) >= middle { pattern |= 2 }
        if sum(0, 1) >= middle { pattern |= 1 }
        return pattern
    }
}
