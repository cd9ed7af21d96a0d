import Registration

/// bag-info.txt as it was read.
struct BagInfoText {
    private(set) var fields: [BagInfoField] = []
    private(set) var faults = FaultList()

    private let path: ArchivePath

    /// Parses the text, decoded to UTF-8; a line that begins with white space goes on the last one.
    init(_ text: [UInt8], at path: ArchivePath, isFinal: Bool) {
        self.path = path
        for (number, line) in TagText.lines(of: text).enumerated() where !line.isEmpty {
            if line.first.map(TagText.isBlank) == true, !fields.isEmpty {
                fields[fields.count - 1].value += " " + Self.text(line)
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex {
                let label = String(decoding: line[..<colon], as: UTF8.self)
                fields.append(BagInfoField(label, Self.text(line[(colon + 1)...])))
            } else {
                faults.append(
                    BagFault(
                        .infoLineMalformed,
                        isFinal ? .error : .warning,
                        path,
                        detail: "line \(number + 1)"
                    )
                )
            }
        }
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.drop(while: TagText.isBlank), as: UTF8.self)
    }

    /// Compares Payload-Oxum, if it stands there, with what the payload has.
    mutating func checkOxum(octets: Int, files: Int) {
        // By bytes: letters under thousands of marks take long to compare as Unicode has it.
        let stated = fields.filter {
            $0.label.utf8.count == 12 && $0.label.lowercased() == "payload-oxum"
        }
        if stated.count > 1 {
            faults.append(BagFault(.oxumMalformed, .error, path, detail: "stands twice"))
        }
        guard let oxum = stated.first?.value else { return }
        let numbers = oxum.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 2, let bytes = numbers[0], let count = numbers[1] else {
            return faults.append(BagFault(.oxumMalformed, .error, path))
        }
        guard (bytes, count) != (octets, files) else { return }
        let found = "\(octets).\(files), \(bytes).\(count) stated"
        faults.append(BagFault(.oxumWrong, .error, path, detail: found))
    }
}
