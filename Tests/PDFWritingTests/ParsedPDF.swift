/// A PDF read back by its cross-reference table, without any code of the writer.
///
/// A compact one is first written anew by qpdf with such a table, its streams as they are or inflated.
struct ParsedPDF {
    struct Missing: Error {
        let what: String
    }

    let bytes: [UInt8]
    private(set) var trailer: [String: PDFValue] = [:]
    private var offsets: [Int: Int] = [:]

    init(_ bytes: [UInt8], inflated: Bool = false) throws {
        let bytes = try Self.unpacked(bytes, inflated)
        self.bytes = bytes
        let tail = bytes.suffix(64)
        let marker = try Self.found(
            tail.indices.last { tail[$0...].starts(with: "startxref".utf8) },
            "startxref"
        )
        var end = PDFScanner(bytes, at: marker + 9)
        var scanner = PDFScanner(bytes, at: try Self.found(Int(end.word()), "an offset"))
        try scanner.expect("xref")
        while !scanner.take("trailer") {
            let first = try Self.found(Int(scanner.word()), "a section")
            let count = try Self.found(Int(scanner.word()), "a count")
            for number in first..<first + count {
                let offset = try Self.found(Int(scanner.word()), "an offset")
                _ = scanner.word()
                if scanner.word() == "n" { offsets[number] = offset }
            }
        }
        trailer = try Self.found(scanner.value().dictionary, "the trailer")
    }

    private static func unpacked(_ bytes: [UInt8], _ inflated: Bool) throws -> [UInt8] {
        let packed = Array("/Type/ObjStm".utf8)
        let isPacked = bytes.indices.contains {
            bytes[$0] == packed[0] && bytes[$0...].starts(with: packed)
        }
        guard isPacked, let qpdf = OutsideTool.qpdf else { return bytes }
        let folder = try TemporaryFolder()
        let (packedFile, file) = (try folder.write(bytes, to: "packed.pdf"), folder.path("a.pdf"))
        let streams = inflated ? "uncompress" : "preserve"
        let result = try qpdf.run(
            ["--object-streams=disable", "--stream-data=\(streams)", packedFile, file]
        )
        guard result.status == 0 else { throw Missing(what: result.output) }
        return try folder.bytes(of: "a.pdf")
    }

    static func found<Value>(_ value: Value?, _ what: String) throws -> Value {
        guard let value else { throw Missing(what: what) }
        return value
    }

    /// What a value is once references are followed.
    func resolved(_ value: PDFValue?) throws -> PDFValue {
        let value = try Self.found(value, "a value")
        guard case .reference(let number) = value else { return value }
        var scanner = try scanner(of: number)
        return try scanner.value()
    }

    func dictionary(_ value: PDFValue?) throws -> [String: PDFValue] {
        try Self.found(resolved(value).dictionary, "a dictionary")
    }

    func array(_ value: PDFValue?) throws -> [PDFValue] {
        try Self.found(resolved(value).array, "an array")
    }

    /// The bytes of a stream as they stand in the file.
    func stream(_ value: PDFValue?) throws -> [UInt8] {
        var scanner = try scanner(of: Self.found(value?.reference, "a reference"))
        let length = try resolved(Self.found(scanner.value().dictionary, "a stream")["Length"])
        let count = Int(try Self.found(length.number, "a length"))
        try scanner.expect("stream")
        if bytes[scanner.position] == 13 { scanner.position += 1 }
        let start = scanner.position + 1
        var after = PDFScanner(bytes, at: start + count)
        try after.expect("endstream")
        return Array(bytes[start..<start + count])
    }

    private func scanner(of number: Int) throws -> PDFScanner {
        var scanner = PDFScanner(bytes, at: try Self.found(offsets[number], "object \(number)"))
        try scanner.expect("\(number)")
        try scanner.expect("0")
        try scanner.expect("obj")
        return scanner
    }

    var catalog: [String: PDFValue] { get throws { try dictionary(trailer["Root"]) } }

    var info: [String: PDFValue] { get throws { try dictionary(trailer["Info"]) } }

    /// The references of the pages, in order.
    var pages: [PDFValue] { get throws { try pages(under: catalog["Pages"]) } }

    private func pages(under node: PDFValue?) throws -> [PDFValue] {
        let entries = try dictionary(node)
        guard entries["Type"] == .name("Pages") else { return try [Self.found(node, "a page")] }
        return try array(entries["Kids"]).flatMap { try pages(under: $0) }
    }

    func page(_ index: Int) throws -> [String: PDFValue] { try dictionary(pages[index]) }

    /// The resources of one kind on a page, by name.
    func resources(_ kind: String, ofPage index: Int) throws -> [String: PDFValue] {
        try dictionary(dictionary(page(index)["Resources"])[kind])
    }

    /// The content of a page of an uncompressed document.
    func content(ofPage index: Int) throws -> String {
        let contents = try page(index)["Contents"]
        let parts = try contents?.array ?? [Self.found(contents, "a content stream")]
        return String(decoding: try parts.flatMap { try stream($0) }, as: UTF8.self)
    }
}
