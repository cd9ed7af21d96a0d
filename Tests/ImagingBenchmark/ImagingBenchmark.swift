import FoundationEssentials
import Glibc
import Imaging
import Registration

/// What the measures of pictures cost, and how often they are right.
///
///     ImagingBenchmark cost PICTURE.jpg      one line a measure: CPU time, beside a gray decode
///     ImagingBenchmark facts PICTURE...      what is measured of pictures
///     ImagingBenchmark faces XML PICTURE...  how many faces a cascade of OpenCV sees, and how fast
///     ImagingBenchmark rates CORPORA         hits and false alarms at the usual thresholds
///     ImagingBenchmark fit BYTES SIDE QUALITY FOLDER PICTURE...
///                                            pictures under a limit, and not below a floor
///     ImagingBenchmark limits PATH...        what the dearest pictures cost, exit 1 if too much
@main
struct ImagingBenchmark {
    static func main() throws {
        let words = Array(CommandLine.arguments.dropFirst())
        switch (words.first, words.dropFirst().first) {
        case ("cost", let path?): print(CostTable(try bytes(path)).text)
        case ("rates", let folder?): print(try RateTable(corpora: folder).text)
        case ("limits", .some):
            let table = try LimitTable(Array(words.dropFirst()))
            print(table.text)
            if !table.isWithinLimits { exit(1) }
        case ("faces", let xml?):
            let content = try bytes(xml)
            let cascade = FaceCascade(xml: content.span)
            guard let cascade else { return print("\(xml) is no cascade of LBP features") }
            for path in words.dropFirst(2) {
                print(FaceLine(name: path, bytes: try bytes(path), cascade: cascade).text)
            }
        case ("fit", .some(let limit)) where words.count > 5:
            let floor = LegibilityFloor(
                longSide: Int(words[2]) ?? 1200,
                quality: Int(words[3]) ?? 40
            )
            for path in words.dropFirst(5) {
                let limit = Int(limit) ?? .max
                print(try FitLine(path: path, limit: limit, floor: floor, folder: words[4]).text)
            }
        case ("facts", .some):
            for path in words.dropFirst() {
                print(MeasuredPicture(name: path, bytes: try bytes(path)).text)
            }
        default:
            print(
                """
                ImagingBenchmark cost JPEG | facts PICTURE... | faces XML PICTURE... | rates DIR \
                | limits PATH...
                """
            )
        }
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: URL(filePath: path)))
    }
}
