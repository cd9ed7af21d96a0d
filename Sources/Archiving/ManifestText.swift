import Registration

/// A manifest that was read: its entries, and what is wrong with its lines.
struct ManifestText {
    let path: ArchivePath
    let algorithm: ManifestAlgorithm
    /// Whether it lists tag files and not the payload.
    let isForTags: Bool
    private(set) var entries: [ManifestEntry] = []
    private(set) var faults = FaultList()

    private var digests: [ArchivePath: String] = [:]
    private let isFinal: Bool

    /// Parses a manifest, decoded to UTF-8.
    init(
        _ text: [UInt8],
        at path: ArchivePath,
        _ algorithm: ManifestAlgorithm,
        isForTags: Bool,
        isFinal: Bool
    ) {
        self.path = path
        self.algorithm = algorithm
        self.isForTags = isForTags
        self.isFinal = isFinal
        if text.starts(with: [0xEF, 0xBB, 0xBF]) {
            faults.append(BagFault(.byteOrderMark, .error, path))
        }
        for (number, line) in TagText.lines(of: text).enumerated() where !line.isEmpty {
            guard let entry = parse(line) else {
                faults.append(
                    BagFault(.manifestLineMalformed, .error, path, detail: "line \(number + 1)")
                )
                continue
            }
            add(entry)
        }
    }

    /// Whether the text is what we would have written of these entries.
    func isCanonical(_ bytes: [UInt8]) -> Bool { ManifestEntry.text(of: entries) == bytes }

    private mutating func parse(_ line: ArraySlice<UInt8>) -> ManifestEntry? {
        let digest = String(decoding: line.prefix { !TagText.isBlank($0) }, as: UTF8.self)
        var rest = line.dropFirst(digest.utf8.count).drop(while: TagText.isBlank)
        guard digest.utf8.count == algorithm.digitCount,
            digest.utf8.allSatisfy(Self.isHexDigit)
        else { return nil }
        for prefix in ["*", "./"] where rest.starts(with: prefix.utf8) {
            rest = rest.dropFirst(prefix.utf8.count)
            faults.append(
                BagFault(.manifestPathPrefixed, .warning, path, detail: prefix)
            )
        }
        guard let path = ArchivePath(utf8: decode(rest)), !rest.isEmpty else { return nil }
        return ManifestEntry(path: path, digest: digest.lowercased())
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte | 0x20 {
        case UInt8(ascii: "a")...UInt8(ascii: "f"): true
        default: (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
    }

    /// Undoes the percent-encoding of line breaks and, since 1.0, of "%" itself; no other.
    private func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "%")) else { return Array(bytes) }
        var (result, index) = ([UInt8](), bytes.startIndex)
        while index < bytes.endIndex {
            let decoded = decoded(bytes[index...])
            result.append(decoded ?? bytes[index])
            index += decoded == nil ? 1 : 3
        }
        return result
    }

    /// The byte that three characters stand for; nil when these stand for themselves.
    private func decoded(_ bytes: ArraySlice<UInt8>) -> UInt8? {
        guard bytes.count >= 3, bytes[bytes.startIndex] == UInt8(ascii: "%") else { return nil }
        switch (bytes[bytes.startIndex + 1], bytes[bytes.startIndex + 2]) {
        case (UInt8(ascii: "0"), UInt8(ascii: "A")), (UInt8(ascii: "0"), UInt8(ascii: "a")):
            return 10
        case (UInt8(ascii: "0"), UInt8(ascii: "D")), (UInt8(ascii: "0"), UInt8(ascii: "d")):
            return 13
        case (UInt8(ascii: "2"), UInt8(ascii: "5")) where isFinal:
            return UInt8(ascii: "%")
        default: return nil
        }
    }

    private mutating func add(_ entry: ManifestEntry) {
        let outside = entry.path.hazards.filter(\.leadsOutside)
        guard outside.isEmpty else {
            faults.append(
                BagFault(.pathOutside, .error, entry.path, detail: outside[0].rawValue)
            )
            return
        }
        if entry.path.isPayload == isForTags {
            faults.append(BagFault(.pathMisplaced, .error, entry.path, detail: "\(path)"))
        } else if isForTags, entry.path.bytes.starts(with: "tagmanifest-".utf8) {
            faults.append(
                BagFault(.pathMisplaced, isFinal ? .error : .warning, entry.path)
            )
        }
        guard let former = digests.updateValue(entry.digest, forKey: entry.path) else {
            return entries.append(entry)
        }
        if former != entry.digest {
            faults.append(BagFault(.listedDifferently, .error, entry.path, detail: "\(path)"))
            entries.append(entry)
        } else {
            // "exactly once", since 1.0.
            faults.append(
                BagFault(.listedTwice, isFinal ? .error : .warning, entry.path, detail: "\(path)")
            )
        }
    }
}

extension PathHazard {
    /// Whether a path with this hazard could name something outside the bag on some system.
    var leadsOutside: Bool {
        switch self {
        case .empty, .absolute, .parentFolder, .dotSegment, .backslash, .drive, .home: true
        default: false
        }
    }
}
