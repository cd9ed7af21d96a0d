import CandidateFixtures
import Foundation
import Sealing
import Testing

@Suite struct JSONOutputTests {
    let home: TemporaryFolder
    let dossier: Command

    init() throws {
        home = try TemporaryFolder()
        dossier = Command(in: home)
    }

    @Test func `every command prints one object and nothing else`() throws {
        let folder = try SmallCandidate().write(to: "c", in: home)
        let key = try SigningKey(seed: Array(repeating: 5, count: 32))
        try home.write(key.pem, to: "key.pem")
        let zip = home.path("c.zip")
        let cases: [(arguments: [String], status: Int32, members: Set<String>)] = [
            (["areas"], 0, ["areas"]),
            (
                ["areas", "show", "hunan-2026"], 0,
                ["id", "materials", "name", "manual", "submission", "year"]
            ),
            (["new", home.path("n"), "--area", "hunan-2026"], 0, ["area", "folder", "open"]),
            (["checklist", folder], 2, ["area", "complete", "materials", "questions"]),
            (
                ["checklist", folder, "--pdf", home.path("sheet.pdf"), "--force"], 2,
                ["area", "complete", "materials", "questions", "pdf"]
            ),
            (["check", folder], 2, ["area", "findings", "overridden", "pictures"]),
            (["pack", folder, "-o", zip], 2, ["findings"]),
            (
                ["pack", folder, "-o", zip, "--allow-findings"], 0,
                ["id", "path", "manifest", "pages", "pictures", "pdfBytes", "volumes", "sealed"]
            ),
            (
                ["verify", zip], 0,
                [
                    "accepted", "codes", "files", "id", "integrity", "issuer", "sealed", "status",
                    "steps", "subject",
                ]
            ),
            (
                [
                    "key", "show", home.path("key.pem"), "--name", "n", "--area", "42", "--from",
                    "2026-01-01", "--to", "2026-12-31",
                ], 0, ["keys"]
            ),
            (["doctor"], 0, ["areas", "fonts", "missingPackages", "templates", "version"]),
        ]
        for (arguments, status, members) in cases {
            for more in [["--json"], ["--json", "-v"], ["--json", "-q"]] {
                if arguments[0] == "pack" || arguments[0] == "new" {
                    try? FileManager.default.removeItem(atPath: zip)
                    try? FileManager.default.removeItem(atPath: home.path("n"))
                }
                let run = try dossier(arguments + more)
                #expect(run.status == status, "\(arguments) \(run)")
                #expect(run.output.hasSuffix("\n") && run.lines.count == 1, "\(arguments)")
                let value = try JSONValue(parsing: Array(run.output.utf8.dropLast()))
                #expect(value.object.map { Set($0.keys) } == members, "\(arguments)")
            }
        }
    }

    @Test func `a failure is told on standard error, and standard output stays empty`() throws {
        for arguments in [
            ["check", home.path("no")], ["verify", home.path("no")], ["areas", "show", "no"],
            ["pack", home.path("no"), "-o", home.path("x.zip")],
        ] {
            let run = try dossier(arguments + ["--json"])
            #expect(run.status == 1)
            #expect(run.output.isEmpty)
            #expect(!run.errors.isEmpty)
        }
    }
}
