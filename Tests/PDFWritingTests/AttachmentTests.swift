import PDFWriting
import PageLayout
import Testing

struct AttachmentTests {
    private static let attachments = [
        PDFAttachment(
            name: "a(1).bin",
            mediaType: "application/octet-stream",
            summary: "空",
            bytes: []
        ),
        PDFAttachment(
            name: "manifest.json",
            mediaType: "application/json",
            summary: "清单 𠮷",
            bytes: Array("{\"姓名\": \"虚构\"}".utf8)
        ),
        PDFAttachment(
            name: "z.bin",
            mediaType: "application/octet-stream",
            summary: "随机",
            bytes: {
                var random = UInt32(1)
                return (0..<300_000).map { _ in
                    random = random &* 1_664_525 &+ 1_013_904_223
                    return UInt8(random >> 24)
                }
            }()
        ),
    ]

    @Test(
        .enabled(if: OutsideTool.pdfdetach != nil, "pdfdetach (poppler-utils) is not installed"),
        arguments: [true, false],
        Road.allCases
    )
    func `Attachments come out as they went in`(compressed: Bool, road: Road) throws {
        let folder = try TemporaryFolder()
        let pdf = try Sample.write(
            Sample.text("医"),
            attachments: Self.attachments,
            compressed: compressed,
            road: road
        )
        let file = try folder.write(pdf, to: "document.pdf")
        let result = try #require(OutsideTool.pdfdetach).run(["-saveall", "-o", folder.path, file])
        #expect(result.status == 0, "\(result.output)")
        #expect(try folder.names == ["a(1).bin", "document.pdf", "manifest.json", "z.bin"])
        for attachment in Self.attachments {
            #expect(try folder.bytes(of: attachment.name) == attachment.bytes)
        }
    }

    // ISO 19005-3, 6.8: F, UF, AFRelationship, an entry of the catalog's AF, and the media type.
    @Test func `Attachments are associated with the document`() throws {
        let pdf = try ParsedPDF(Sample.write(Sample.text("医"), attachments: Self.attachments))
        let associated = try pdf.array(pdf.catalog["AF"])
        let names = try pdf.dictionary(pdf.dictionary(pdf.catalog["Names"])["EmbeddedFiles"])
        let tree = try pdf.array(names["Names"])
        #expect(tree.count == 6)
        for (index, attachment) in Self.attachments.enumerated() {
            let specification = try pdf.dictionary(associated[index])
            #expect(tree[index * 2].text == attachment.name)
            #expect(tree[index * 2 + 1] == associated[index])
            #expect(specification["Type"] == .name("Filespec"))
            #expect(specification["F"]?.text == attachment.name)
            #expect(specification["UF"]?.text == attachment.name)
            #expect(specification["Desc"]?.text == attachment.summary)
            #expect(specification["AFRelationship"] == .name("Data"))
            let file = try pdf.dictionary(pdf.dictionary(specification["EF"])["F"])
            #expect(file["Type"] == .name("EmbeddedFile"))
            let subtype = file["Subtype"]?.name?.replacing("#2F", with: "/").replacing(
                "#2f",
                with: "/"
            )
            #expect(subtype == attachment.mediaType)
            let parameters = try pdf.dictionary(file["Params"])
            #expect(parameters["Size"] == .number(Double(attachment.bytes.count)))
            #expect(parameters["ModDate"]?.text == "D:20260205000000+08'00'")
        }
    }
}
