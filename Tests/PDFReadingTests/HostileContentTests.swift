import PDFReading
import Testing

/// Pages, forms, trees and attachments that are made to take all time and memory.
@Suite struct HostileContentTests {
    typealias Case = HostileFileTests.Case

    static func repeated(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }

    /// Content that draws forms, each of which has the content that follows it in the list.
    static func forms(_ contents: [String], draws: (Int) -> String) -> RawPDF {
        RawPDF(
            content: "/X Do",
            page: "/Resources<</XObject<</X 5 0 R>>>>",
            more: contents.indices.map {
                RawPDF.stream(
                    contents[$0],
                    "/Type/XObject/Subtype/Form/BBox[0 0 100 100]"
                        + "/Resources<</XObject<</X \(draws($0)) 0 R>>>>"
                )
            }
        )
    }

    static let contents = [
        Case(
            "states saved without end",
            "pdf.over-limit",
            RawPDF(content: repeated("q ", 100_000))
        ),
        Case("operators without end", "pdf.over-limit", RawPDF(content: repeated("n ", 1_100_000))),
        Case("numbers without end", "pdf.over-limit", RawPDF(content: repeated("1 ", 100_000))),
        Case(
            "shapes without end",
            "pdf.over-limit",
            RawPDF(content: repeated("0 0 1 1 re f ", 110_000))
        ),
        Case(
            "corners without end",
            "pdf.over-limit",
            RawPDF(content: repeated("0 0 1 1 re ", 300_000) + "f")
        ),
        Case(
            "the sheet painted again and again",
            "pdf.over-limit",
            RawPDF(content: repeated("0 0 100 100 re f ", 50_000))
        ),
        Case(
            "edges across all rows",
            "pdf.over-limit",
            RawPDF(content: "0 0 m " + repeated("99 100 l 0 0 l ", 150_000) + "f")
        ),
        Case("too few numbers", "pdf.bad-content", RawPDF(content: "1 2 3 re f")),
        Case("a line from nowhere", "pdf.bad-content", RawPDF(content: "1 2 l S")),
        Case("a picture that never ends", "pdf.bad-content", RawPDF(content: "BI /W 1 ID abc")),
        Case("a form in itself", "pdf.loop", forms(["/X Do"]) { _ in "5" }),
        Case(
            "forms in forms",
            "pdf.over-limit",
            forms(Array(repeating: "/X Do", count: 30)) { "\($0 + 6)" }
        ),
        Case(
            "forms that draw each other ten times over",
            "pdf.over-limit",
            forms(Array(repeating: repeated("/X Do ", 10), count: 9) + ["n"]) { "\($0 + 6)" }
        ),
    ]

    static func file(_ specification: String, _ catalog: String) -> RawPDF {
        RawPDF(
            content: "",
            more: [specification, RawPDF.stream("abc", "/Type/EmbeddedFile"), "[(a) 5 0 R]"],
            catalog: catalog
        )
    }

    static let trees = [
        Case(
            "names that hold themselves",
            "pdf.loop",
            RawPDF(
                content: "",
                more: ["<</Kids[5 0 R]>>"],
                catalog: "/Names<</EmbeddedFiles 5 0 R>>"
            )
        ),
        Case(
            "labels that hold themselves",
            "pdf.loop",
            RawPDF(content: "", more: ["<</Kids[5 0 R]>>"], catalog: "/PageLabels 5 0 R")
        ),
        Case(
            "a roman number in millions",
            "pdf.over-limit",
            RawPDF(content: "", catalog: "/PageLabels<</Nums[0<</S/R/St 2000000000>>]>>")
        ),
        Case(
            "a label longer than a page",
            "pdf.over-limit",
            RawPDF(
                content: "",
                catalog: "/PageLabels<</Nums[0<</P(\(repeated("x", 100_000)))>>]>>"
            )
        ),
        Case(
            "two files of one name",
            "pdf.bad-attachment",
            file("<</F(a)/UF(a)/EF<</F 6 0 R/UF 4 0 R>>>>", "/AF[5 0 R]")
        ),
        Case("no file", "pdf.bad-attachment", file("<</F(a)/EF<</F 1 0 R>>>>", "/AF[5 0 R]")),
        Case(
            "files without end",
            "pdf.over-limit",
            file("<</F(a)/EF<</F 6 0 R>>>>", "/AF[\(repeated("5 0 R ", 10_000))]")
        ),
    ]

    @Test(.timeLimit(.minutes(1)), arguments: contents + trees)
    func `it is refused`(file: Case) {
        var found: String?
        let time = ContinuousClock().measure { found = refusal(of: file.bytes) }
        #expect(found == file.code)
        #expect(time < .seconds(2))
    }

    @Test func `odd numbers do no harm`() throws {
        let huge = "99999999999999999"
        let content = """
            \(huge) 0 0 \(huge) \(huge) \(huge) cm \(huge) 0 0 \(huge) \(huge) \(huge) cm
            0 0 \(huge) \(huge) re f 0 0 m \(huge) 5 l 3 -\(huge) l f \(huge) w 0 0 m 9 9 l S n
            """
        let repeated = Self.repeated("\(huge) 0 0 \(huge) 0 0 cm ", 40)
        let found = refusal(of: RawPDF(content: content + " " + repeated + content).bytes)
        #expect(found == nil)
    }
}
