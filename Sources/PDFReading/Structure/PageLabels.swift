/// The printed numbers of pages (ISO 32000-1, 12.4.2), made when they are asked for.
struct PageLabels {
    private struct Range {
        let first: Int
        let style: String?
        let prefix: String
        let start: Int
    }

    private var ranges: [Range] = []
    private static let longestPrefix = 512
    private static let highestLetterOrRoman = 10_000

    init(root: PDFValue?, in store: ObjectStore) throws(PDFReadingError) {
        let tree = try PairTree(
            root: root,
            leafKey: "Nums",
            limit: store.limits.pages,
            in: store
        )
        for (key, value) in tree.pairs {
            guard let first = key.integer, first > ranges.last?.first ?? -1,
                let dictionary = try store.resolved(value).dictionary
            else { throw PDFReadingError(.badTree, at: 0) }
            let prefix = try store.entry("P", of: dictionary).string ?? []
            let start = try store.entry("St", of: dictionary).integer ?? 1
            guard prefix.count <= Self.longestPrefix, 1...Int(Int32.max) ~= start else {
                throw PDFReadingError(.overLimit, at: 0)
            }
            ranges.append(
                Range(
                    first: first,
                    style: try store.entry("S", of: dictionary).name,
                    prefix: String(pdfText: prefix),
                    start: start
                )
            )
        }
    }

    /// The label of a page counted from 0; nil where none is stated.
    func label(of page: Int) throws(PDFReadingError) -> String? {
        guard let range = ranges.last(where: { $0.first <= page }) else { return nil }
        let number = range.start + page - range.first
        guard let style = range.style else { return range.prefix }
        guard style == "D" || number <= Self.highestLetterOrRoman else {
            throw PDFReadingError(.overLimit, at: 0)
        }
        let counted: String =
            switch style {
            case "D": String(number)
            case "R": Self.roman(number)
            case "r": Self.roman(number).lowercased()
            case "A": Self.letters(number, from: "A")
            case "a": Self.letters(number, from: "a")
            default: throw PDFReadingError(.badTree, at: 0)
            }
        return range.prefix + counted
    }

    private static func roman(_ number: Int) -> String {
        let signs = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
            (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var (rest, text) = (number, "")
        for (value, sign) in signs {
            text += String(repeating: sign, count: rest / value)
            rest %= value
        }
        return text
    }

    /// A to Z, then AA to ZZ, and so on.
    private static func letters(_ number: Int, from first: Unicode.Scalar) -> String {
        let letter = Unicode.Scalar(UInt8(first.value) + UInt8((number - 1) % 26))
        return String(repeating: String(letter), count: (number - 1) / 26 + 1)
    }
}
