import FoundationEssentials
import Imaging

/// What the measures of pictures cost, and how often they are right.
///
///     ImagingBenchmark cost PICTURE.jpg      one line a measure: CPU time, beside a gray decode
///     ImagingBenchmark facts PICTURE...      what is measured of pictures
///     ImagingBenchmark faces XML PICTURE...  how many faces a cascade of OpenCV sees, and how fast
///     ImagingBenchmark rates CORPORA         hits and false alarms at the usual thresholds
@main
struct ImagingBenchmark {
    static func main() throws {
        let words = Array(CommandLine.arguments.dropFirst())
        switch (words.first, words.dropFirst().first) {
        case ("cost", let path?): print(CostTable(try bytes(path)).text)
        case ("rates", let folder?): print(try RateTable(corpora: folder).text)
        case ("faces", let xml?):
            let content = try bytes(xml)
            let cascade = FaceCascade(xml: content.span)
            guard let cascade else { return print("\(xml) is no cascade of LBP features") }
            for path in words.dropFirst(2) {
                print(FaceLine(name: path, bytes: try bytes(path), cascade: cascade).text)
            }
        case ("facts", .some):
            for path in words.dropFirst() {
                print(MeasuredPicture(name: path, bytes: try bytes(path)).text)
            }
        default:
            print(
                "ImagingBenchmark cost JPEG | facts PICTURE... | faces XML PICTURE... | rates DIR"
            )
        }
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: URL(filePath: path)))
    }
}
