import Foundation
import FoundationXML
import PDFWriting
import PageLayout
import Testing

/// Collects the text of an XMP packet's elements by qualified name.
private final class PacketReader: NSObject, XMLParserDelegate {
    private(set) var texts: [String: String] = [:]
    private var path: [String] = []

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        path.append(name)
    }

    func parser(
        _ parser: XMLParser,
        didEndElement name: String,
        namespaceURI: String?,
        qualifiedName: String?
    ) {
        path.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        for name in path where !name.hasPrefix("rdf:") { texts[name, default: ""] += text }
    }
}

struct MetadataTests {
    private func packet(_ pdf: ParsedPDF) throws -> [String: String] {
        let entries = try pdf.dictionary(pdf.catalog["Metadata"])
        #expect(entries["Type"] == .name("Metadata"))
        #expect(entries["Subtype"] == .name("XML"))
        #expect(entries["Filter"] == nil)
        let bytes = try pdf.stream(pdf.catalog["Metadata"])
        let reader = PacketReader()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = reader
        #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
        return reader.texts
    }

    @Test(
        arguments: [
            "报名材料", "A & B < C > D \"E\" 'F'", "]]> <!-- &amp; &#10; <?x?>", "𠮷䶮 (1) \\ /",
            // A combining mark makes one Swift character with what stands before it.
            "a&\u{301}b", "a<\u{338}b>\u{338}", "&\u{FE0F}",
        ]
    )
    func `Info and XMP say the same of title, subject and creator`(text: String) throws {
        let metadata = try Sample.metadata(
            title: "T" + text,
            subject: "S" + text,
            creator: "C" + text
        )
        let pdf = try ParsedPDF(Sample.write(Sample.text("医"), metadata: metadata))
        let info = try pdf.info
        let packet = try packet(pdf)
        for (key, name, expected) in [
            ("Title", "dc:title", "T"), ("Subject", "dc:description", "S"),
            ("Creator", "xmp:CreatorTool", "C"),
        ] {
            let scalars = Array((expected + text).unicodeScalars)
            #expect(info[key]?.text.map { Array($0.unicodeScalars) } == scalars)
            let stated = packet[name].map {
                Array($0.trimmingCharacters(in: .newlines).unicodeScalars)
            }
            #expect(stated == scalars)
        }
    }

    @Test func `Info and XMP state the same day, producer and standard`() throws {
        let pdf = try ParsedPDF(Sample.write(Sample.text("医")))
        let info = try pdf.info
        let packet = try packet(pdf)
        #expect(info["CreationDate"]?.text == "D:20260205000000+08'00'")
        #expect(info["ModDate"]?.text == "D:20260205000000+08'00'")
        #expect(packet["xmp:CreateDate"] == "2026-02-05T00:00:00+08:00")
        #expect(packet["xmp:ModifyDate"] == "2026-02-05T00:00:00+08:00")
        #expect(info["Producer"]?.text == packet["pdf:Producer"])
        #expect(packet["pdfaid:part"] == "3")
        #expect(packet["pdfaid:conformance"] == "U")
    }

    @Test func `The file's identifier is the one that was given, twice`() throws {
        let pdf = try ParsedPDF(Sample.write(Sample.text("医")))
        #expect(pdf.trailer["ID"]?.array?.map(\.bytes) == [Array(0xF0...0xFF), Array(0xF0...0xFF)])
    }

    @Test func `The catalog states language, display and output intent`() throws {
        let pdf = try ParsedPDF(Sample.write(Sample.text("医")))
        let catalog = try pdf.catalog
        #expect(catalog["Lang"]?.text == "zh-CN")
        let preferences = try pdf.dictionary(catalog["ViewerPreferences"])
        #expect(preferences["DisplayDocTitle"] == .boolean(true))
        let intents = try pdf.array(catalog["OutputIntents"])
        #expect(intents.count == 1)
        let intent = try pdf.dictionary(intents.first)
        #expect(intent["S"] == .name("GTS_PDFA1"))
        #expect(try pdf.dictionary(intent["DestOutputProfile"])["N"] == .number(3))
    }

    @Test func `The file begins as PDF 1.7 with a comment of high bytes`() throws {
        let bytes = try Sample.write(Sample.text("医"))
        #expect(bytes.starts(with: "%PDF-1.7\n%".utf8))
        // ISO 19005-3, 6.1.2: at least four bytes above 127.
        #expect(bytes[10..<14].allSatisfy { $0 > 127 })
    }

    @Test(.enabled(if: OutsideTool.pdfinfo != nil, "pdfinfo (poppler-utils) is not installed"))
    func `Pdfinfo reads the same`() throws {
        let metadata = try Sample.metadata(title: "𠮷的材料 & <1>")
        let bytes = try Sample.write(Sample.text("医"), metadata: metadata, compressed: true)
        let text = try output(of: .pdfinfo, ["-enc", "UTF-8", "FILE"], bytes)
        for line in [
            #/Title: +𠮷的材料 & <1>\n/#, #/Subject: +一份虚构的材料\n/#, #/Creator: +dossier 0\n/#,
            #/Pages: +1\n/#, #/Page size: +595\.276 x 841\.89 pts \(A4\)/#, #/PDF version: +1\.7/#,
        ] {
            #expect(text.contains(line), "\(text)")
        }
    }
}
