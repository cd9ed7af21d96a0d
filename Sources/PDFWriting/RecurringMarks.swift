import PageLayout

/// Draws only once what stands at the same place of many pages, headers above all: pages show it as a form
/// (ISO 32000-1, 8.10).
final class RecurringMarks {
    /// Marks that were drawn one after the other on a page of some size.
    private struct Run {
        let marks: [Mark]
        let size: Size

        /// How many of the marks another page has too, from the first one on.
        func common(with marks: ArraySlice<Mark>, on size: Size) -> Int {
            guard size == self.size else { return 0 }
            return zip(self.marks, marks).prefix { $0 == $1 }.count
        }
    }

    private struct Form {
        let run: Run
        let name: String
        let number: Int
    }

    private let file: GrowingFile
    private let fonts: GrowingFonts
    /// The object that names the fonts.
    private let fontNames: Int
    /// What earlier pages drew, and what of it was found to come again: those met last are at the end.
    private var seen: [Run] = []
    private var forms: [Form] = []
    private var formCount = 0
    /// Those that the page shows that is drawn.
    private var shown: [Form] = []

    /// Front and back of a leaf have their own, as have the parts of a dossier.
    private static let keptCount = 12
    /// A form takes some bytes of each page: what is shorter is better drawn again.
    private static let leastBytes = 32

    init(in file: GrowingFile, _ fonts: GrowingFonts, fontNames: Int) {
        self.file = file
        self.fonts = fonts
        self.fontNames = fontNames
    }

    /// A form that stands for the first of these marks, if they were drawn before; else they are
    /// remembered.
    func form(
        for marks: ArraySlice<Mark>,
        on size: Size
    ) throws(PDFError) -> (name: String, count: Int)? {
        if let place = longest(forms.map(\.run), for: marks, on: size, isWhole: true) {
            let form = forms.remove(at: place)
            forms.append(form)
            return show(form)
        }
        guard Self.bytes(of: marks) >= Self.leastBytes else { return nil }
        defer { Self.keep(Run(marks: Array(marks), size: size), in: &seen) }
        guard let place = longest(seen, for: marks, on: size, isWhole: false) else { return nil }
        let common = marks.prefix(seen[place].common(with: marks, on: size))
        guard Self.bytes(of: common) >= Self.leastBytes else { return nil }
        let form = try write(Run(marks: Array(common), size: size))
        Self.keep(form, in: &forms)
        return show(form)
    }

    /// Ends a page: tells the forms that it shows.
    func endPage() -> [(name: String, number: Int)] {
        defer { shown = [] }
        return shown.map { ($0.name, $0.number) }
    }

    private func show(_ form: Form) -> (name: String, count: Int) {
        if !shown.contains(where: { $0.number == form.number }) { shown.append(form) }
        return (form.name, form.run.marks.count)
    }

    private func longest(
        _ runs: [Run],
        for marks: ArraySlice<Mark>,
        on size: Size,
        isWhole: Bool
    ) -> Int? {
        var best: (place: Int, count: Int)?
        for (place, run) in runs.enumerated() {
            let count = run.common(with: marks, on: size)
            guard count > best?.count ?? 0, !isWhole || count == run.marks.count else { continue }
            best = (place, count)
        }
        return best?.place
    }

    private func write(_ run: Run) throws(PDFError) -> Form {
        var content = ContentStream(pageHeight: run.size.height)
        for mark in run.marks { try content.show(mark, fonts) }
        var entries = ObjectText("/Subtype/Form/BBox[0 0")
        entries.add(ContentText.Number(run.size.width * 72 / 25.4))
        entries.add(ContentText.Number(run.size.height * 72 / 25.4))
        entries.add("]/Resources<</Font")
        entries.add(reference: fontNames)
        entries.add(">>")
        formCount += 1
        return Form(
            run: run,
            name: "S\(formCount)",
            number: file.add(stream: content.bytes, entries)
        )
    }

    private static func keep<Kept>(_ new: Kept, in kept: inout [Kept]) {
        if kept.count == keptCount { kept.removeFirst() }
        kept.append(new)
    }

    /// About how many bytes marks take when they are compressed.
    private static func bytes(of marks: ArraySlice<Mark>) -> Int {
        marks.reduce(0) { bytes, mark in
            guard case .text(let text, _, _) = mark else { return bytes + 12 }
            return bytes + 12 + text.unicodeScalars.count * 3 / 2
        }
    }
}
