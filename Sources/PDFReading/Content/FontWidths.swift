/// The widths of a font's glyphs (ISO 32000-1, 9.2.4 and 9.7.4.3), in runs sorted by code.
struct FontWidths {
    private struct Run {
        let first: UInt32
        let last: UInt32
        /// One for each code, or one for all.
        let widths: [Double]
    }

    private var runs: [Run] = []
    private var standard: Double

    /// Of a font with codes of one byte; where it states none, half the size will do.
    init(simple font: PDFDictionary, in store: ObjectStore) throws(PDFReadingError) {
        standard = 500
        guard let first = try store.entry("FirstChar", of: font).integer, 0...255 ~= first,
            let widths = try store.entry("Widths", of: font).array, !widths.isEmpty,
            widths.count <= 256
        else { return }
        try store.spend(values: widths.count)
        var numbers: [Double] = []
        for width in widths { numbers.append(try store.resolved(width).number ?? 0) }
        // Type 3 has units of its own.
        let isDrawn = try store.entry("Subtype", of: font).name == "Type3"
        let matrix = try store.entry("FontMatrix", of: font).array ?? []
        let unit = isDrawn ? (matrix.first?.number ?? 0.001) * 1000 : 1
        let last = UInt32(first + numbers.count - 1)
        runs = [Run(first: UInt32(first), last: last, widths: numbers.map { $0 * unit })]
        standard = 0
    }

    /// Of a font with codes of two bytes.
    init(composite font: PDFDictionary, in store: ObjectStore) throws(PDFReadingError) {
        standard = try store.entry("DW", of: font).number ?? 1000
        let list = try store.entry("W", of: font).array ?? []
        try store.spend(values: list.count)
        var place = 0
        while place + 1 < list.count {
            guard let first = try Self.code(list[place], in: store) else { return }
            let second = try store.resolved(list[place + 1])
            if let widths = second.array {
                try store.spend(values: widths.count)
                let numbers = widths.compactMap(\.number)
                if !numbers.isEmpty {
                    let last = first + UInt32(numbers.count - 1)
                    runs.append(Run(first: first, last: last, widths: numbers))
                }
                place += 2
            } else {
                guard place + 2 < list.count, let last = try Self.code(second, in: store),
                    last >= first, let width = try store.resolved(list[place + 2]).number
                else { return }
                runs.append(Run(first: first, last: last, widths: [width]))
                place += 3
            }
        }
        runs.sort { $0.first < $1.first }
    }

    private static func code(
        _ value: PDFValue,
        in store: ObjectStore
    ) throws(PDFReadingError) -> UInt32? {
        guard let code = try store.resolved(value).integer, 0...0xFFFF ~= code else { return nil }
        return UInt32(code)
    }

    subscript(code: UInt32) -> Double {
        var (low, high) = (0, runs.count)
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].first <= code { low = middle + 1 } else { high = middle }
        }
        guard low > 0, code <= runs[low - 1].last else { return standard }
        let run = runs[low - 1]
        return run.widths.count == 1 ? run.widths[0] : run.widths[Int(code - run.first)]
    }
}
