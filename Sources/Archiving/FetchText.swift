import Registration

/// fetch.txt as it was read: files that are to come from elsewhere.
struct FetchText {
    static let path: ArchivePath = "fetch.txt"

    private(set) var paths: Set<ArchivePath> = []
    private(set) var faults = FaultList()

    /// Parses the text, decoded to UTF-8: an address, a length or "-", and a path on each line.
    init(_ text: [UInt8]) {
        for (number, line) in TagText.lines(of: text).enumerated() where !line.isEmpty {
            let parts = line.split(maxSplits: 2, whereSeparator: TagText.isBlank)
            guard parts.count == 3, let path = ArchivePath(utf8: parts[2]), path.isPayload,
                parts[1].elementsEqual("-".utf8)
                    || Int(String(decoding: parts[1], as: UTF8.self)) != nil
            else {
                faults.append(
                    BagFault(.fetchLineMalformed, .error, Self.path, detail: "line \(number + 1)")
                )
                continue
            }
            if path.hazards.contains(where: \.leadsOutside) {
                faults.append(BagFault(.pathOutside, .error, path, detail: "\(Self.path)"))
            }
            paths.insert(path)
        }
    }
}
