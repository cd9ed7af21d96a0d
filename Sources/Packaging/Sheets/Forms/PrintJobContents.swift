import FormLayout

/// What the sheets of a print job tell: which archives it holds, and where.
struct PrintJobContents: Hashable, Sendable {
    /// An archive of the job.
    struct Item: Hashable, Sendable {
        /// The candidate's name.
        var name: String
        /// The number of the identity document, masked.
        var maskedIDNumber: String
        /// The exam area by its name.
        var area: String
        /// The archive's id.
        var archive: String
        /// The page of the job with which it begins, its separator.
        var first: Int
        /// The number of its pages.
        var pages: Int
        /// The number of its pictures.
        var pictures: Int
        /// The number of its materials.
        var materials: Int
        /// What else there is to say; mostly nothing.
        var remark = ""
    }

    /// Something that was named for the job and is not in it.
    struct LeftOut: Hashable, Sendable {
        /// The name of its file.
        var file: String
        /// The archive's id; empty if it could not be read.
        var archive: String
        /// Why it is not there.
        var reason: String
    }

    /// What the job is for, in a line; mostly nothing.
    var title = ""
    /// The day as YYYY-MM-DD.
    var printed: String
    /// The archives in order.
    var items: [Item]
    /// What is not in the job.
    var leftOut: [LeftOut] = []
    /// How many times an archive was named that is there already.
    var duplicates = 0
    /// The number of pages of the job with its own sheets, and of the sheets of paper that it takes.
    var pages = 0
    var sheets = 0

    /// The sheet before the archive of an index.
    func separator(before index: Int) -> FormAnswers {
        let item = items[index]
        return [
            "number": .text("\(index + 1)"), "count": .text("\(items.count)"),
            "name": .text(item.name), "area": .text(item.area), "archive": .text(item.archive),
            "pages": .text("\(item.pages)"), "first": .text("\(item.first)"),
        ]
    }

    /// The list of all of them.
    var control: FormAnswers {
        let rows = items.map { item in
            [
                "name": item.name, "idNumber": item.maskedIDNumber, "archive": item.archive,
                "first": "\(item.first)", "pages": "\(item.pages)",
                "pictures": "\(item.pictures)", "materials": "\(item.materials)",
                "remark": item.remark,
            ]
        }
        func total(_ number: (Item) -> Int) -> FormAnswer {
            .text("\(items.reduce(0) { $0 + number($1) })")
        }
        return [
            "job": .text(title), "printed": .text(printed), "archives": .rows(rows),
            "archiveCount": .text("\(items.count)"), "pageCount": total(\.pages),
            "pictureCount": total(\.pictures), "materialCount": total(\.materials),
            "leftOut": .rows(
                leftOut.map {
                    ["file": $0.file, "archive": $0.archive, "reason": $0.reason]
                }
            ),
            "jobPages": .text("\(pages)"), "jobSheets": .text("\(sheets)"),
            "duplicateCount": .text("\(duplicates)"), "leftOutCount": .text("\(leftOut.count)"),
        ]
    }
}
