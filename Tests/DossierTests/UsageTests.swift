import CandidateFixtures
import Testing

@Suite struct UsageTests {
    let home: TemporaryFolder
    let dossier: Command

    init() throws {
        home = try TemporaryFolder()
        dossier = Command(in: home)
    }

    @Test func `without arguments it says what it can do`() throws {
        let run = try dossier()
        #expect(run.status == 0)
        for word in ["new", "areas", "checklist", "check", "pack", "verify", "key", "doctor"] {
            #expect(run.output.contains("\n  \(word) "), "\(word)")
        }
        #expect(run.errors.isEmpty)
    }

    @Test(
        arguments: [
            ["--bogus"], ["bogus"], ["check"], ["check", "a", "--bogus"], ["pack", "a"],
            ["pack", "a", "-o", "b", "--pdf-only", "c"], ["pack", "a", "b", "--pdf-only", "c"],
            ["pack", "a", "-o", "b", "--date", "2026-02-30"],
            ["pack", "a", "-o", "b", "--jobs", "0"], ["pack", "a", "-o", "b", "--jobs", "65"],
            ["pack", "a", "-o", "b", "--jobs", "x"], ["verify"],
            ["verify", "a", "--as-of", "tomorrow"], ["check", "a", "--lang", "fr"],
            ["new"], ["new", "made", "--lang", "en"],
            ["new", "made", "--area", "hubei-2025", "--set", "level"],
            ["new", "made", "--area", "hubei-2025", "--set", "levle=执业医师"],
            ["new", "made", "--area", "hubei-2025", "--set", "level=大师"],
            [
                "key", "show", "k", "--name", "n", "--area", "42", "--from", "2026-02-02", "--to",
                "2026-02-01",
            ],
            [
                "key", "show", "k", "--name", "n", "--area", "420000", "--from", "2026-01-01",
                "--to", "2026-12-31",
            ],
            [
                "key", "show", "k", "--name", "n", "--area", "42", "--year", "26", "--from",
                "2026-01-01", "--to", "2026-12-31",
            ],
        ]
    )
    func `a call that is no call ends with 64 and leaves nothing`(arguments: [String]) throws {
        let run = try dossier(
            arguments.map { ["made", "b", "c"].contains($0) ? home.path($0) : $0 }
        )
        #expect(run.status == 64 && run.isExit, "\(run)")
        #expect(run.errors.contains("Usage:"))
        #expect(run.output.isEmpty)
        #expect(try home.names().isEmpty)
    }

    @Test(arguments: ["abc", "", "1e9", "-1", "9223372036854775807", "99999999999999999999", "0"])
    func `a SOURCE_DATE_EPOCH that is no day of an archive is told, not believed`(text: String)
        throws
    {
        let folder = try SmallCandidate().write(to: "c", in: home)
        let run = try dossier(
            "pack",
            folder,
            "-o",
            home.path("c.zip"),
            "--allow-findings",
            "-q",
            environment: ["SOURCE_DATE_EPOCH": text]
        )
        // An empty one counts as none.
        #expect(run.status == (text.isEmpty ? 0 : 64) && run.isExit, "\(run)")
        #expect(run.errors.contains("SOURCE_DATE_EPOCH") == !text.isEmpty)
    }

    @Test(arguments: [("en", "0 errors"), ("zh", "错误 0")])
    func `it speaks the language asked for`(language: String, words: String) throws {
        let sample = Repository.sample("hubei-2025")
        let run = try dossier("check", sample, "--lang", language)
        #expect(run.status == 0)
        #expect(run.output.hasPrefix(words))
    }

    @Test(
        arguments: [
            (["LC_ALL": "en_GB.UTF-8"], "0 errors"), (["LC_ALL": "zh_CN.UTF-8"], "错误 0"),
            (["LC_ALL": "C"], "错误 0"), (["LC_ALL": "", "LANG": "de_DE.UTF-8"], "0 errors"),
            (["LC_ALL": "", "LC_MESSAGES": "zh_TW.UTF-8", "LANG": "en_US.UTF-8"], "错误 0"),
        ]
    )
    func `else it speaks the locale's`(environment: [String: String], words: String) throws {
        let run = try dossier(
            "check",
            Repository.sample("hubei-2025"),
            environment: environment
        )
        #expect(run.output.hasPrefix(words))
    }

    @Test func `templates are found where they are named, and the places are told if not`() throws {
        try home.copy(Repository.root + "/Templates/Areas", to: "t/Areas")
        let bare = try dossier("areas", "--templates", home.path("nowhere"))
        #expect(bare.status == 1)
        #expect(bare.errors.contains(home.path("nowhere")))
        #expect(try dossier("areas", "--templates", home.path("t")).status == 0)
        let named = try dossier("areas", environment: ["DOSSIER_TEMPLATES": home.path("nope")])
        #expect(named.status == 1)
        #expect(named.errors.contains(home.path("nope")))
    }

    @Test(
        .enabled(if: OutsideTool.isInstalled("script"), "needs script of util-linux"),
        arguments: [
            ("TERM=xterm", true), ("TERM=xterm NO_COLOR=1", false), ("TERM=dumb", false),
            ("TERM=xterm NO_COLOR=", true),
        ]
    )
    func `colours are for terminals whose owner wants them`(setting: String, isColoured: Bool)
        throws
    {
        let folder = try SmallCandidate().write(to: "c", in: home)
        let run = try dossier.shell(
            "\(setting) script -qec '\"$dossier\" check \(folder)' /dev/null < /dev/null"
        )
        #expect(run.status == 2)
        #expect(run.output.contains("\u{1B}[31m") == isColoured)
        #expect(try !dossier("check", folder).output.contains("\u{1B}"))
    }
}
