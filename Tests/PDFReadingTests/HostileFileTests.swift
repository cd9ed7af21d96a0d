import PDFReading
import Testing

/// Files that are made to crash, to fill memory or to never end; each is refused with its reason.
@Suite struct HostileFileTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var code: String
        var bytes: [UInt8]

        init(_ description: String, _ code: String, _ bytes: [UInt8]) {
            (testDescription, self.code, self.bytes) = (description, code, bytes)
        }

        init(_ description: String, _ code: String, _ raw: RawPDF) {
            self.init(description, code, raw.bytes)
        }
    }

    static let good = RawPDF(content: "0 0 10 10 re f")

    static func edited(_ old: String, _ new: String) -> [UInt8] {
        let text = good.text
        guard let place = text.ranges(of: old).first else { preconditionFailure("no \(old)") }
        return Array((text[..<place.lowerBound] + new + text[place.upperBound...]).utf8)
    }

    /// The good file with other objects, and references that are right for them.
    static func rewritten(_ old: String, _ new: String) -> [UInt8] {
        var raw = good
        raw.objects = raw.objects.map { $0.replacing(old, with: new) }
        return raw.bytes
    }

    static func repeated(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }

    static let syntax = [
        Case("nothing", "pdf.no-header", []),
        Case("another file", "pdf.no-header", Array("GIF89a and so on, long enough".utf8)),
        Case("no end", "pdf.no-end", Array(good.text.dropLast(6).utf8)),
        Case("arrays in arrays", "pdf.over-limit", RawPDF(content: repeated("[", 100_000))),
        Case("open arrays", "pdf.over-limit", RawPDF(good.objects + [repeated("[", 100_000)])),
        Case(
            "dictionaries in dictionaries",
            "pdf.over-limit",
            RawPDF(good.objects + [repeated("<</A", 100_000)])
        ),
        Case("open brackets", "pdf.bad-syntax", RawPDF(good.objects + [repeated("(", 100_000)])),
        Case("a key twice", "pdf.duplicate-key", RawPDF(good.objects + ["<</A 1/B 2/A 3>>"])),
        Case(
            "a number too great",
            "pdf.over-limit",
            RawPDF(good.objects + [repeated("9", 100_000)])
        ),
        Case("half a hexadecimal name", "pdf.bad-syntax", RawPDF(good.objects + ["/A#4"])),
        Case("encrypted", "pdf.encrypted", edited("/Root", "/Encrypt 4 0 R/Root")),
    ]

    static let references = [
        Case("objects counted in millions", "pdf.over-limit", edited("/Size 5", "/Size 10000000")),
        Case("entries counted in millions", "pdf.over-limit", edited("0 5\n", "0 9999999\n")),
        Case("more entries than bytes", "pdf.bad-cross-reference", edited("0 5\n", "0 400000\n")),
        Case("a first entry too great", "pdf.over-limit", edited("0 5\n", "99999999999 5\n")),
        Case("a size too small", "pdf.bad-cross-reference", edited("/Size 5", "/Size 4")),
        Case(
            "a table elsewhere",
            "pdf.bad-cross-reference",
            edited("startxref\n", "startxref\n1 %")
        ),
        Case("an offset too great", "pdf.no-end", edited("startxref\n", "startxref\n99999999")),
        Case(
            "an offset that is too great from where the header stands",
            "pdf.bad-cross-reference",
            Array((repeated("x", 900) + good.text).utf8.dropLast(20))
                + Array("\nstartxref\n900\n%%EOF".utf8)
        ),
        Case("another object's place", "pdf.bad-object", edited("4 0 obj", "9 0 obj")),
        Case("another generation", "pdf.bad-object", edited("4 0 obj", "4 7 obj")),
        Case("no such place", "pdf.bad-cross-reference", edited("0000000009", "9999999999")),
        Case("hybrid", "pdf.hybrid", edited("/Root", "/XRefStm 9/Root")),
        Case(
            "a table that comes before itself",
            "pdf.loop",
            edited("/Root", "/Prev \(tableStart)/Root")
        ),
        Case(
            "no catalogue",
            "pdf.bad-cross-reference",
            rewritten("/Type/Catalog", "/Type/Katalog")
        ),
        Case(
            "a reference to itself",
            "pdf.loop",
            RawPDF(content: "", page: "/Rotate 5 0 R", more: ["5 0 R"])
        ),
    ]

    /// Where the good file's table begins.
    static var tableStart: Int {
        let text = good.text
        let place = text.ranges(of: "xref\n0").first?.lowerBound ?? text.startIndex
        return text[..<place].utf8.count
    }

    static let streams = [
        Case("a length too great", "pdf.bad-stream", rewritten("/Length 14", "/Length 99")),
        Case("a length below zero", "pdf.bad-stream", rewritten("/Length 14", "/Length -1")),
        Case("no length", "pdf.bad-stream", rewritten("/Length 14", "/Lungth 14")),
        Case(
            "a length that is its own",
            "pdf.bad-stream",
            rewritten("/Length 14", "/Length 4 0 R")
        ),
        Case(
            "a file outside",
            "pdf.bad-stream",
            rewritten("/Length 14", "/Length 14/F(/etc/passwd)")
        ),
        Case("unknown", "pdf.unknown-filter", rewritten("/Length 14", "/Length 14/Filter/Crypt")),
        Case("not zlib", "pdf.bad-data", rewritten("/Length 14", "/Length 14/Filter/FlateDecode")),
        Case(
            "a chain of filters",
            "pdf.unknown-filter",
            rewritten(
                "/Length 14",
                "/Length 14/Filter[/FlateDecode/FlateDecode]"
            )
        ),
    ]

    static func pages(_ objects: String...) -> RawPDF {
        RawPDF(["<</Type/Catalog/Pages 2 0 R>>"] + objects)
    }

    static let pageTrees = [
        Case("itself", "pdf.loop", pages("<</Type/Pages/Kids[2 0 R]/Count 1>>")),
        Case(
            "two that hold each other",
            "pdf.loop",
            pages(
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>"
            )
        ),
        Case(
            "a page twice",
            "pdf.loop",
            pages(
                "<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
            )
        ),
        Case("a wrong count", "pdf.bad-page-tree", rewritten("/Count 1", "/Count 2")),
        Case("another parent", "pdf.bad-page-tree", rewritten("/Parent 2", "/Parent 1")),
        Case("no parent", "pdf.bad-page-tree", rewritten("/Parent 2 0 R", "")),
        Case(
            "too deep",
            "pdf.over-limit",
            RawPDF(
                ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>"]
                    + (3...100).map {
                        "<</Type/Pages/Parent \($0 - 1) 0 R/Kids[\($0 + 1) 0 R]/Count 1>>"
                    }
            )
        ),
        Case(
            "too many",
            "pdf.over-limit",
            pages("<</Type/Pages/Count 1/Kids[\(repeated("3 0 R ", 20_000))]>>")
        ),
        Case("no sheet", "pdf.bad-page-tree", rewritten("[0 0 100 100]", "[0 0 0 100]")),
    ]

    @Test(.timeLimit(.minutes(1)), arguments: syntax + references + streams + pageTrees)
    func `it is refused`(file: Case) {
        var found: String?
        let time = ContinuousClock().measure { found = refusal(of: file.bytes) }
        #expect(found == file.code)
        #expect(time < .seconds(2))
    }

    @Test func `the good file is read`() {
        let found = refusal(of: Self.good.bytes)
        #expect(found == nil)
    }
}
