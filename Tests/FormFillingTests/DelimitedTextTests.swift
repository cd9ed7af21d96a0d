import FormFilling
import Testing

@Suite struct DelimitedTextTests {
    /// All rows, the header first.
    private func rows(
        _ bytes: [UInt8],
        size: Int = 65_536,
        encoding: TextEncoding? = nil,
        limits: DelimitedText.Limits = .init()
    ) throws -> [[String]] {
        let text = try DelimitedText(
            MemoryChunks(bytes, size: size),
            encoding: encoding,
            limits: limits
        )
        var rows = [text.header]
        while let row = try text.next() { rows.append(row.cells) }
        return rows
    }

    // Expected: Python 3.11, [r for r in csv.reader(io.StringIO(text, newline=''), delimiter=d) if r].
    @Test(arguments: [
        ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
        ("a,b\n\"1, 2\",\"x \"\"y\"\" z\"\n", [["a", "b"], ["1, 2", "x \"y\" z"]]),
        ("a,b\r\n\"line 1\r\nline 2\",x\r\n", [["a", "b"], ["line 1\r\nline 2", "x"]]),
        ("a,b\n\"line 1\nline 2\",x", [["a", "b"], ["line 1\nline 2", "x"]]),
        ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
        ("a,b\n,\n\"\",\"\"\n", [["a", "b"], ["", ""], ["", ""]]),
        ("a,b\n1,6\" pipe\n", [["a", "b"], ["1", "6\" pipe"]]),
        ("a,b\n 1 ,\"  2\"\n", [["a", "b"], [" 1 ", "  2"]]),
        ("a\tb\n1\t\"x\ty\"\n", [["a", "b"], ["1", "x\ty"]]),
        ("a;b\n1;\"x;y\"\n", [["a", "b"], ["1", "x;y"]]),
        ("a,b\n1,2\n\n\n3,4\n", [["a", "b"], ["1", "2"], ["3", "4"]]),
        ("\"a\",\"b\"\n\"\"\"\",\"'\"\n", [["a", "b"], ["\"", "'"]]),
        ("a,b\n\"x\"\",\"\"y\",z\n", [["a", "b"], ["x\",\"y", "z"]]),
        ("姓名,备注\n张三,\"科室、岗位\n第二行\"\n", [["姓名", "备注"], ["张三", "科室、岗位\n第二行"]]),
        ("a,b\n1, \"x\"\n", [["a", "b"], ["1", " \"x\""]]),
    ])
    func `Rows are those that Python reads, in pieces of any size`(
        text: String,
        expected: [[String]]
    ) throws {
        for size in [1, 2, 3, 7, 65_536] {
            let read = try rows(Array(text.utf8), size: size)
            #expect(read == expected, "in pieces of \(size) bytes")
        }
    }

    // Bytes: Python 3.11, "姓名,民族\r\n张䶮,蒙古族\r\n".encode(...), "姓名\n𠮷野\n".encode("gb18030").
    @Test(
        arguments: [
            (
                [
                    0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xC3, 0xF1, 0xD7, 0xE5, 0x0D, 0x0A, 0xD5, 0xC5,
                    0xFE,
                    0x9F, 0x2C, 0xC3, 0xC9, 0xB9, 0xC5, 0xD7, 0xE5, 0x0D, 0x0A,
                ],
                [["姓名", "民族"], ["张䶮", "蒙古族"]]
            ),
            (
                [0xD0, 0xD5, 0xC3, 0xFB, 0x0A, 0x95, 0x34, 0xB2, 0x35, 0xD2, 0xB0, 0x0A],
                [["姓名"], ["𠮷野"]]
            ),
            // 联通, the two characters that once made Notepad take GBK for UTF-8.
            ([0x61, 0x0A, 0xC1, 0xAA, 0xCD, 0xA8], [["a"], ["联通"]]),
            // 涓, whose bytes begin a character of UTF-8.
            ([0x61, 0x0A, 0xE4, 0xB8], [["a"], ["涓"]]),
            (
                [
                    0xFF, 0xFE, 0xD3, 0x59, 0x0D, 0x54, 0x2C, 0x00, 0x61, 0x00, 0x0D, 0x00, 0x0A,
                    0x00,
                    0x42, 0xD8, 0xB7, 0xDF, 0x2C, 0x00, 0x31, 0x00, 0x0D, 0x00, 0x0A, 0x00,
                ],
                [["姓名", "a"], ["𠮷", "1"]]
            ),
            (
                [
                    0xFE, 0xFF, 0x59, 0xD3, 0x54, 0x0D, 0x00, 0x2C, 0x00, 0x61, 0x00, 0x0D, 0x00,
                    0x0A,
                    0xD8, 0x42, 0xDF, 0xB7, 0x00, 0x2C, 0x00, 0x31, 0x00, 0x0D, 0x00, 0x0A,
                ],
                [["姓名", "a"], ["𠮷", "1"]]
            ),
            ([0xEF, 0xBB, 0xBF, 0x22, 0x61, 0x22, 0x0A, 0x31], [["a"], ["1"]]),
        ] as [([UInt8], [[String]])]
    )
    func `The encoding is told from a mark or from the bytes`(
        bytes: [UInt8],
        expected: [[String]]
    ) throws {
        for size in [1, 2, 3, 5, 65_536] {
            let read = try rows(bytes, size: size)
            #expect(read == expected, "in pieces of \(size) bytes")
        }
    }

    @Test func `Chinese that begins far behind the header is told apart too`() throws {
        let ascii = Array(String(repeating: "1,2\n", count: 40_000).utf8)
        let head = Array("a,b\n".utf8)
        // Python: "张三,1\n".encode("gb18030")
        let tail: [UInt8] = [0xD5, 0xC5, 0xC8, 0xFD, 0x2C, 0x31, 0x0A]
        let read = try rows(head + ascii + tail)
        #expect(read.count == 40_002)
        #expect(read.last == ["张三", "1"])
    }

    @Test func `Bytes that are no UTF-8 are told by their line`() throws {
        let bytes = Array("姓名\n甲\n".utf8) + [0xE7, 0x94, 0x0A, 0xFF, 0x0A]
        let error = #expect(throws: FormDataError.self) { try rows(bytes, encoding: .utf8) }
        #expect(error?.faults.map(\.code) == [.encoding])
        #expect(error?.faults.first?.line == 3)
    }

    @Test func `A text that ends within a character is refused`() {
        // The first byte of two in GB 18030, and half a character of UTF-16.
        for bytes: [UInt8] in [[0xD0, 0xD5, 0x0A, 0xD5], [0xFF, 0xFE, 0x61, 0x00, 0x0A]] {
            let error = #expect(throws: FormDataError.self) { try rows(bytes) }
            #expect(error?.faults.first?.code == .encoding)
        }
    }

    @Test func `A row of another width is told, and the next one is read`() throws {
        let text = try DelimitedText(MemoryChunks(Array("a,b\n\"1\n\",2\n3\n4,5,6\n7,8\n".utf8)))
        var found: [[FormDataFault]] = []
        while let row = try text.next() { found.append(row.faults) }
        #expect(found.map { $0.map(\.code) } == [[], [.ragged], [.ragged], []])
        #expect(found[1].first?.row == 2)
        #expect(found[1].first?.line == 4)
        #expect(found[2].first?.values == ["count": "3", "expected": "2"])
    }

    @Test func `Words behind a closing quote are told, and the next row is read`() throws {
        let text = try DelimitedText(MemoryChunks(Array("a,b\n\"1\"x,2\n3,4\n".utf8)))
        let first = try text.next()
        let second = try text.next()
        #expect(first?.faults.map(\.code) == [.strayQuote])
        #expect(second?.cells == ["3", "4"])
        #expect(second?.faults == [])
    }

    @Test func `A quote that is never closed is told by the line where it opens`() throws {
        let bytes = Array("a,b\n1,2\n3,\"4\n5,6\n".utf8)
        let error = #expect(throws: FormDataError.self) { try rows(bytes) }
        #expect(error?.faults.first?.code == .openQuote)
        #expect(error?.faults.first?.line == 3)
        #expect(error?.faults.first?.row == 2)
    }

    @Test func `Limits of cells and rows are kept`() throws {
        let limits = DelimitedText.Limits(cellBytes: 3, cells: 2)
        let whole = try rows(Array("a,b\nxyz,1\n".utf8), limits: limits)
        #expect(whole == [["a", "b"], ["xyz", "1"]])
        let long = #expect(throws: FormDataError.self) {
            try rows(Array("a,b\n1,wxyz\n".utf8), limits: limits)
        }
        #expect(long?.faults.first?.code == .cellTooLong)
        #expect(long?.faults.first?.columnNumber == 2)
        #expect(long?.faults.first?.line == 2)
        let wide = #expect(throws: FormDataError.self) {
            try rows(Array("a,b\n1,2,3\n".utf8), limits: limits)
        }
        #expect(wide?.faults.first?.code == .tooManyCells)
    }

    @Test(arguments: ["", "\n\r\n", "\u{FEFF}"])
    func `A text without a header is refused`(text: String) {
        let error = #expect(throws: FormDataError.self) { try rows(Array(text.utf8)) }
        #expect(error?.faults.first?.code == .empty)
    }

    @Test(arguments: [
        ("\"a,;;\",b\n", ","), ("a;b,c;d\n", ";"), ("a\tb,c\td\n", "\t"), ("a\n1,2", ","),
    ])
    func `The delimiter is what the header has most of outside quotes`(
        text: String,
        delimiter: Character
    ) throws {
        let read = try DelimitedText(MemoryChunks(Array(text.utf8)))
        #expect(read.delimiter == delimiter)
    }
}
