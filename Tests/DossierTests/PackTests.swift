import CandidateFixtures
import Foundation
import Sealing
import Testing

@Suite struct PackTests {
    let home: TemporaryFolder
    let dossier: Command

    init() throws {
        home = try TemporaryFolder()
        dossier = Command(in: home)
    }

    private func candidate(_ name: String = "c") throws -> String {
        try SmallCandidate().write(to: name, in: home)
    }

    @Test func `a folder with errors is 2 and nothing is made unless findings are allowed`() throws
    {
        let folder = try candidate()
        let output = home.path("c.zip")
        let refused = try dossier("pack", folder, "-o", output)
        #expect(refused.status == 2)
        #expect(refused.output.contains("[material.missing]"))
        #expect(refused.errors.contains("--allow-findings"))
        #expect(try home.names() == ["c"])

        let allowed = try dossier("pack", folder, "-o", output, "--allow-findings")
        #expect(allowed.status == 0)
        #expect(allowed.output.contains("not sealed"))
        #expect(try dossier("verify", output).status == 0)
    }

    @Test func `what is made is for its owner's eyes`() throws {
        let folder = try candidate()
        try dossier("pack", folder, "-o", home.path("c.zip"), "--allow-findings")
        try dossier("pack", folder, "--pdf-only", home.path("c.pdf"), "--allow-findings")
        try dossier("pack", folder, "-o", home.path("out/"), "--allow-findings")
        try dossier("new", home.path("n"), "--area", "hunan-2026")
        let files =
            try ["c.zip", "c.pdf", "n/candidate.yaml"] + home.files(in: "out").map { "out/\($0)" }
        #expect(files.count == 5)
        for file in files { #expect(try mode(of: file) == 0o600, "\(file)") }
        for folder in try ["out", "n", "n/materials"]
            + home.names(in: "n/materials").map({
                "n/materials/\($0)"
            })
        {
            #expect(try mode(of: folder) == 0o700, "\(folder)")
        }
    }

    @Test func `an output that exists is left alone unless forced`() throws {
        let folder = try candidate()
        for (option, name) in [("-o", "c.zip"), ("--pdf-only", "c.pdf")] {
            try home.write("mine", to: name)
            let arguments = ["pack", folder, option, home.path(name), "--allow-findings"]
            let run = try dossier(arguments)
            #expect(run.status == 1)
            #expect(run.errors.contains("--force"))
            #expect(try home.bytes(of: name) == Array("mine".utf8))
            #expect(try dossier(arguments + ["--force"]).status == 0)
            #expect(try home.bytes(of: name).count > 1000)
            #expect(try mode(of: name) == 0o600)
        }
        #expect(try home.names() == ["c", "c.pdf", "c.zip"])
    }

    @Test(
        arguments: [
            (["--per-page", "3"], "--per-page takes 1 or 2."),
            (["--per-page", "0"], "--per-page takes 1 or 2."),
            (["--thumbnails", "5"], "--thumbnails takes 4, 6, 9 or 12."),
            (
                ["--profile", "submission", "--thumbnails", "6"],
                "--profile submission has a page for each picture, and no other."
            ),
        ]
    )
    func `numbers that no page has are refused`(options: [String], words: String) throws {
        let run = try dossier(
            ["pack", candidate(), "--pdf-only", home.path("c.pdf")] + options
        )
        #expect(run.status == 64)
        #expect(run.errors.contains(words), "\(run.errors)")
        #expect(try home.names() == ["c"])
    }

    @Test func `a folder for the output that is not there is 1 and named`() throws {
        let folder = try candidate()
        for arguments in [
            ["-o", home.path("no/c.zip")], ["--pdf-only", home.path("no/c.pdf")],
            ["-o", home.path("no/such/")],
        ] {
            let run = try dossier(["pack", folder, "--allow-findings"] + arguments)
            #expect(run.status == 1)
            #expect(run.errors.contains("No such file or directory"), "\(run.errors)")
            let chinese = try dossier(
                ["pack", folder, "--allow-findings", "--lang", "zh"] + arguments
            )
            #expect(chinese.errors.contains("（文件或文件夹不存在）"), "\(chinese.errors)")
        }
        #expect(try home.names() == ["c"])
    }

    @Test func `SOURCE_DATE_EPOCH is the date unless one is given`() throws {
        let folder = try candidate()
        // 2026-02-05 in China from 16:00 UTC of the day before.
        for (name, seconds) in [("a", "1770220800"), ("b", "1770307199")] {
            let run = try dossier(
                "pack",
                folder,
                "-o",
                home.path("\(name).zip"),
                "--allow-findings",
                environment: ["SOURCE_DATE_EPOCH": seconds]
            )
            #expect(run.status == 0)
        }
        try dossier(
            "pack",
            folder,
            "-o",
            home.path("c.zip"),
            "--allow-findings",
            "--date",
            "2026-02-05",
            environment: ["SOURCE_DATE_EPOCH": "0"]
        )
        let bytes = try home.bytes(of: "a.zip")
        #expect(try home.bytes(of: "b.zip") == bytes)
        #expect(try home.bytes(of: "c.zip") == bytes)
    }

    @Test(
        .enabled(if: OutsideTool.isInstalled("env"), "needs env of coreutils"),
        arguments: [16, 100, 400]
    )
    func `a limit on the size of files ends cleanly`(kibibytes: Int) throws {
        try home.copy(Repository.sample("hunan-2026"), to: "c")
        let run = try dossier.shell(
            """
            mkdir "$home/out"; ulimit -f \(kibibytes)
            exec env --default-signal=XFSZ "$dossier" pack "$home/c" -o "$home/out/c.zip" \
                --date 2026-02-05
            """
        )
        #expect(run.isExit && run.status == 1, "\(run)")
        #expect(run.errors.contains("File too large"))
        #expect(try home.names(in: "out").isEmpty)
        #expect(try isUnchanged("hunan-2026"))
    }

    /// Room for nothing, for part of the PDF, and for the PDF but not for the archive.
    @Test(
        .enabled(if: TinyDisk.isMountable, "needs the right to mount a tmpfs"),
        arguments: [16, 1500, 4000]
    )
    func `a full disk ends cleanly`(kibibytes: Int) throws {
        try home.copy(Repository.sample("hunan-2026"), to: "c")
        try home.write("", to: "disk/.keep")
        let disk = try TinyDisk(at: home.path("disk"), kibibytes: kibibytes)
        defer { disk.unmount() }
        let day = ["--date", "2026-02-05"]
        let batch = try dossier(
            ["pack", home.path("c"), "-o", home.path("disk/out/")] + day
        )
        #expect(batch.status == 1)
        #expect(try home.names(in: "disk/out") == [".dossier-journal"])
        let run = try dossier(["pack", home.path("c"), "-o", home.path("disk/c.zip")] + day)
        #expect(run.isExit && run.status == 1, "\(run)")
        #expect(run.errors.contains("No space left on device"))
        #expect(run.output.isEmpty)
        #expect(try home.names(in: "disk") == ["out"])
        #expect(try isUnchanged("hunan-2026"))
    }

    @Test func `killed at any moment it leaves no archive that is not whole`() throws {
        try home.copy(Repository.sample("hubei-2025"), to: "c")
        for (number, delay) in [0.01, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3].enumerated() {
            try home.write("", to: "\(number)/.keep")
            _ = try dossier.shell(
                """
                "$dossier" pack "$home/c" -o "$home/\(number)/c.zip" & sleep \(delay); kill -9 $!
                wait
                """
            )
            for name in try home.names(in: "\(number)") where name.hasSuffix(".zip") {
                #expect(try dossier("verify", home.path("\(number)/\(name)")).status == 0)
            }
        }
        #expect(try isUnchanged("hubei-2025"))
    }

    @Test func `of many folders one that fails makes 1, and each has its line`() throws {
        let good = try candidate("good")
        var other = SmallCandidate(name: "试样乙")
        other.pictures["身份证明/1.jpg"] = []
        let folders = [good, home.path("missing"), try other.write(to: "other", in: home)]
        for json in [[], ["--json"]] {
            let out = "out\(json.count)"
            let run = try dossier(
                ["pack"] + folders + ["-o", home.path(out), "--allow-findings", "--jobs", "3"]
                    + json
            )
            #expect(run.status == 1)
            #expect(run.lines.count == 3)
            var results: [String?: String?] = [:]
            for line in run.lines {
                let value = try JSONValue(parsing: Array(line.utf8))
                results[value["folder"]?.string] = value["result"]?.string
            }
            #expect(folders.map { results[$0] } == ["packed", "failed", "packed"])
            #expect(try home.names(in: out).count { $0.hasSuffix(".zip") } == 2)
        }
    }

    @Test func `of many folders one with errors makes 2`() throws {
        let run = try dossier(
            "pack",
            candidate(),
            Repository.sample("hubei-2025"),
            "-o",
            home.path("out")
        )
        #expect(run.status == 2)
        #expect(run.lines.count == 2)
        #expect(try home.names(in: "out").count { $0.hasSuffix(".zip") } == 1)
    }

    @Test func `a key that cannot be read or is none is 1`() throws {
        let folder = try candidate()
        try home.write("no key", to: "key.pem")
        for key in ["key.pem", "missing.pem"] {
            let run = try dossier(
                "pack",
                folder,
                "-o",
                home.path("c.zip"),
                "--allow-findings",
                "--key",
                home.path(key)
            )
            #expect(run.status == 1)
            #expect(!run.errors.contains("no key"))
        }
        #expect(try home.names() == ["c", "key.pem"])
    }

    private func mode(of name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: home.path(name))
        return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
    }

    private func isUnchanged(_ sample: String) throws -> Bool {
        FileManager.default.contentsEqual(
            atPath: Repository.sample(sample),
            andPath: home.path("c")
        )
    }
}
