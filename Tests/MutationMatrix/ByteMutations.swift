import Archiving

/// Changes one byte at a time, of the bag's files and of the zip file.
struct ByteMutations {
    let sample: SealedSample
    let verifying: Verifying
    /// How many of each; nil for every byte there is.
    let count: Int?

    func run(into table: inout CaughtTable) throws {
        try changeFiles(into: &table)
        try changeArchive(into: &table)
    }

    /// A random byte of a random file, so that a small file has as many changes as a large one.
    private func changeFiles(into table: inout CaughtTable) throws {
        table.begin("One byte of a file in the bag", isSampled: true)
        var random = SeededGenerator(seed: 1)
        var bag = sample.bag
        let files = bag.files.filter { $0.size > 0 }
        let places: [(ArchivePath, Int)] =
            if let count {
                (0..<count).map { number in
                    let file = files[number % files.count]
                    return (file.path, Int.random(in: 0..<file.size, using: &random))
                }
            } else {
                files.flatMap { file in (0..<file.size).map { (file.path, $0) } }
            }
        for (path, place) in places {
            let change = UInt8.random(in: 1...255, using: &random)
            bag.contents[path]?[place] ^= change
            table.add(verifying.outcome(of: bag), Self.kind(of: path), detail: "\(path) \(place)")
            bag.contents[path]?[place] ^= change
        }
    }

    private static func kind(of path: ArchivePath) -> String {
        path.text.hasPrefix("data/materials/") ? "a picture" : "`\(path.text)`"
    }

    private func changeArchive(into table: inout CaughtTable) throws {
        table.begin("One byte of the zip file", isSampled: true)
        var random = SeededGenerator(seed: 2)
        var bytes = sample.bytes
        for part in ZipLayout(bytes).parts {
            let places: [Int] =
                if let count {
                    (0..<count / 4).map { number in
                        Int.random(in: part.ranges[number % part.ranges.count], using: &random)
                    }
                } else {
                    part.ranges.flatMap(\.self)
                }
            for place in places {
                let change = UInt8.random(in: 1...255, using: &random)
                bytes[place] ^= change
                let outcome = try verifying.outcome(ofArchive: bytes)
                table.add(outcome, part.name, detail: "\(place) ^ \(change)")
                bytes[place] ^= change
            }
        }
    }
}
