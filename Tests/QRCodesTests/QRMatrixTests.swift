import QRCodes
import Testing

@Suite struct QRMatrixTests {
    /// The example of the sealed code's design, 249 characters of the alphanumeric set.
    static let sealed =
        "DS1:TWGSLKOE6O59/WI0KH-WDI2KH7B7$H:C04+E.T7R.T2N8A608K5101:33F6BJW08XLG3B /B/SC+/PZ2OD7GF"
        + "8CTF72QS/S7OF8CY1GWSI$C%8A*1MLHSQ*DAYR*ELV%4ZC2Y*MC7295A193KIAE68FDQ23AHX6O/B703T9NL$C%/T"
        + "-RJJ1OTGP%1R/FR9%1$0B0YB/:O0V7SGP%YEQGT*3V-GLVAL%+PIB0QQAGVN%H20RA+0NB0"

    // Capacities of ISO/IEC 18004:2015, table 7.
    @Test(arguments: [
        (25, QRMatrix.ErrorCorrection.low, 1), (26, .low, 2), (20, .medium, 1), (21, .medium, 2),
        (16, .quartile, 1), (10, .high, 1), (11, .high, 2), (60, .medium, 3), (61, .medium, 3),
        (62, .medium, 4), (221, .medium, 8), (222, .medium, 9), (249, .medium, 9),
        (262, .medium, 9), (263, .medium, 10), (4296, .low, 40),
    ])
    func `Alphanumeric text takes the smallest version that holds it`(
        length: Int,
        correction: QRMatrix.ErrorCorrection,
        version: Int
    ) throws {
        let text = String(repeating: "A", count: length)
        let matrix = try QRMatrix(encoding: text, errorCorrection: correction)
        #expect(matrix.version == version)
        #expect(matrix.side == 17 + 4 * version)
    }

    @Test func `The example of the sealed code is a version 9`() throws {
        #expect(Self.sealed.count == 249)
        #expect(try QRMatrix(encoding: Self.sealed).version == 9)
    }

    @Test(arguments: [(14, 1), (15, 2)])
    func `Lower-case text goes in byte mode`(length: Int, version: Int) throws {
        let text = String(repeating: "a", count: length)
        #expect(try QRMatrix(encoding: text).version == version)
    }

    @Test func `Finder patterns, separators and the dark module stand where the standard says`()
        throws
    {
        let matrix = try QRMatrix(encoding: "DS1:")
        let last = matrix.side - 1
        for (row, column) in [(0, 0), (0, last - 6), (last - 6, 0)] {
            for y in 0..<7 {
                for x in 0..<7 {
                    let ring = max(abs(y - 3), abs(x - 3))
                    #expect(matrix[row + y, column + x] == (ring != 2))
                }
            }
        }
        #expect(!matrix[7, 7])
        #expect(matrix[4 * matrix.version + 9, 8])
        #expect(!matrix[last, last + 1])
        #expect(!matrix[-1, 0])
    }

    @Test func `Runs cover exactly the dark modules`() throws {
        let matrix = try QRMatrix(encoding: Self.sealed)
        var dark: Set<[Int]> = []
        for run in matrix.horizontalRuns {
            #expect(!matrix[run.row, run.start - 1])
            #expect(!matrix[run.row, run.start + run.length])
            for column in run.start..<run.start + run.length { dark.insert([run.row, column]) }
        }
        for row in 0..<matrix.side {
            for column in 0..<matrix.side {
                #expect(matrix[row, column] == dark.contains([row, column]))
            }
        }
    }

    @Test func `Text that no code can hold is refused`() {
        #expect(throws: QRError.self) { try QRMatrix(encoding: "") }
        #expect(throws: QRError.self) { try QRMatrix(encoding: "a\0b") }
        let error = #expect(throws: QRError.self) {
            try QRMatrix(encoding: String(repeating: "A", count: 4297), errorCorrection: .low)
        }
        #expect(error?.code == .textTooLong)
        #expect(error?.description.hasSuffix(".") == true)
    }
}
