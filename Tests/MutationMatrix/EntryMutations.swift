import Archiving

/// Adds, removes, renames and reorders the entries of the zip file, and lies about them.
struct EntryMutations {
    let sample: SealedSample
    let verifying: Verifying

    private typealias Change = @Sendable (inout StoredZip, Int) -> Void

    private static let changes: [(String, Change)] = [
        ("entry removed", { $0.entries.remove(at: $1) }),
        ("entry renamed", { $0.entries[$1].name += "x" }),
        ("entry twice", { $0.entries.append($0.entries[$1]) }),
        (
            "entry named as another but for case",
            { zip, index in
                var twin = zip.entries[index]
                twin.name = twin.name.uppercased()
                zip.entries.append(twin)
            }
        ),
        ("entry emptied", { $0.entries[$1].bytes = [] }),
        ("entry cut by a byte", { $0.entries[$1].bytes.removeLast() }),
        ("entry lengthened", { $0.entries[$1].bytes.append(0) }),
        ("entry made a symbolic link", { $0.entries[$1].attributes = 0xA1FF_0000 }),
        ("entry made a device", { $0.entries[$1].attributes = 0x2180_0000 }),
        ("entry made a folder", { $0.entries[$1].name += "/" }),
        ("entry marked as encrypted", { $0.entries[$1].flags = 1 }),
        ("entry said to be deflated", { $0.entries[$1].method = 8 }),
        ("entry said to be bzip2", { $0.entries[$1].method = 12 }),
        ("entry under another root", { $0.entries[$1].name = "other/" + $0.entries[$1].name }),
        (
            "entry with a parent folder in its name",
            { zip, index in
                zip.entries[index].name = "../" + zip.entries[index].name
            }
        ),
    ]

    func run(into table: inout CaughtTable) throws {
        table.begin("Entries of the zip file")
        let whole = StoredZip(
            entries: sample.bag.files.map { file in
                .init(
                    name: (sample.bag.rootName ?? "") + "/" + file.path.text,
                    bytes: sample.bag[file.path]
                )
            }
        )
        for (name, change) in Self.changes {
            for index in whole.entries.indices {
                var zip = whole
                change(&zip, index)
                table.add(try verifying.outcome(ofArchive: zip.bytes), name, detail: "\(index)")
            }
        }
        try surround(whole, into: &table)
        try reorder(whole, into: &table)
        try cut(into: &table)
    }

    private func surround(_ whole: StoredZip, into table: inout CaughtTable) throws {
        var commented = whole
        commented.comment = Array("hello".utf8)
        let bytes = sample.bytes
        for (name, bytes) in [
            ("comment added", commented.bytes), ("bytes before", [0, 1, 2] + bytes),
            ("bytes behind", bytes + [0]), ("another archive before", bytes + bytes),
            ("page of HTML before", Array("<html>".utf8) + bytes),
        ] {
            table.add(try verifying.outcome(ofArchive: bytes), name)
        }
        var added = whole
        for name in ["more.txt", "data/more.txt", "data/materials/x.jpg"] {
            added = whole
            added.entries.append(.init(name: "\(sample.bag.rootName ?? "")/\(name)", bytes: [1]))
            table.add(try verifying.outcome(ofArchive: added.bytes), "entry added", detail: name)
        }
    }

    /// What differs in order only holds the same files: that is told, and nothing refused.
    private func reorder(_ whole: StoredZip, into table: inout CaughtTable) throws {
        let last = whole.entries.count - 1
        for index in 0..<last {
            var (entries, records) = (whole, whole)
            entries.entries.swapAt(index, index + 1)
            table.add(try verifying.outcome(ofArchive: entries.bytes), "two entries reordered")
            records.order = Array(whole.entries.indices)
            records.order?.swapAt(index, index + 1)
            table.add(
                try verifying.outcome(ofArchive: records.bytes),
                "two records of the directory reordered"
            )
        }
    }

    private func cut(into table: inout CaughtTable) throws {
        for part in 0..<200 {
            let kept = sample.bytes.count * part / 200
            table.add(
                try verifying.outcome(ofArchive: Array(sample.bytes.prefix(kept))),
                "archive cut off at the end"
            )
            table.add(
                try verifying.outcome(ofArchive: Array(sample.bytes.suffix(kept))),
                "archive cut off at the beginning"
            )
        }
    }
}
