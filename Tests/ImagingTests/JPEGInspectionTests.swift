import Imaging
import Registration
import Testing

struct JPEGInspectionTests {
    @Test func `A sound baseline file gives its facts and no damage`() throws {
        let facts = try facts(of: TinyJPEG.baseline)
        #expect(facts.format == .jpeg)
        #expect(facts.size == ByteCount(186))
        #expect(facts.width == 16)
        #expect(facts.height == 16)
        #expect(facts.bitsPerSample == 8)
        #expect(facts.colour == .gray)
        #expect(facts.orientation == nil)
        #expect(!facts.isProgressive)
        #expect(facts.trailingBytes == 0)
        #expect(facts.damage == nil)
    }

    @Test func `A sound progressive file is told apart`() throws {
        let facts = try facts(of: TinyJPEG.progressive)
        #expect(facts.isProgressive)
        #expect(facts.damage == nil)
    }

    @Test(arguments: [TinyJPEG.baseline, TinyJPEG.progressive])
    func `A file cut anywhere is truncated`(file: [UInt8]) throws {
        for count in file.indices {
            #expect(try facts(of: Array(file[..<count])).damage == .truncated, "\(count) bytes")
        }
    }

    @Test func `A progressive file cut between two scans and closed again is truncated`() throws {
        let file = TinyJPEG.progressive
        // Behind the first scan, each marker but the stuffed 0xFF00 is the border of a scan.
        let borders = (130..<file.count - 2).filter { file[$0] == 0xFF && file[$0 + 1] != 0 }
        #expect(borders.count == 9)
        for border in borders {
            let damage = try facts(of: file[..<border] + [0xFF, 0xD9]).damage
            #expect(damage == .truncated, "\(border) bytes")
        }
    }

    @Test(arguments: [TinyJPEG.baseline, TinyJPEG.progressive])
    func `No flipped bit harms the inspector`(file: [UInt8]) throws {
        for bit in 0..<file.count * 8 {
            var flipped = file
            flipped[bit / 8] ^= 1 << (bit % 8)
            #expect(try facts(of: flipped).size == ByteCount(file.count))
        }
    }

    @Test(arguments: [1, 64, 65, 70_000])
    func `Bytes behind the end are counted and do no damage`(count: Int) throws {
        let trailer = TinyJPEG.baseline + Array(repeating: 0xFF, count: count)
        let facts = try facts(of: trailer)
        #expect(facts.trailingBytes == count)
        #expect(facts.damage == nil)
    }

    @Test func `The first EXIF orientation counts, a picture within a segment does not`() throws {
        let first = TinyJPEG.segment(0xE1, Array("Exif\0\0".utf8) + TinyTIFF.bytes(orientation: 6))
        let second = TinyJPEG.segment(0xE1, Array("Exif\0\0".utf8) + TinyTIFF.bytes(orientation: 3))
        let thumbnail = TinyJPEG.segment(0xE2, TinyJPEG.progressive)
        let facts = try facts(of: TinyJPEG.baseline(with: first + second + thumbnail, at: 2))
        #expect(facts.orientation == 6)
        #expect(facts.trailingBytes == 0)
        #expect(!facts.isProgressive)
        #expect(facts.damage == nil)
    }

    @Test(
        arguments: [
            ("junk before a segment", TinyJPEG.tables, [1, 2, 3]),
            ("fill bytes before a segment", TinyJPEG.tables, [0xFF, 0xFF]),
            ("zeros behind the scan", 184, [0, 0, 0, 0]),
            ("a comment", 2, TinyJPEG.segment(0xFE, [0xFF, 0xD9])),
            (
                "an unknown JFIF version", 2,
                TinyJPEG.segment(0xE0, Array("JFIF\0".utf8) + [9, 0, 0, 0, 1, 0, 1, 0, 0])
            ),
        ] as [(String, Int, [UInt8])]
    )
    func `Oddities that cost no pixel are no damage`(
        what: String,
        offset: Int,
        bytes: [UInt8]
    ) throws {
        #expect(try facts(of: TinyJPEG.baseline(with: bytes, at: offset)).damage == nil)
    }

    @Test func `Too much data in a scan is damage`() throws {
        let file = TinyJPEG.baseline(with: [1, 2, 3, 4], at: 184)
        guard case .corrupt = try facts(of: file).damage else {
            Issue.record("not found to be corrupt")
            return
        }
    }

    @Test(arguments: [(2, true), (1, false), (3, false)] as [(UInt8, Bool)])
    func `Rows behind the last one are no damage where restart markers tell them apart`(
        interval: UInt8,
        isSound: Bool
    ) throws {
        var file = TinyJPEG.restarting
        #expect(try facts(of: file).damage == nil)
        let secondRow = Array(file[196..<216])
        #expect(file[194..<196] == [0xFF, 0xD0])
        file.insert(contentsOf: [0xFF, 0xD1] + secondRow, at: 216)
        file[165] = interval
        #expect(try (facts(of: file).damage == nil) == isSound)
    }

    @Test func `A row too few is damage, and so is a bit in a row before one too many`() throws {
        let file = TinyJPEG.restarting
        #expect(try facts(of: Array(file[..<194]) + [0xFF, 0xD9]).damage != nil)
        let tooMany = file[..<216] + [0xFF, 0xD1] + file[196...]
        var damaged = Array(tooMany)
        damaged.replaceSubrange(196..<216, with: Array(repeating: 0, count: 20))
        #expect(try facts(of: Array(tooMany)).damage == nil)
        #expect(try facts(of: damaged).damage != nil)
    }

    @Test(
        arguments: [
            (0xC3, "lossless"), (0xC9, "arithmetic"), (0xCA, "arithmetic"), (0xC5, "hierarchical"),
        ] as [(UInt8, String)]
    )
    func `Processes that no PDF reader knows are unsupported`(marker: UInt8, name: String) throws {
        var file = TinyJPEG.baseline
        file[TinyJPEG.frame + 1] = marker
        #expect(try facts(of: file).damage == .unsupported(name))
    }

    @Test func `12 bits a sample are unsupported`() throws {
        var file = TinyJPEG.baseline
        file[TinyJPEG.frame + 4] = 12
        let facts = try facts(of: file)
        #expect(facts.damage == .unsupported("12-bit"))
        #expect(facts.bitsPerSample == 12)
    }

    @Test func `Four components are unsupported`() throws {
        var file = TinyJPEG.baseline
        let frame: [UInt8] = [8, 0, 16, 0, 16, 4] + (1...4).flatMap { [$0, 0x11, 0] }
        file.replaceSubrange(TinyJPEG.frame..<TinyJPEG.tables, with: TinyJPEG.segment(0xC0, frame))
        let facts = try facts(of: file)
        #expect(facts.damage == .unsupported("CMYK"))
        #expect(facts.colour == .cmyk)
    }

    @Test func `A file without Huffman tables is unsupported although libjpeg shows it`() throws {
        var file = TinyJPEG.baseline
        file.removeSubrange(TinyJPEG.tables..<TinyJPEG.scan)
        guard case .unsupported = try facts(of: file).damage else {
            Issue.record("not found to be unsupported")
            return
        }
    }

    @Test(
        arguments: [
            (12_000, 4_166, false), (12_001, 1, true), (1, 12_001, true), (12_000, 4_167, true),
            (65_535, 65_535, true),
        ])
    func `A claim over the limits is refused`(width: Int, height: Int, isOver: Bool) throws {
        var file = TinyJPEG.baseline
        let size = [height >> 8, height & 0xFF, width >> 8, width & 0xFF].map { UInt8($0) }
        file.replaceSubrange(TinyJPEG.frame + 5..<TinyJPEG.frame + 9, with: size)
        let damage = try facts(of: file).damage
        if case .overLimit = damage { #expect(isOver) } else { #expect(!isOver && damage != nil) }
    }

    @Test func `More coefficients than the limit are refused where all must be kept`() throws {
        // 16x16 pixels in gray: four blocks of 64 coefficients of two bytes.
        for (bytes, isOver) in [(512, false), (511, true)] {
            let limits = DecodeLimits(coefficientBytes: bytes)
            #expect(try facts(of: TinyJPEG.baseline, limits: limits).damage == nil)
            let damage = try facts(of: TinyJPEG.progressive, limits: limits).damage
            if case .overLimit = damage {
                #expect(isOver)
            } else {
                #expect(!isOver && damage == nil)
            }
        }
    }

    @Test func `More scans than the limit are refused`() throws {
        #expect(try facts(of: TinyJPEG.progressive, limits: DecodeLimits(scans: 6)).damage == nil)
        let damage = try facts(of: TinyJPEG.progressive, limits: DecodeLimits(scans: 5)).damage
        #expect(damage == .overLimit("over 5 scans"))
    }
}
