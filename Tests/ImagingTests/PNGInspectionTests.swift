import Imaging
import Registration
import Testing

struct PNGInspectionTests {
    @Test func `A sound file gives its facts and no damage`() throws {
        let facts = try facts(of: TinyPNG().bytes)
        #expect(facts.format == .png)
        #expect(facts.width == 2)
        #expect(facts.height == 2)
        #expect(facts.bitsPerSample == 8)
        #expect(facts.colour == .rgb)
        #expect(!facts.isProgressive)
        #expect(!facts.hasTransparency)
        #expect(facts.trailingBytes == 0)
        #expect(facts.damage == nil)
    }

    @Test func `A file cut anywhere is truncated`() throws {
        let file = TinyPNG().bytes
        for count in file.indices {
            #expect(try facts(of: Array(file[..<count])).damage == .truncated, "\(count) bytes")
        }
    }

    @Test func `Each flipped bit is found`() throws {
        let exif = TinyPNG.chunk("eXIf", TinyTIFF.bytes(orientation: 6))
        let palette = TinyPNG.chunk("PLTE", [1, 2, 3, 4, 5, 6])
        let indexed = TinyPNG(
            bitDepth: 1,
            colourType: 3,
            rows: [0, 0x40, 0, 0x80],
            before: [palette],
            after: [exif, TinyPNG.chunk("tEXt", Array("a\0b".utf8))]
        )
        for file in [TinyPNG().bytes, indexed.bytes] {
            #expect(try facts(of: file).damage == nil)
            for bit in 0..<file.count * 8 {
                var flipped = file
                flipped[bit / 8] ^= 1 << (bit % 8)
                #expect(try facts(of: flipped).damage != nil, "bit \(bit)")
            }
        }
    }

    // Rows of two RGBA or gray-alpha pixels, each behind its filter byte.
    @Test(
        arguments: [
            (6, [0, 1, 2, 3, 255, 4, 5, 6, 255, 0, 9, 9, 9, 255, 9, 9, 9, 255], false),
            (6, [0, 1, 2, 3, 255, 4, 5, 6, 255, 0, 9, 9, 9, 255, 9, 9, 9, 254], true),
            (4, [0, 7, 255, 7, 255, 0, 7, 255, 7, 255], false),
            (4, [0, 7, 255, 7, 0, 0, 7, 255, 7, 255], true),
        ] as [(UInt8, [UInt8], Bool)]
    )
    func `An alpha channel that hides nothing lets nothing shine through`(
        colourType: UInt8,
        rows: [UInt8],
        isTranslucent: Bool
    ) throws {
        let facts = try facts(of: TinyPNG(colourType: colourType, rows: rows).bytes)
        #expect(facts.damage == nil)
        #expect(facts.hasTransparency)
        #expect(facts.isTranslucent == isTranslucent)
    }

    @Test func `Orientation, trailing bytes and transparency are facts, not damage`() throws {
        let exif = TinyPNG.chunk("eXIf", TinyTIFF.bytes(orientation: 6, isBigEndian: false))
        let key = TinyPNG.chunk("tRNS", [0, 1, 0, 2, 0, 3])
        let facts = try facts(of: TinyPNG(before: [exif, key]).bytes + [1, 2, 3])
        #expect(facts.orientation == 6)
        #expect(facts.hasTransparency)
        #expect(facts.trailingBytes == 3)
        #expect(facts.damage == nil)
    }

    @Test(
        arguments: [
            ("the filter", [5, 255, 0, 0, 0, 255, 0, 0, 0, 0, 255, 9, 8, 7]),
            ("the second filter", [0, 255, 0, 0, 0, 255, 0, 9, 0, 0, 255, 9, 8, 7]),
            ("a row too few", [0, 255, 0, 0, 0, 255, 0]),
            ("a byte too few", [0, 255, 0, 0, 0, 255, 0, 0, 0, 0, 255, 9, 8]),
        ] as [(String, [UInt8])]
    )
    func `Rows that do not fit are corrupt`(what: String, rows: [UInt8]) throws {
        #expect(isCorrupt(try facts(of: TinyPNG(rows: rows).bytes)))
    }

    @Test func `The zlib stream may be split but not be left open`() throws {
        let stream = TinyPNG.zlib(TinyPNG().rows)
        let split = [Array(stream[..<5]), [], Array(stream[5...])]
        #expect(try facts(of: TinyPNG().bytes(imageData: split)).damage == nil)
        for data in [[Array(stream.dropLast(4))], [[]]] {
            #expect(isCorrupt(try facts(of: TinyPNG().bytes(imageData: data))))
        }
    }

    @Test func `A wrong order of chunks is corrupt`() throws {
        let stream = TinyPNG.zlib(TinyPNG().rows)
        let data = TinyPNG.chunk("IDAT", stream)
        let text = TinyPNG.chunk("tEXt", Array("a\0b".utf8))
        let end = TinyPNG.chunk("IEND", [])
        let header = TinyPNG().header
        let files = [
            text + header + data + end, header + header + data + end, header + end,
            header + TinyPNG.chunk("IDAT", Array(stream[..<5])) + text
                + TinyPNG.chunk("IDAT", Array(stream[5...])) + end,
        ]
        for file in files {
            #expect(isCorrupt(try facts(of: TinyPNG.signature + file)))
        }
        #expect(try facts(of: TinyPNG.signature + header + data + end).damage == nil)
    }

    @Test func `An unknown critical chunk is unsupported, an ancillary one is skipped`() throws {
        let critical = TinyPNG(before: [TinyPNG.chunk("CrIt", [])])
        #expect(try facts(of: critical.bytes).damage == .unsupported("critical chunk CrIt"))
        #expect(try facts(of: TinyPNG(before: [TinyPNG.chunk("anCi", [])]).bytes).damage == nil)
    }

    @Test(
        arguments: [
            (12_000, 4_166, false), (12_001, 1, true), (1, 12_001, true), (12_000, 4_167, true),
            (0x7FFF_FFFF, 0x7FFF_FFFF, true),
        ])
    func `A claim over the limits is refused`(width: Int, height: Int, isOver: Bool) throws {
        let damage = try facts(of: TinyPNG(width: width, height: height).bytes).damage
        if case .overLimit = damage { #expect(isOver) } else { #expect(!isOver && damage != nil) }
    }

    @Test(
        arguments: [
            (0x1B, 4, nil), (0x1B, 3, "a pixel of colour 3, the palette has 3"),
            (0x00, 1, nil), (0x40, 1, "a pixel of colour 1, the palette has 1"),
        ] as [(UInt8, Int, String?)]
    )
    func `A pixel may not name a colour that the palette has not`(
        row: UInt8,
        entries: Int,
        fault: String?
    ) throws {
        let palette = TinyPNG.chunk("PLTE", Array(repeating: 7, count: entries * 3))
        let file = TinyPNG(
            width: 4,
            height: 1,
            bitDepth: 2,
            colourType: 3,
            rows: [0, row],
            before: [palette]
        )
        #expect(try facts(of: file.bytes).damage == fault.map { .corrupt($0) })
    }

    @Test func `The palette is looked up behind each filter`() throws {
        let palette = TinyPNG.chunk("PLTE", Array(repeating: 7, count: 9))
        // Sub, Up, Average and Paeth; by ISO/IEC 15948 9.2 all rows are the indices 1 2 2.
        var file = TinyPNG(
            width: 3,
            height: 4,
            colourType: 3,
            rows: [1, 1, 1, 0, 2, 0, 0, 0, 3, 1, 1, 0, 4, 0, 0, 0],
            before: [palette]
        )
        #expect(try facts(of: file.bytes).damage == nil)
        file.rows[15] = 1
        let damage = try facts(of: file.bytes).damage
        #expect(damage == .corrupt("a pixel of colour 3, the palette has 3"))
    }

    private func isCorrupt(_ facts: PictureFacts) -> Bool {
        if case .corrupt = facts.damage { true } else { false }
    }
}
