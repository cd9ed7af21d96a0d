import CandidateFixtures
import Foundation
import Sealing
import Testing

@Suite struct CheckTests {
    let home: TemporaryFolder
    let dossier: Command

    init() throws {
        home = try TemporaryFolder()
        dossier = Command(in: home)
    }

    @Test(arguments: [("hubei-2025", "2025-02-10"), ("hunan-2026", "2026-02-05")])
    func `a sample without faults is clean`(sample: String, day: String) throws {
        let folder = Repository.sample(sample)
        #expect(try dossier("check", folder, "--strict", "--date", day).status == 0)
        #expect(try dossier("checklist", folder).status == 0)
    }

    @Test(arguments: ["check", "checklist", "pack"])
    func `a folder that is not there is 1 and named`(command: String) throws {
        let missing = home.path("missing")
        let output = command == "pack" ? ["-o", home.path("out.zip")] : []
        let run = try dossier([command, missing] + output)
        #expect(run.status == 1)
        #expect(run.errors.contains(missing))
        #expect(run.output.isEmpty)
        #expect(try home.names().isEmpty)
    }

    @Test(
        arguments: [
            ("name: [", "candidate.yaml:"),
            ("area: hubei-2025\nname: 甲\nidKind: 二代身份证\nidNumber: \"1\"\n", ":4:11: "),
            ("area: nowhere-2025\n", "known: hubei-2025, hunan-2026"),
            ("area: hunan-2025\n", "candidate.yaml:1:7: "),
            ("area: hunan-2025\n", "did you mean \"hunan-2026\"?"),
            ("area: hubei-2025\nprofil: {}\n", "candidate.yaml:2:1: "),
            ("area: hubei-2025\nprofil: {}\n", "did you mean \"profile\"?"),
        ]
    )
    func `a mistake in candidate.yaml is 1, with its place and a proposal`(
        text: String,
        words: String
    ) throws {
        try SmallCandidate().write(to: "c", in: home)
        try home.write(text, to: "c/candidate.yaml")
        for command in ["check", "checklist"] {
            let run = try dossier(command, home.path("c"))
            #expect(run.status == 1)
            #expect(run.errors.contains(words), "\(run.errors)")
            #expect(run.output.isEmpty)
        }
    }

    @Test func `a wrong number is told by its place and never repeated`() throws {
        var candidate = SmallCandidate()
        candidate.idNumber = "990101199001010018"
        let run = try dossier("check", candidate.write(to: "c", in: home))
        #expect(run.status == 1)
        #expect(run.errors.contains("candidate.yaml:3:11: "))
        #expect(!run.errors.contains("9901011990"))
    }

    @Test func `a broken JPEG is 2 and its file is named`() throws {
        var candidate = SmallCandidate()
        candidate.pictures["身份证明/2.jpg"] = Array(FlatJPEG.gray(80).dropLast(6))
        let folder = try candidate.write(to: "c", in: home)
        let run = try dossier("check", folder)
        #expect(run.status == 2)
        #expect(run.output.contains("materials/身份证明/2.jpg  [picture.truncated]"))

        let value = try JSONValue(
            parsing: Array(dossier("check", folder, "--json").output.utf8.dropLast())
        )
        let finding = value["findings"]?.array?.first { $0["code"] == "picture.truncated" }
        #expect(finding?["picture"] == "materials/身份证明/2.jpg")
        #expect(finding?["severity"] == "error")
        #expect(finding?["message"]?.string?.isEmpty == false)
    }

    // Root reads everything; there the kernel's answer comes from a user without rights.
    @Test(.enabled(if: geteuid() != 0 || OutsideTool.isInstalled("setpriv"), "needs setpriv"))
    func `a picture that may not be read is 1 and named`() throws {
        let folder = try SmallCandidate().write(to: "c", in: home)
        let picture = "materials/身份证明/1.jpg"
        chmod(home.path("c/\(picture)"), 0)
        defer { chmod(home.path("c/\(picture)"), 0o600) }
        let drop =
            geteuid() == 0
            ? "setpriv --bounding-set=-dac_override,-dac_read_search --inh-caps=-all "
                + "--reuid=65534 --clear-groups " : ""
        if geteuid() == 0 {
            try OutsideTool("chown")?.run(["-R", "65534", home.path])
        }
        let run = try dossier.shell("\(drop)\"$dossier\" check '\(folder)'")
        // Where the build itself lies in a folder of root's alone, there is nothing to be seen.
        try #require(run.status != 127 && run.status != 126, "\(run)")
        #expect(run.status == 1, "\(run)")
        #expect(run.errors.contains(picture))
        #expect(run.errors.contains("Permission denied"))
    }

    @Test func `strict counts warnings, quiet tells errors only, verbose tells notes`() throws {
        try home.copy(Repository.sample("hubei-2025"), to: "c")
        try home.write("x", to: "c/materials/stray.txt")
        let folder = home.path("c")
        let plain = try dossier("check", folder)
        #expect(plain.status == 0)
        #expect(plain.output.contains("[folder.stray]"))
        #expect(try dossier("check", folder, "--strict").status == 2)
        let quiet = try dossier("check", folder, "-q")
        #expect(quiet.status == 0)
        #expect(quiet.output.isEmpty)
    }

    @Test func `the checklist counts, cites and asks`() throws {
        let folder = try SmallCandidate().write(to: "c", in: home)
        let run = try dossier("checklist", folder)
        #expect(run.status == 2)
        #expect(run.lines.first == "Hubei 2025")
        let row = run.lines.first { $0.contains("身份证明") }
        #expect(row?.hasPrefix("complete ") == true && row?.contains("have 2 / need 2") == true)
        #expect(run.output.contains("Answer in candidate.yaml: "))
    }

    @Test(
        .enabled(
            if: FileManager.default.fileExists(
                atPath: "/usr/share/opencv4/lbpcascades/lbpcascade_frontalface_improved.xml"
            ),
            "needs opencv-data"
        )
    )
    func `a photo without a face is a warning, and one with a face is not`() throws {
        try home.copy(Repository.sample("hubei-2025"), to: "c")
        let photo = "c/materials/小2寸白底证件照/1.jpg"
        let plain = try dossier("check", home.path("c"), "--json")
        #expect(!plain.output.contains("picture.faces"))
        try home.write(FlatJPEG.gray(255, columns: 32, rows: 43), to: photo)
        let run = try dossier("check", home.path("c"), "--lang", "en")
        #expect(run.output.contains("[picture.faces]"))
        #expect(run.output.contains("0 faces are seen on the photo"))
    }

    @Test func `a page that is blank is an error, and one that somebody lets stand is not`() throws
    {
        let blank = FlatJPEG.gray(240, columns: 64, rows: 48)
        try home.copy(Repository.sample("hubei-2025"), to: "c")
        try home.write(blank, to: "c/materials/毕业证书/2.jpg")
        let run = try dossier("check", home.path("c"))
        #expect(run.status == 2)
        #expect(run.output.contains("[picture.blank]"))
        let text = String(decoding: try home.bytes(of: "c/candidate.yaml"), as: UTF8.self)
        try home.write(
            text + """
                overrides:
                  - {code: picture.blank, picture: materials/毕业证书/2.jpg, reason: 封底}

                """,
            to: "c/candidate.yaml"
        )
        #expect(try dossier("check", home.path("c")).status == 0)
    }
}
