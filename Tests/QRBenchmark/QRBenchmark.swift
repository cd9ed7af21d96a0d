import Foundation
import Imaging
import QRCodes

/// Reads pictures whose paths come line by line, and says of each how long it took and what was read.
///
///     QRBenchmark [--rungs SCALE:REACH:STRENGTH,...]
///
/// A line of the answer has, parted by tabs: milliseconds to decode, to read all codes, and to read in
/// one pass; the number of texts; these texts, then those of the one pass, in hexadecimal.
@main
struct QRBenchmark {
    static func main() throws {
        let words = CommandLine.arguments.dropFirst()
        var rungs = MendingRung.ladder
        if words.first == "--rungs", let numbers = words.last?.split(separator: ",") {
            rungs = numbers.map { words in
                let numbers = words.split(separator: ":").compactMap { Int($0) }
                return MendingRung(scale: numbers[0], reach: numbers[1], strength: numbers[2])
            }
        }
        let reader = QRPageReader(rungs: rungs)
        while let path = readLine() {
            // Not by print, which would keep the line back from a pipe.
            FileHandle.standardOutput.write(Data((try answer(path, reader) + "\n").utf8))
        }
    }

    static func answer(_ path: String, _ reader: QRPageReader) throws -> String {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        var planes: [QRCodes.LumaPlane] = []
        var found: [QRReading] = []
        var single: [QRReading] = []
        let times = try [
            milliseconds {
                let picture = try PictureDecoder.decode(bytes.span, enough: 16_000_000)
                planes = try self.planes(of: picture.pixels)
            },
            milliseconds { found = try reader.read(planes) },
            milliseconds { single = try QRReader().read(planes[0]) },
        ]
        let texts = (found + single).map { reading in
            reading.bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        }
        let cells = times.map { String($0) } + ["\(found.count)"] + texts
        return cells.joined(separator: "\t")
    }

    static func planes(of pixels: PixelBuffer) throws -> [QRCodes.LumaPlane] {
        let (width, height, samples) = (pixels.width, pixels.height, pixels.samples)
        guard pixels.channels == 3 else {
            return [try QRCodes.LumaPlane(width: width, height: height, bytes: samples)]
        }
        return try QRCodes.LumaPlane.planes(width: width, height: height, colours: samples)
    }

    static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
        let clock = ContinuousClock()
        let time = try clock.measure(work)
        return time / .milliseconds(1)
    }
}
