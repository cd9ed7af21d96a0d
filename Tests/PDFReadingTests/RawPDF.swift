/// A PDF put together by hand from the text of its objects: no writer of ours has a part.
struct RawPDF {
    /// Objects by their numbers, from 1.
    var objects: [String]
    var header = "%PDF-1.7\n"
    var trailer = "/Root 1 0 R"

    init(_ objects: [String]) { self.objects = objects }

    /// One page with this content, other entries of the page, and objects from number 5 on.
    init(content: String, page: String = "", more: [String] = [], catalog: String = "") {
        self.init(
            [
                "<</Type/Catalog/Pages 2 0 R\(catalog)>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R\(page)>>",
                Self.stream(content),
            ] + more
        )
    }

    static func stream(
        _ content: String,
        _ entries: String = "",
        length: String? = nil
    ) -> String {
        let length = length ?? "\(content.utf8.count)"
        return "<</Length \(length)\(entries)>>\nstream\n\(content)\nendstream"
    }

    /// The file with a table of cross-references.
    var bytes: [UInt8] { Array(text.utf8) }

    var text: String {
        var text = header
        var table = "0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            let offset = String(text.utf8.count)
            table += String(repeating: "0", count: 10 - offset.utf8.count) + offset + " 00000 n \n"
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let count = objects.count + 1
        return text + "xref\n0 \(count)\n\(table)trailer\n<</Size \(count)\(trailer)>>\n"
            + "startxref\n\(text.utf8.count)\n%%EOF\n"
    }

    /// The file with a stream of cross-references that is not compressed, and streams of objects; these
    /// hold the numbers from `firstPacked` on.
    func compact(
        packing packed: [(number: Int, text: String)],
        containerLength: String? = nil
    ) -> [UInt8] {
        var text = header
        var rows = "000000000000000000"
        func row(_ kind: Int, _ second: Int, _ third: Int) -> String {
            let hex = String(second, radix: 16)
            let zeros = String(repeating: "0", count: 8 - hex.count)
            return "0\(kind)\(zeros)\(hex)0000000\(third)"
        }
        for (index, object) in objects.enumerated() {
            rows += row(1, text.utf8.count, 0)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        var (index, bodies) = ("", "")
        for object in packed {
            index += "\(object.number) \(bodies.utf8.count) "
            bodies += object.text + " "
        }
        let container = objects.count + 1 + packed.count
        for place in packed.indices { rows += row(2, container, place) }
        rows += row(1, text.utf8.count, 0)
        let entries = "/Type/ObjStm/N \(packed.count)/First \(index.utf8.count)"
        let stream = Self.stream(index + bodies, entries, length: containerLength)
        text += "\(container) 0 obj\n\(stream)\nendobj\n"
        let start = text.utf8.count
        rows += row(1, start, 0)
        let table = stride(from: 0, to: rows.utf8.count, by: 2).map { place -> UInt8 in
            let first = rows.index(rows.startIndex, offsetBy: place)
            return UInt8(rows[first...rows.index(after: first)], radix: 16) ?? 0
        }
        let size = container + 2
        text += "\(size - 1) 0 obj\n<</Type/XRef/Size \(size)/W[1 4 4]/Length \(table.count)"
        text += "\(trailer)>>\nstream\n"
        return Array(text.utf8) + table
            + Array("\nendstream\nendobj\nstartxref\n\(start)\n%%EOF\n".utf8)
    }
}
