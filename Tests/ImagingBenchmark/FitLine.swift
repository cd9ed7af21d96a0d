import FoundationEssentials
import Imaging
import Registration

/// A picture brought under a limit, and what that cost.
struct FitLine {
    /// Name, bytes, width, height, quality, milliseconds, or why there is nothing, apart by tabs.
    let text: String

    /// Fits a picture and writes what came out into a folder.
    init(path: String, limit: Int, floor: LegibilityFloor, folder: String) throws {
        let bytes = try ImagingBenchmark.bytes(path)
        let url = URL(filePath: path)
        guard bytes.count > limit else {
            // It complies: repair would not touch it.
            try Data(bytes).write(to: URL(filePath: "\(folder)/\(url.lastPathComponent).jpg"))
            text = "\(url.lastPathComponent)\t\(bytes.count)\t0\t0\t100\t0"
            return
        }
        let fit = ByteFit(limit: limit, floor: floor)
        var fitted: ByteFit.Fitted?
        var reason = "not decoded"
        let time = ContinuousClock().measure {
            do throws(ImagingError) {
                fitted = try fit.fit(jpeg: bytes)
                if fitted == nil { fitted = try fit.fit(PNGDecoder.flatten(bytes.span)) }
            } catch {
                reason = "\(error)"
            }
        }
        guard let fitted else {
            text = "\(url.lastPathComponent)\t\(reason)"
            return
        }
        let output = "\(folder)/\(url.lastPathComponent).jpg"
        try Data(fitted.bytes).write(to: URL(filePath: output))
        let milliseconds = time.components.attoseconds / 1_000_000_000_000_000
        text = [
            url.lastPathComponent, "\(fitted.bytes.count)", "\(fitted.size.width)",
            "\(fitted.size.height)", "\(fitted.quality)",
            "\(time.components.seconds * 1000 + milliseconds)",
        ].joined(separator: "\t")
    }
}
