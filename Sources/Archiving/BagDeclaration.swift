import Registration

/// What bagit.txt declares.
struct BagDeclaration {
    static let path: ArchivePath = "bagit.txt"

    /// The version as written, "1.0".
    private(set) var version = "1.0"
    private(set) var encoding = TagText.Encoding.utf8
    private(set) var faults: [BagFault] = []

    /// Whether the rules of RFC 8493 apply; the drafts before it were laxer.
    var isFinal: Bool { !version.hasPrefix("0.") }

    init(_ bytes: [UInt8]) {
        guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else {
            faults = [BagFault(.byteOrderMark, .error, Self.path)]
            return
        }
        // Two short lines; in a long one even to compare the label could take minutes.
        guard bytes.count <= 1024 else {
            faults = [BagFault(.declarationMalformed, .error, Self.path, detail: "too long")]
            return
        }
        let lines = TagText.lines(of: bytes).prefix(3).map { String(decoding: $0, as: UTF8.self) }
        guard lines.count == 2, let version = Self.value(in: lines[0], label: "BagIt-Version"),
            let encoding = Self.value(in: lines[1], label: "Tag-File-Character-Encoding")
        else {
            faults = [BagFault(.declarationMalformed, .error, Self.path)]
            return
        }
        self.version = version
        if !Self.versions.contains(version) {
            faults.append(BagFault(.versionUnknown, .error, Self.path, detail: version))
        }
        let exact = ["BagIt-Version: \(version)", "Tag-File-Character-Encoding: \(encoding)"]
        if isFinal, lines != exact {
            faults.append(BagFault(.declarationMalformed, .error, Self.path, detail: "white space"))
        }
        if let known = TagText.Encoding(rawValue: encoding.lowercased()) {
            self.encoding = known
        } else {
            faults.append(BagFault(.encodingUnknown, .error, Self.path, detail: encoding))
        }
    }

    private static let versions: Set<String> = ["0.93", "0.94", "0.95", "0.96", "0.97", "1.0"]

    private static func value(in line: String, label: String) -> String? {
        let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            .map { $0.trimmingPrefix { $0 == " " || $0 == "\t" } }
            .map { part in
                var part = part
                while part.last == " " || part.last == "\t" { part.removeLast() }
                return String(part)
            }
        guard parts.count == 2, parts[0].lowercased() == label.lowercased(), !parts[1].isEmpty
        else { return nil }
        return parts[1]
    }
}
