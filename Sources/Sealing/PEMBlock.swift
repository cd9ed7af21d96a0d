/// One block of PEM (RFC 7468) that fills its file.
struct PEMBlock {
    /// What the block is said to hold, "PRIVATE KEY".
    let label: String
    let bytes: [UInt8]

    init(_ label: String, _ bytes: [UInt8]) {
        self.label = label
        self.bytes = bytes
    }

    /// Reads a file that is one block and nothing else, with any line ends; nil for anything else.
    init?(file content: [UInt8]) {
        let lines = content.split { $0 == 0x0A || $0 == 0x0D }
            .map { String(decoding: $0, as: UTF8.self) }
        guard lines.count > 2, let label = Self.label(in: lines[0], after: "-----BEGIN "),
            label == Self.label(in: lines[lines.count - 1], after: "-----END "),
            let bytes = Base64.decode(lines[1..<lines.count - 1].joined().utf8, .standard)
        else { return nil }
        self.init(label, bytes)
    }

    private static func label(in line: String, after opening: String) -> String? {
        guard line.hasPrefix(opening), line.hasSuffix("-----") else { return nil }
        return String(line.dropFirst(opening.count).dropLast(5))
    }

    /// The block as OpenSSL writes it, in lines of 64 letters.
    var file: [UInt8] {
        var body = Base64.encode(bytes, .standard)[...]
        var lines = ["-----BEGIN \(label)-----"]
        while !body.isEmpty {
            lines.append(String(body.prefix(64)))
            body = body.dropFirst(64)
        }
        lines.append("-----END \(label)-----")
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }
}
