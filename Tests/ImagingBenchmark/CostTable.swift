import Glibc
import Imaging
import Registration

/// The CPU time of each measure: the median of many runs, in milliseconds and in gray decodes at
/// half the size.
struct CostTable {
    static let runs = 101

    private var lines: [(name: String, seconds: Double)] = []

    init(_ bytes: [UInt8]) {
        let picture = MeasuredPicture(name: "", bytes: bytes).facts
        guard picture.format == .jpeg, let pixels = Self.decoded(bytes, picture) else { return }
        add("gray decode at 1/2") { Self.decoded(bytes, picture)?.samples.count ?? 0 }
        add("all facts of the file") { MeasuredPicture(name: "", bytes: bytes).facts.width }
        add("all measures") {
            PictureContent(measuring: pixels, isWhole: false)?.busyTileCount ?? 0
        }
        addEach(pixels)
    }

    private mutating func addEach(_ pixels: PixelBuffer) {
        let planes = LumaPyramid(LumaPlane(pixels))
        let levels = LightLevels(planes.overview)
        let ink = InkMask(planes.text)
        add("  pyramid") { LumaPyramid(LumaPlane(pixels)).overview.width }
        add("  sharpness") { DirectionalSharpness.measure(planes.detail) == nil ? 0 : 1 }
        add("  light levels") { LightLevels(planes.overview).percentile(99) }
        add("  ink") { Int(InkMask(planes.text).share) }
        add("  busy tiles") { BusyTiles.count(planes.overview) }
        add("  text direction") { TextVotes.count(ink).votes }
        add("  glare") { Int(Glare.share(planes.overview, levels) ?? 0) }
        add("  cut-off sides") { CutOff.sides(planes.overview).count }
        add("  white background") { Int(WhiteBackground.share(pixels) ?? 0) }
        add("  flat blocks") { Int(FlatBlocks.share(planes.detail)) }
        add("  likeness") { PictureLikeness(planes.text)?.hash.count ?? 0 }
    }

    var text: String {
        let unit = lines.first?.seconds ?? 1
        return lines.map { name, seconds in
            let padded = name + String(repeating: " ", count: max(24 - name.count, 0))
            let decodes = MeasuredPicture.rounded(seconds / unit)
            return "\(padded)\(MeasuredPicture.rounded(seconds * 1000)) ms  \(decodes) decodes"
        }.joined(separator: "\n")
    }

    private static func decoded(_ bytes: [UInt8], _ facts: PictureFacts) -> PixelBuffer? {
        let output = JPEGDecoder.Output(width: facts.width, height: facts.height, eighths: 4)
        return try? JPEGDecoder()?.decode(bytes.span, output)
    }

    private mutating func add(_ name: String, _ body: () -> Int) {
        var times: [Double] = []
        var sum = 0
        for _ in 0..<Self.runs {
            let start = Self.now()
            sum &+= body()
            times.append(Self.now() - start)
        }
        // Nothing may be left out because its result is not looked at.
        precondition(sum != Int.min)
        lines.append((name, times.sorted()[Self.runs / 2]))
    }

    static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
