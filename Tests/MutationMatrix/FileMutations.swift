import Archiving
import Registration
import Sealing

/// Adds, removes, renames, swaps, cuts and lengthens files: as they are, then with the bag's manifests
/// made to fit, then with manifest.json too, when only the seal is left to tell.
struct FileMutations {
    let sample: SealedSample
    let verifying: Verifying

    private typealias Change = @Sendable (inout MemoryBag, ArchivePath) -> Void

    private static let changes: [(String, Change)] = [
        ("removed", { $0.contents[$1] = nil }),
        ("renamed", { $0.move($1, to: ArchivePath($1.text + "x")) }),
        ("emptied", { $0[$1] = [] }),
        ("cut by a byte", { $0[$1].removeLast() }),
        ("cut in half", { $0[$1].removeLast($0[$1].count / 2) }),
        ("lengthened by a byte", { $0[$1].append(10) }),
        ("lengthened by a thousand", { $0[$1] += [UInt8](repeating: 0, count: 1000) }),
        ("copied beside itself", { $0[ArchivePath($1.text + ".bak")] = $0[$1] }),
        ("moved into a folder", { $0.move($1, to: "x" / $1) }),
    ]

    func run(into table: inout CaughtTable) throws {
        table.begin("Files of the bag, nothing else changed")
        for (name, change) in Self.changes {
            for path in sample.bag.contents.keys.sorted() {
                var bag = sample.bag
                change(&bag, path)
                table.add(verifying.outcome(of: bag), name, detail: path.text)
            }
        }
        for path in Self.extras { add(path, into: &table, isBalanced: false) }
        swapAll(into: &table)
        table.begin("The same, with the bag's own manifests made to fit")
        for (name, change) in Self.changes {
            for path in sample.bag.contents.keys.sorted() where !Self.isWritten(path) {
                var bag = sample.bag
                change(&bag, path)
                bag.balance()
                // Balancing writes bag-info.txt anew and may undo what was done to it.
                guard bag.contents != sample.bag.contents else { continue }
                table.add(verifying.outcome(of: bag), name, detail: path.text)
            }
        }
        for path in Self.extras { add(path, into: &table, isBalanced: true) }
        try changePictures(into: &table)
        try changeManifest(into: &table)
        reorder(into: &table)
    }

    private static let extras: [ArchivePath] = [
        "data/more.txt", "data/materials/01/99.jpg", "more.txt", "meta/more.txt", "fetch.txt",
        "manifest-md5.txt", "manifest-sha512.txt", "tagmanifest-md5.txt", "data/.hidden",
        "package-info.txt",
    ]

    /// The files that balancing writes anew.
    private static func isWritten(_ path: ArchivePath) -> Bool {
        [MemoryBag.payloadManifest, MemoryBag.tagManifest].contains(path)
    }

    private func add(_ path: ArchivePath, into table: inout CaughtTable, isBalanced: Bool) {
        for bytes in [[], Array("hello\n".utf8)] {
            var bag = sample.bag
            bag[path] = bytes
            if isBalanced { bag.balance() }
            table.add(verifying.outcome(of: bag), "added", detail: path.text)
        }
    }

    private func swapAll(into table: inout CaughtTable) {
        let paths = sample.bag.contents.keys.sorted()
        for (index, one) in paths.enumerated() {
            for other in paths[(index + 1)...] where sample.bag[one] != sample.bag[other] {
                var bag = sample.bag
                (bag[one], bag[other]) = (bag[other], bag[one])
                table.add(verifying.outcome(of: bag), "two exchanged", detail: "\(one) \(other)")
            }
        }
    }

    private func changePictures(into table: inout CaughtTable) throws {
        table.begin(
            "Pictures, with manifest.json, the bag's manifests and the root's name made to fit"
        )
        let keepingNames = Self.changes.filter { $0.0 != "copied beside itself" }
        for (name, change) in keepingNames {
            for path in sample.bag.pictures {
                var bag = sample.bag
                change(&bag, path)
                try bag.balanceAll()
                table.add(verifying.outcome(of: bag), name, detail: path.text)
            }
        }
        for (one, other) in zip(sample.bag.pictures, sample.bag.pictures.dropFirst()) {
            var bag = sample.bag
            (bag[one], bag[other]) = (bag[other], bag[one])
            try bag.balanceAll()
            table.add(verifying.outcome(of: bag), "two exchanged", detail: one.text)
        }
    }

    /// Every value of manifest.json is replaced by one of each other kind, and all else made to fit.
    private func changeManifest(into table: inout CaughtTable) throws {
        table.begin(
            "Every value of manifest.json, with all manifests and the root's name made to fit"
        )
        let kinds: [(String, JSONValue)] = [
            ("left out", .null), ("by a text", "x"), ("by a number", 7), ("by true", true),
            ("by a list", []), ("by an object", [:]),
        ]
        for path in ValuePath.all(in: sample.manifest) {
            for (name, value) in kinds {
                let value = name == "left out" ? nil : value
                guard let changed = path.replacing(by: value, in: sample.manifest),
                    changed != sample.manifest
                else { continue }
                var bag = sample.bag
                try bag.write(manifest: changed)
                table.add(verifying.outcome(of: bag), "replaced \(name)", detail: "\(path)")
            }
        }
    }

    private static func withUpperCaseDigest(_ line: [UInt8]) -> [UInt8] {
        let digest = String(decoding: line.prefix(64), as: UTF8.self).uppercased()
        return Array(digest.utf8) + line.dropFirst(64)
    }

    private func reorder(into table: inout CaughtTable) {
        table.begin("Lines of the bag's manifests")
        for path in [MemoryBag.payloadManifest, MemoryBag.tagManifest] {
            let lines = sample.bag[path].split(separator: 10).map { Array($0) + [10] }
            let changes: [(String, [[UInt8]])] = [
                ("in reverse order", lines.reversed()), ("one left out", Array(lines.dropLast())),
                ("one twice", lines + [lines[0]]), ("an empty line", lines + [[10]]),
                ("ended by CRLF", lines.map { $0.dropLast() + [13, 10] as [UInt8] }),
                ("upper-case digests", lines.map(Self.withUpperCaseDigest)),
                ("one blank", lines.map { Array($0.prefix(65) + $0.dropFirst(66)) }),
            ]
            for (name, lines) in changes {
                var bag = sample.bag
                bag[path] = lines.flatMap(\.self)
                guard bag[path] != sample.bag[path] else { continue }
                table.add(verifying.outcome(of: bag), name, detail: path.text)
            }
        }
    }
}
