import Packaging
import Sealing
import Verification

/// Keys as a table or as JSON; it knows no secrets.
struct KeyReport {
    /// A private key in a file.
    struct Private {
        let path: String
        /// The key's name; nil where only the passphrase would tell.
        let id: KeyID?
        let isLocked: Bool
    }

    let trusted: [TrustedKey]
    var revocations: [RevocationList] = []
    var files: [Private] = []
    let console: Console

    private func revocation(of id: KeyID) -> RevocationList.Key? {
        revocations.lazy.flatMap(\.keys).first { $0.id == id }
    }

    func printText() {
        var keys = TextTable()
        for key in trusted { keys.add(row(key)) }
        var places = TextTable()
        for file in files { places.add(row(file)) }
        for table in [keys, places] {
            for line in table.lines(width: nil, yielding: 1) { console.print(line) }
        }
        if trusted.isEmpty, files.isEmpty { console.print(console.text("key.none")) }
    }

    private func row(_ key: TrustedKey) -> [String] {
        let years = key.years.map { $0.sorted().map(String.init).joined(separator: ",") }
        let revoked = revocation(of: key.key.id).map { entry in
            console.coloured(console.text("key.revoked", ["reason": entry.reason]), .red)
        }
        return [
            "\(key.key.id)", key.name, key.areas.sorted().map(String.init).joined(separator: ","),
            years ?? console.text("key.anyYear"),
            "\(Self.date(key.days.lowerBound)) – \(Self.date(key.days.upperBound))", revoked ?? "",
        ]
    }

    private func row(_ file: Private) -> [String] {
        [
            file.id.map { "\($0)" } ?? "?", file.path,
            console.text(file.isLocked ? "key.locked" : "key.open"),
        ]
    }

    var json: JSONValue {
        .object([
            "trusted": .array(trusted.map(json)),
            "files": .array(
                files.map { file in
                    var members: [String: JSONValue] = [
                        "path": .string(file.path), "locked": .bool(file.isLocked),
                    ]
                    members["kid"] = file.id.map { .string("\($0)") }
                    return .object(members)
                }
            ),
        ])
    }

    private func json(_ key: TrustedKey) -> JSONValue {
        var members: [String: JSONValue] = [
            "kid": .string("\(key.key.id)"), "name": .string(key.name),
            "areas": .array(key.areas.sorted().map { .string(String($0)) }),
            "from": .string(Self.date(key.days.lowerBound)),
            "to": .string(Self.date(key.days.upperBound)),
            "revoked": .bool(revocation(of: key.key.id) != nil),
        ]
        if let years = key.years {
            members["years"] = .array(years.sorted().map { .integer(Int64($0)) })
        }
        members["reason"] = revocation(of: key.key.id).map { .string($0.reason) }
        return .object(members)
    }

    /// A day as people write it; as a number where it is outside of what dates are read here.
    static func date(_ day: Int) -> String {
        IssueDate(daysSince1970: day)?.description ?? "\(day)"
    }
}
