/// One step of a stream's coding (ISO 32000-1, 7.4), with its parameters.
struct StreamFilter {
    let name: String
    var predictor = 1
    var colours = 1
    var bits = 8
    var columns = 1

    init(name: String, parameters: PDFDictionary) {
        self.name = name
        predictor = parameters["Predictor"]?.integer ?? 1
        colours = parameters["Colors"]?.integer ?? 1
        bits = parameters["BitsPerComponent"]?.integer ?? 8
        columns = parameters["Columns"]?.integer ?? 1
    }

    /// Undoes PNG's row filters (PNG specification, 9.2); every row is led by the filter's number.
    func withoutPredictor(_ bytes: [UInt8], at offset: Int) throws(PDFReadingError) -> [UInt8] {
        guard predictor != 1 else { return bytes }
        guard 10...15 ~= predictor, 1...32 ~= colours, [1, 2, 4, 8, 16].contains(bits),
            1...(1 << 24) ~= columns
        else { throw PDFReadingError(.unknownFilter, at: offset) }
        let pixel = max(1, colours * bits / 8)
        let width = (columns * colours * bits + 7) / 8
        guard bytes.count.isMultiple(of: width + 1) else {
            throw PDFReadingError(.badData, at: offset)
        }
        let rows = bytes.count / (width + 1)
        var output = [UInt8](repeating: 0, count: rows * width)
        for row in 0..<rows {
            let (source, target) = (row * (width + 1) + 1, row * width)
            let filter = bytes[source - 1]
            guard filter <= 4 else { throw PDFReadingError(.badData, at: offset) }
            for place in 0..<width {
                let left = place >= pixel ? output[target + place - pixel] : 0
                let above = row > 0 ? output[target + place - width] : 0
                let corner = row > 0 && place >= pixel ? output[target + place - width - pixel] : 0
                let guess: UInt8 =
                    switch filter {
                    case 0: 0
                    case 1: left
                    case 2: above
                    case 3: UInt8((Int(left) + Int(above)) / 2)
                    default: Self.paeth(Int(left), Int(above), Int(corner))
                    }
                output[target + place] = bytes[source + place] &+ guess
            }
        }
        return output
    }

    private static func paeth(_ left: Int, _ above: Int, _ corner: Int) -> UInt8 {
        let guess = left + above - corner
        let far = (left: abs(guess - left), above: abs(guess - above), corner: abs(guess - corner))
        if far.left <= far.above, far.left <= far.corner { return UInt8(left) }
        return UInt8(far.above <= far.corner ? above : corner)
    }
}
