import Imaging
import Registration
import Testing

struct PictureFormatSniffingTests {
    @Test(
        arguments: [
            (.heic, "\0\0\0\u{18}ftypheic\0\0\0\0mif1heic"),
            (.heic, "\0\0\0\u{18}ftypmif1\0\0\0\0miafheic"),
            (.avif, "\0\0\0\u{1C}ftypavif\0\0\0\0mif1miafavif"),
            (.avif, "\0\0\0\u{1C}ftypmif1\0\0\0\0miafavifheic"),
            (.unknown, "\0\0\0\u{18}ftypisom\0\0\0\0mp41avc1"),
            (.unknown, "\0\0\0\u{10}ftypisom\0\0\0\0heic"),
            (.jpegXL, "\0\0\0\u{C}JXL \r\n\u{87}\n"), (.jpeg2000, "\0\0\0\u{C}jP  \r\n\u{87}\n"),
            (.jpegXL, "\u{FF}\n"), (.jpeg2000, "\u{FF}O\u{FF}Q"), (.jpeg, "\u{FF}\u{D8}\u{FF}"),
            (.png, "\u{89}PNG\r\n\u{1A}\n"), (.tiff, "II*\0"), (.tiff, "MM\0*"), (.tiff, "II+\0"),
            (.gif, "GIF87a"), (.gif, "GIF89a"), (.webp, "RIFF\0\0\0\0WEBP"),
            (.unknown, "RIFF\0\0\0\0WAVE"), (.zip, "PK\u{3}\u{4}"), (.zip, "PK\u{5}\u{6}"),
            (.bmp, "BM\u{3A}\0\0\0\0\0\0\0\u{36}\0\0\0\u{28}\0\0\0"),
            (.unknown, "BMW in Munich, 1972"),
            (.unknown, ""), (.unknown, "\u{FF}\u{D8}"), (.unknown, "{\"a\": 1}"),
        ] as [(PictureFormat, String)]
    )
    func `A format is told by its first bytes`(format: PictureFormat, text: String) {
        #expect(sniffed(text) == format)
    }

    @Test(
        arguments: [
            (0, PictureFormat.pdf), (1, .pdf), (1024, .pdf), (1025, .unknown), (2000, .unknown),
        ])
    func `A PDF may have a kilobyte of junk before it`(junk: Int, format: PictureFormat) {
        let file = String(repeating: "x", count: junk) + "%PDF-1.7\n"
        #expect(sniffed(file) == format)
    }

    @Test(
        arguments: [
            (.svg, "<svg xmlns='http://www.w3.org/2000/svg'/>"), (.svg, "<svg>"),
            (.svg, "\u{EF}\u{BB}\u{BF}<?xml version='1.0'?>\r\n<!-- <html> --><svg:svg x=''>"),
            (.svg, "<!DOCTYPE svg [<!ENTITY a '<b>'>]>\n<svg\n>"),
            (.unknown, "<html><svg></svg></html>"), (.unknown, "<svgx>"), (.unknown, "<svg"),
            (.unknown, "a <svg>"), (.unknown, "<!-- <svg>"), (.unknown, "<?xml"),
        ] as [(PictureFormat, String)]
    )
    func `An SVG is told by its first element`(format: PictureFormat, text: String) {
        #expect(sniffed(text) == format)
    }

    @Test func `Each kind of file gets a verdict from its first byte on`() throws {
        for text in ["\u{FF}\u{D8}\u{FF}\u{DA}", "\u{89}PNG\r\n\u{1A}\n", "GIF89a", "<svg>"] {
            let bytes = latin1(text)
            for count in 0...bytes.count {
                #expect(try facts(of: Array(bytes[..<count])).damage != nil)
            }
        }
    }

    private func sniffed(_ text: String) -> PictureFormat {
        let bytes = latin1(text)
        return PictureFormat(sniffing: bytes.span)
    }

    private func latin1(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }
}
