public import Sealing

/// What was printed, in numbers; no personal data.
public struct PrintedJob: Hashable, Sendable {
    /// An archive of the job.
    public struct Archive: Hashable, Sendable {
        /// The archive as the user named it.
        public var source: String
        /// The id in groups, as it is printed.
        public var id: String
        /// The page of the job with which it begins, from 1.
        public var first: Int
        /// The number of its own pages.
        public var pages: Int
        /// The number of its pictures.
        public var pictures: Int
    }

    /// Something that was named and not printed.
    public struct LeftOut: Hashable, Sendable {
        /// The thing as the user named it.
        public var source: String
        /// Its id in groups, if it could be read.
        public var id: String?
        /// Why, in a few words.
        public var reason: String
    }

    /// The document.
    public var path: String
    /// The archives in order.
    public var archives: [Archive]
    /// What was left out, as it was named.
    public var leftOut: [LeftOut]
    /// How many times an archive was named that was in the job already.
    public var duplicates: Int
    /// The number of pages of the document.
    public var pages: Int
    /// The sheets of paper that it takes.
    public var sheets: Int

    /// The result as `--json` writes it.
    public var json: JSONValue {
        [
            "path": .string(path), "pages": .integer(Int64(pages)),
            "sheets": .integer(Int64(sheets)), "duplicates": .integer(Int64(duplicates)),
            "dossierPages": total(\.pages), "pictures": total(\.pictures),
            "archives": .array(
                archives.map { archive in
                    [
                        "source": .string(archive.source), "id": .string(archive.id),
                        "first": .integer(Int64(archive.first)),
                        "pages": .integer(Int64(archive.pages)),
                        "pictures": .integer(Int64(archive.pictures)),
                    ]
                }
            ),
            "leftOut": .array(
                leftOut.map { item in
                    [
                        "source": .string(item.source), "reason": .string(item.reason),
                        "id": item.id.map { JSONValue.string($0) } ?? .null,
                    ]
                }
            ),
        ]
    }

    private func total(_ number: (Archive) -> Int) -> JSONValue {
        .integer(Int64(archives.reduce(0) { $0 + number($1) }))
    }
}
