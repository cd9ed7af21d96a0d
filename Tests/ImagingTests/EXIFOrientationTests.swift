import Imaging
import Testing

struct EXIFOrientationTests {
    @Test(arguments: [0, 1, 6, 8, 9, 65_535], [true, false])
    func `The number is read as stored in both byte orders`(value: Int, isBigEndian: Bool) {
        let tiff = TinyTIFF.bytes(orientation: value, isBigEndian: isBigEndian)
        #expect(orientation(of: tiff) == value)
    }

    @Test(arguments: [1, 2, 4, 7])
    func `A tag of another type than SHORT is ignored`(type: Int) {
        #expect(orientation(of: TinyTIFF.bytes(orientation: 6, type: type)) == nil)
    }

    @Test(arguments: [7, 30, 1_000, 0x7FFF_FFFF, 0xFFFF_FFFF])
    func `A directory that lies elsewhere is not found`(offset: Int) {
        let tiff = TinyTIFF.bytes(orientation: 6, directory: offset)
        #expect(orientation(of: tiff) == nil)
    }

    @Test func `A directory that claims too many entries is read as far as it goes`() {
        let tiff = TinyTIFF.bytes(orientation: 6, entries: 65_535)
        #expect(orientation(of: tiff) == 6)
        #expect(orientation(of: TinyTIFF.bytes(orientation: 6, entries: 1)) == nil)
    }

    @Test func `A structure cut anywhere before the number gives nothing`() {
        let tiff = TinyTIFF.bytes(orientation: 6)
        for count in 0..<tiff.count {
            let found = orientation(of: Array(tiff[..<count]))
            #expect((found == 6) == (count >= 32), "\(count) bytes")
        }
    }

    private func orientation(of tiff: [UInt8]) -> Int? {
        EXIFOrientation(tiff: tiff.span)?.rawValue
    }
}
