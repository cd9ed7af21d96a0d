/// A BMP file made by hand, 3x2 pixels unless it claims something else.
struct TinyBMP {
    var width = 3
    var height = 2
    var bits = 24
    var compression = 0
    var headerSize = 40
    var masks: [Int] = []
    var palette: [UInt8] = []
    /// Rows from the bottom, padded.
    var rows: [UInt8]

    var bytes: [UInt8] {
        var header = little(headerSize, 4)
        if headerSize == 12 {
            header += little(width, 2) + little(height, 2) + [1, 0] + little(bits, 2)
        } else {
            header += little(width, 4) + little(height, 4) + [1, 0] + little(bits, 2)
            header += little(compression, 4) + little(rows.count, 4) + little(0, 8)
            header += little(headerSize == 12 ? 0 : palette.count / 4, 4) + little(0, 4)
        }
        header += masks.flatMap { little($0, 4) }
        if headerSize > 40 { header += Array(repeating: 0, count: headerSize - header.count) }
        header += palette
        let start = 14 + header.count
        return Array("BM".utf8) + little(start + rows.count, 4) + little(0, 4) + little(start, 4)
            + header + rows
    }
}
