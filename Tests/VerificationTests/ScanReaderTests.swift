import CandidateFixtures
import Imaging
import QRCodes
import Testing
import Verification

@Suite struct ScanReaderTests {
    static let text = "DS0:HB0HB0XM04YH8LOD1PBLTQNPC328.NMKECTS0D8RM4GE1RNO7OSTWEK2"

    /// A PNG of a code at a place, gray or with a red seal's bars across its lower half.
    static func picture(isStamped: Bool = false, x: Int = 20, y: Int = 10) throws -> [UInt8] {
        let matrix = try QRMatrix(encoding: text)
        let scale = 3
        let side = (matrix.side + 8) * scale
        let rows = (0..<side + y).map { row -> [UInt8] in
            (0..<side + x).flatMap { column -> [UInt8] in
                let isDark = matrix[(row - y) / scale - 4, (column - x) / scale - 4]
                let value: UInt8 = isDark && row >= y && column >= x ? 0 : 255
                guard isStamped else { return [value] }
                let isRed = row > side / 2 && (row + column) / 7 % 2 == 0
                return isRed ? [value, 0, 0] : [value, value, value]
            }
        }
        return RawPNG(width: side + x, colourType: isStamped ? 2 : 0, rows: rows).bytes
    }

    func reading(_ bytes: [UInt8], _ limits: DecodeLimits = DecodeLimits()) -> ScanError? {
        do throws(ScanError) {
            _ = try ScanReader(limits: limits).codes(in: bytes.span)
            return nil
        } catch {
            return error
        }
    }

    @Test func `A picture's code is read with its corners`() throws {
        let picture = try Self.picture()
        let codes = try ScanReader().codes(in: picture.span)
        #expect(codes.map(\.text) == [Self.text])
        let corner = try #require(codes.first?.corners.first)
        #expect(abs(corner.x - 20 - 12) <= 3)
        #expect(abs(corner.y - 10 - 12) <= 3)
        #expect(codes.first?.corners.count == 4)
    }

    @Test func `A code under a red seal is read`() throws {
        let picture = try Self.picture(isStamped: true)
        let codes = try ScanReader().codes(in: picture.span)
        #expect(codes.map(\.text) == [Self.text])
    }

    @Test func `A picture without codes gives none`() throws {
        let blank = RawPNG(
            width: 50,
            colourType: 0,
            rows: Array(repeating: .init(repeating: 255, count: 50), count: 50)
        )
        let bytes = blank.bytes
        let codes = try ScanReader().codes(in: bytes.span)
        #expect(codes.isEmpty)
    }

    @Test func `What cannot be decoded is told apart`() throws {
        let picture = try Self.picture()
        #expect(reading(Array(picture.dropLast(200)))?.code == .damaged)
        var changed = picture
        changed[changed.count / 2] ^= 1
        #expect(reading(changed)?.code == .damaged)
        #expect(reading(Array("no picture".utf8))?.code == .notDecoded)
        #expect(reading([])?.code == .notDecoded)
        #expect(reading(Array("%PDF-1.7".utf8))?.code == .notDecoded)
        #expect(reading(picture, DecodeLimits(pixels: 1000))?.code == .overLimit)
        #expect(reading([0xFF, 0xD8, 0xFF])?.code == .damaged)
        #expect(reading(picture) == nil)
    }

    @Test func `A message holds no path and no text of a code`() throws {
        let error = try #require(reading([0xFF, 0xD8, 0xFF]))
        #expect(error.description == "The picture is damaged: the file ends early.")
    }
}
