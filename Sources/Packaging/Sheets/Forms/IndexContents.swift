import FormLayout

/// What the index of a dossier tells (卷内目录).
struct IndexContents: Hashable, Sendable {
    /// A material.
    struct Row: Hashable, Sendable {
        /// The title.
        var title: String
        /// Whether it must be handed in, in a word.
        var need: String
        /// The number of its pictures.
        var count: Int
        /// The printed numbers of all its pages; empty if it has none.
        var pages = ""
        /// What else there is to say; mostly nothing.
        var remark = ""
    }

    /// The candidate's name.
    var name: String
    /// The materials in the order of the dossier, those that are missing too.
    var rows: [Row]
    /// What the check found, as sentences.
    var errors: [String] = []
    var warnings: [String] = []

    var answers: FormAnswers {
        let rows = rows.map { row in
            [
                "title": row.title, "need": row.need, "count": "\(row.count)",
                "pages": row.pages, "remark": row.remark,
            ]
        }
        return [
            "name": .text(name), "materials": .rows(rows), "errors": .texts(errors),
            "warnings": .texts(warnings),
        ]
    }
}
