import Packaging

/// The archives that a print job is made of, as named on the command line and in files.
struct PrintSetNames {
    /// The names in order: the command line's, with those of a file where `@FILE` stands, then those of
    /// the other files.
    let names: [String]

    /// The most bytes of a file of names.
    private static let largest = 16 << 20

    /// Reads the files of names.
    ///
    /// - Throws: `PackagingError` if one cannot be read.
    init(things: [String], lists: [String]) throws(PackagingError) {
        var names: [String] = []
        for thing in things {
            if thing.hasPrefix("@") {
                names += try Self.lines(of: String(thing.dropFirst()))
            } else {
                names.append(thing)
            }
        }
        for list in lists { names += try Self.lines(of: list) }
        self.names = names
    }

    /// The lines of a file, but for those that are empty.
    private static func lines(of path: String) throws(PackagingError) -> [String] {
        let bytes = try SmallFile.read(path, limit: largest)
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            .map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
    }
}
