import CandidateFixtures
import Foundation
import Sealing
import Testing

@Suite struct AreasAndKeysTests {
    let home: TemporaryFolder
    let dossier: Command

    init() throws {
        home = try TemporaryFolder()
        dossier = Command(in: home)
    }

    @Test(arguments: [["areas"], ["areas", "list"]])
    func `the areas are listed`(arguments: [String]) throws {
        let run = try dossier(arguments)
        #expect(run.status == 0)
        #expect(run.lines.map { $0.prefix(10) } == ["hubei-2025", "hunan-2026"])
    }

    @Test func `an area is shown with every material and its clause`() throws {
        let run = try dossier("areas", "show", "hunan-2026", "--lang", "zh")
        #expect(run.status == 0)
        #expect(run.lines.first == "湖南考区 2026  (hunan-2026)")
        let titles = run.lines.count { $0.firstMatch(of: /^\d+\. .+  \[.+\]$/) != nil }
        let clauses = run.lines.count { $0.hasPrefix("   依据 附件") }
        #expect(titles > 15 && titles == clauses)
    }

    @Test func `an area says what locks, what unlocks and what may come late, with the clause`()
        throws
    {
        let brief = try dossier("areas", "show", "hunan-2026", "--lang", "zh").lines
        #expect(brief.contains("锁定：按每张图片 (附件3 三)"))
        #expect(brief.contains("解锁：网报期间撤回提交 (附件3 四（二）)"))
        #expect(brief.contains("逾期：审核要求更换的仍可提交 (附件3 四)"))
        let whole = try dossier("areas", "show", "hubei-2025", "--lang", "zh", "-v").lines
        #expect(whole.contains { $0.hasPrefix("锁定：") && $0.contains("三（三）：“已锁定（考生信息已提交") })
        let moved = try dossier("areas", "diff", "hunan-2026", "hubei-2025", "--lang", "zh").lines
        #expect(moved.contains("  手册未说明可否解锁：网报期间撤回提交"))
        let back = try dossier("areas", "diff", "hubei-2025", "hunan-2026", "--lang", "zh").lines
        #expect(back.contains("  解锁：网报期间撤回提交"))
        // Hubei's manual does not speak of taking a submission back.
        #expect(!whole.contains { $0.contains("撤回提交") })
    }

    @Test func `an area that is not known is 1, with what is known`() throws {
        let run = try dossier("areas", "show", "beijing-2026")
        #expect(run.status == 1)
        #expect(run.errors.contains("hubei-2025, hunan-2026"))
    }

    @Test func `the doctor tells version, templates and fonts`() throws {
        let run = try dossier("doctor")
        #expect(run.lines.first?.hasPrefix("dossier ") == true)
        #expect(run.output.contains("Areas: hubei-2025, hunan-2026"))
        // Without the fonts no other test here could pass.
        #expect(run.status == 0)
        #expect(run.output.contains("✓ Noto Serif CJK SC  /"))
    }

    @Test func `the doctor names the package of a font that is missing, and ends with 2`() throws {
        try home.copy(Repository.root + "/Templates", to: "t")
        let list = String(decoding: try home.bytes(of: "t/Fonts/fonts.yaml"), as: UTF8.self)
        try home.write(
            list.replacing("KaitiM GB", with: "Kaiti").replacing("gkai00mp.ttf", with: "gone.ttf")
                .replacing("kai: [kai, notoSerif, hanaA, hanaB]", with: "kai: [kai]"),
            to: "t/Fonts/fonts.yaml"
        )
        let run = try dossier("doctor", "--templates", home.path("t"))
        #expect(run.status == 2)
        #expect(run.output.contains("sudo apt-get install fonts-arphic-gkai00mp"))
        let folder = try SmallCandidate().write(to: "c", in: home)
        let pack = try dossier(
            "pack",
            folder,
            "-o",
            home.path("c.zip"),
            "--allow-findings",
            "--templates",
            home.path("t")
        )
        #expect(pack.status == 1)
        #expect(pack.errors.contains("dossier doctor"))
    }

    @Test(.enabled(if: OutsideTool.isInstalled("openssl"), "needs openssl"))
    func `a key of OpenSSL's is shown by its public half, and never by its secret`() throws {
        let tool = try #require(OutsideTool("openssl"))
        let key = home.path("key.pem")
        try tool.run(["genpkey", "-algorithm", "ed25519", "-out", key])
        try tool.run(["pkey", "-in", key, "-pubout", "-outform", "DER", "-out", home.path("pub")])
        let run = try dossier(
            "key",
            "show",
            key,
            "--name",
            "试验考点",
            "--area",
            "42",
            "--area",
            "43",
            "--year",
            "2026",
            "--from",
            "2026-01-01",
            "--to",
            "2026-12-31"
        )
        #expect(run.status == 0)
        let value = try JSONValue(parsing: Array(run.output.utf8.dropLast()))
        let jwk = try #require(value["keys"]?[0])
        // RFC 8410: after twelve bytes of DER come the key's 32; RFC 8037: x is their base64url.
        let public32 = Data(try home.bytes(of: "pub").dropFirst(12))
        let x = public32.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
        #expect(jwk["x"]?.string == x)
        #expect(jwk["d"] == nil)
        #expect(jwk["areas"] == ["42", "43"])
        #expect(jwk["years"] == [2026])
        #expect(jwk["nbf"] == 20_454 && jwk["exp"] == 20_818)
        let pem = String(decoding: try home.bytes(of: "key.pem"), as: UTF8.self)
        let secret = try #require(pem.split(separator: "\n").dropFirst().first)
        #expect(!run.output.contains(secret.suffix(20)))
    }
}
