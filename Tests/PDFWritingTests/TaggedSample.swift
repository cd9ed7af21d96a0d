import PDFWriting
import PageLayout

/// A document with every kind of part, and its pieces.
enum TaggedSample {
    static let pictures = [
        PDFPicture(
            coding: .jpeg,
            width: 16,
            height: 16,
            colours: .gray,
            source: .bytes(TinyJPEG.gray),
            name: "one"
        )
    ]

    static func text(_ text: String, x: Double = 20, y: Double, role: FontRole = .song) -> Mark {
        .text(text, at: Point(x, y), TextStyle(role, 11))
    }

    /// A part with what is drawn in it.
    static func part(_ role: StructureRole, _ marks: [Mark]) -> [Mark] {
        [.begin(role)] + marks + [.end]
    }

    static func part(_ role: StructureRole, _ text: String, x: Double = 20, y: Double) -> [Mark] {
        part(role, [self.text(text, x: x, y: y)])
    }

    static func line(y: Double) -> Mark {
        .rule(from: Point(20, y), to: Point(120, y), Stroke(0.2))
    }

    /// Every role, a table that goes on on the second page, a link, lines and a page number.
    static let layout = DocumentLayout(
        pages: [
            Page(
                label: "1",
                marks: [text("1", x: 100, y: 290), .begin(.section)]
                    + part(.heading(level: 1), "医师资格考试报名材料", y: 20)
                    + part(.heading(level: 2), "一⼀金⾦𠀁", y: 30)
                    + part(
                        .paragraph,
                        [
                            text("第一行", y: 40), text("第二行", y: 46), line(y: 48),
                            text("第三行", y: 52),
                        ] + part(.note, "注：虚构", y: 280) + [text("第四行", y: 58)]
                    )
                    + part(
                        .list,
                        part(.listItem, "一、身份证明", y: 66) + part(.listItem, "二、毕业证书", y: 72)
                    )
                    + part(
                        .figure(alternative: "本人照片", Box(20, 80, 40, 40)),
                        [.picture(index: 0, Box(20, 80, 40, 40), turn: .none)]
                    )
                    + part(
                        .paragraph,
                        [text("详见第二页", y: 130), .link(Box(20, 124, 60, 8), toPage: 1)]
                    )
                    + [.begin(.table)]
                    + row(
                        [
                            (.headerCell(.column, columns: 2, rows: 1), "材料"),
                            (.headerCell(.column, columns: 1, rows: 1), "页数"),
                        ],
                        y: 150
                    )
            ),
            Page(
                label: "2",
                marks: row(
                    [
                        (.headerCell(.row, columns: 1, rows: 2), "学历"),
                        (.dataCell(columns: 1, rows: 1), "毕业证书"),
                        (.dataCell(columns: 1, rows: 1), "2"),
                    ],
                    y: 20
                )
                    + row([(.dataCell(columns: 2, rows: 1), "学位证书")], y: 28)
                    + [.end]
                    + part(.note, "又注", y: 270)
                    + [
                        .end, text("2", x: 100, y: 290), line(y: 292),
                        .link(Box(20, 285, 10, 10), toPage: 0),
                    ]
            ),
            Page(label: "3"),
        ],
        bookmarks: [Bookmark("报名材料", page: 0)]
    )

    private static func row(_ cells: [(StructureRole, String)], y: Double) -> [Mark] {
        part(
            .tableRow,
            cells.enumerated().flatMap { index, cell in
                part(cell.0, [text(cell.1, x: 20 + 30 * Double(index), y: y), line(y: y + 2)])
            }
        )
    }
}
