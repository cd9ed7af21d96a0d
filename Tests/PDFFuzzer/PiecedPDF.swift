/// A PDF made of pieces, with lengths and offsets that are right whatever the pieces are: else hardly any
/// change would get past the cross-references.
struct PiecedPDF {
    private(set) var file = Array("%PDF-1.7\n".utf8)
    private var offsets: [Int] = []

    static let separator: UInt8 = 0x1E
    private static let bodyMark: UInt8 = 0x1F

    /// Takes the first piece for more entries of the catalogue, the second for those of the page, the third for its
    /// content, and each that follows for an object from number 5 on.
    init(_ pieces: [ArraySlice<UInt8>]) {
        func piece(_ index: Int) -> ArraySlice<UInt8> {
            index < pieces.count ? pieces[index] : []
        }
        add("<</Type/Catalog/Pages 2 0 R".utf8 + piece(0) + ">>".utf8)
        add("<</Type/Pages/Kids[3 0 R]/Count 1>>".utf8)
        let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 90 90]/Contents 4 0 R"
        add(Array(page.utf8) + piece(1) + ">>".utf8)
        addStream([], piece(2))
        for piece in pieces.dropFirst(3) {
            let parts = piece.split(
                separator: Self.bodyMark,
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            if parts.count == 2 { addStream(parts[0], parts[1]) } else { add(piece) }
        }
        end()
    }

    /// Adds a stream of a dictionary's entries, which stand without brackets, and its bytes.
    private mutating func addStream(_ entries: ArraySlice<UInt8>, _ body: ArraySlice<UInt8>) {
        add(
            "<</Length \(body.count)".utf8 + entries + ">>\nstream\n".utf8 + body
                + "\nendstream".utf8
        )
    }

    private mutating func add(_ object: some Sequence<UInt8>) {
        offsets.append(file.count)
        file += "\(offsets.count) 0 obj\n".utf8 + Array(object) + "\nendobj\n".utf8
    }

    private mutating func end() {
        let (start, count) = (file.count, offsets.count + 1)
        file += "xref\n0 \(count)\n0000000000 65535 f \n".utf8
        for offset in offsets {
            let digits = String(offset)
            file += String(repeating: "0", count: 10 - digits.utf8.count).utf8
            file += "\(digits) 00000 n \n".utf8
        }
        file += "trailer\n<</Size \(count)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n".utf8
    }
}
