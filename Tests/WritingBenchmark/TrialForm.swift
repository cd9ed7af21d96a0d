import PDFWriting
import PageLayout

/// The certificate of one invented person: the same labels for all, other values for each.
struct TrialForm {
    private let number: Int
    private let person: InventedPerson
    private let isTagged: Bool

    /// The form of one person; tagged, its parts say what they mean.
    init(number: Int, isTagged: Bool) {
        self.number = number
        self.isTagged = isTagged
        person = InventedPerson(number: number)
    }

    var layout: DocumentLayout {
        var page = Page(label: "1")
        let title = "医师资格考试试用期考核合格证明"
        add(.heading(level: 1), to: &page) {
            $0.marks.append(.text(title, at: point(150, 80), TextStyle(.songBold, 20)))
        }
        add(.table, to: &page, addTable)
        add(.paragraph, to: &page, addParagraph)
        for (line, text) in ["单位负责人（签字或盖章）：", "单位公章：", "　　　　年　　月　　日"].enumerated() {
            add(.paragraph, to: &page) {
                let place = point(320, 600 + 36 * line)
                $0.marks.append(.text(text, at: place, TextStyle(.song, 12)))
            }
        }
        let notes = [
            "注：1．本证明须加盖单位公章并由法定代表人签字或盖章，缺一不可。",
            "2．试用期内涉及多个单位的，每个单位出具一份证明。", "3．证明仅当年有效。",
        ]
        for (line, text) in notes.enumerated() {
            add(.note, to: &page) {
                let place = point(62, 740 + 18 * line)
                $0.marks.append(.text(text, at: place, TextStyle(.song, 9)))
            }
        }
        return DocumentLayout(pages: [page])
    }

    private func add(_ role: StructureRole, to page: inout Page, _ fill: (inout Page) -> Void) {
        if isTagged { page.marks.append(.begin(role)) }
        fill(&page)
        if isTagged { page.marks.append(.end) }
    }

    func metadata(colourProfile: [UInt8]) -> PDFMetadata {
        PDFMetadata(
            title: "医师资格考试试用期考核合格证明",
            subject: "试用期考核合格证明 \(number)",
            creator: "dossier",
            date: PDFDate(year: 2026, month: 2, day: 5),
            identifier: (0..<16).map { UInt8(truncatingIfNeeded: number >> $0) },
            colourProfile: colourProfile
        )
    }

    private func addTable(to page: inout Page) {
        let columns = [60, 145, 300, 385, 535]
        let (top, height) = (120, 34)
        for row in 0...person.rows.count {
            let y = top + row * height
            page.marks.append(.rule(from: point(60, y), to: point(535, y), Stroke(0.3)))
        }
        for x in columns {
            let bottom = top + person.rows.count * height
            page.marks.append(.rule(from: point(x, top), to: point(x, bottom), Stroke(0.3)))
        }
        for (row, cells) in person.rows.enumerated() {
            add(.tableRow, to: &page) { page in
                for (column, text) in cells.enumerated() {
                    let isLabel = column % 2 == 0
                    let place = point(columns[column] + 6, top + row * height + 21)
                    add(
                        isLabel
                            ? .headerCell(.row, columns: 1, rows: 1)
                            : .dataCell(columns: 1, rows: 1),
                        to: &page
                    ) {
                        let style = TextStyle(isLabel ? .song : .kai, 10.5)
                        $0.marks.append(.text(text, at: place, style))
                    }
                }
            }
        }
    }

    /// Sets 38 characters a line, the person's own in the face of what is filled in.
    private func addParagraph(to page: inout Page) {
        var place = 2
        for (text, role) in person.paragraph {
            var rest = text[...]
            while !rest.isEmpty {
                let column = place % 38
                let part = rest.prefix(38 - column)
                let start = point(62 + 12 * column, 430 + 24 * (place / 38))
                page.marks.append(.text(String(part), at: start, TextStyle(role, 12)))
                place += part.count
                rest = rest.dropFirst(part.count)
            }
        }
    }

    /// A place in points from the page's upper left corner.
    private func point(_ x: Int, _ y: Int) -> Point {
        Point(Double(x) * 25.4 / 72, Double(y) * 25.4 / 72)
    }
}
