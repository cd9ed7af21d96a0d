import Imaging
import Registration
import Testing

struct PictureMetadataTests {
    @Test(arguments: [true, false])
    func `Place, serial number and date are found in both byte orders`(isBigEndian: Bool) {
        let metadata = metadata(of: EXIFSample(isBigEndian: isBigEndian).bytes)
        #expect(metadata.hasPlace)
        #expect(metadata.hasSerialNumber)
        #expect(metadata.dateTaken == PartialDate(year: 2015, month: 9, day: 1))
    }

    @Test(arguments: ["0000:00:00 00:00:00", "2015:13:01 00:00:00", "    :  :     :  :  ", "2015"])
    func `A date that is none is left out`(date: String) {
        #expect(metadata(of: EXIFSample(date: date).bytes).dateTaken == nil)
    }

    @Test(arguments: ["", "   ", "0000000"])
    func `An empty serial number is none`(serial: String) {
        #expect(!metadata(of: EXIFSample(serial: serial).bytes).hasSerialNumber)
    }

    @Test func `A place directory without a fix is no place`() {
        #expect(!metadata(of: EXIFSample(placeTag: 0).bytes).hasPlace)
    }

    @Test func `A structure cut anywhere does no harm`() {
        let bytes = EXIFSample().bytes
        for count in bytes.indices { _ = metadata(of: Array(bytes[..<count])) }
    }

    @Test(.enabled(if: Corpus.isPresent, "the shared corpora are not here: set DOSSIER_SHARED"))
    func `The pictures with a place in the corpus are found, no others`() throws {
        let corpus = try Corpus("jpeg-meta")
        for row in corpus.rows {
            let metadata = try facts(of: corpus.bytes(of: row.file)).metadata
            if row.expected.hasPrefix("GPS ") || row.expected == "has GPS tags" {
                #expect(metadata.hasPlace, "\(row.file)")
            }
            if row.expected.hasPrefix("no GPS") { #expect(!metadata.hasPlace, "\(row.file)") }
        }
    }

    private func metadata(of tiff: [UInt8]) -> PictureMetadata {
        var metadata = PictureMetadata()
        metadata.readEXIF(tiff.span)
        return metadata
    }
}

/// A TIFF structure with an EXIF and a GPS directory.
struct EXIFSample {
    var isBigEndian = true
    var date = "2015:09:01 12:30:00"
    var serial = "A1234567"
    var placeTag = 2

    var bytes: [UInt8] {
        let dateText = Array(date.utf8) + [0]
        let serialText = Array(serial.utf8) + [0]
        let exif = 8 + 2 + 2 * 12 + 4
        let place = exif + 2 + 2 * 12 + 4
        let text = place + 2 + 12 + 4
        return Array((isBigEndian ? "MM" : "II").utf8) + number(42, 2) + number(8, 4)
            + number(2, 2) + entry(0x8769, 4, 1, number(exif, 4))
            + entry(0x8825, 4, 1, number(place, 4)) + number(0, 4)
            + number(2, 2) + ascii(0x9003, dateText, at: text)
            + ascii(0xA431, serialText, at: text + dateText.count) + number(0, 4)
            + number(1, 2) + entry(placeTag, 5, 3, number(text, 4)) + number(0, 4)
            + dateText + serialText
    }

    private func ascii(_ tag: Int, _ text: [UInt8], at offset: Int) -> [UInt8] {
        let isShort = text.count <= 4
        let padded = text + [UInt8](repeating: 0, count: max(4 - text.count, 0))
        return entry(tag, 2, text.count, isShort ? padded : number(offset, 4))
    }

    private func entry(_ tag: Int, _ type: Int, _ count: Int, _ value: [UInt8]) -> [UInt8] {
        number(tag, 2) + number(type, 2) + number(count, 4) + value
    }

    private func number(_ value: Int, _ count: Int) -> [UInt8] {
        let bytes = (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) }
        return isBigEndian ? bytes.reversed() : bytes
    }
}
