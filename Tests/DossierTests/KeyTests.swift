import CandidateFixtures
import Foundation
import Sealing
import Testing

@Suite struct KeyTests {
    let home: TemporaryFolder
    let dossier: Command
    private static let words = "correct horse"

    init() throws {
        home = try TemporaryFolder()
        dossier = Command(in: home)
        try home.write(Self.words + "\n", to: "words")
    }

    private func path(_ name: String) -> String { home.path(name) }

    @discardableResult
    private func make(_ name: String) throws -> Command.Run {
        try dossier(["key", "new", "-o", path(name), "--passphrase-file", path("words")])
    }

    private func jwk(_ name: String, _ words: String = "words") throws -> Command.Run {
        try dossier([
            "key", "show", path(name), "--format", "jwk", "--passphrase-file", path(words),
        ])
    }

    @Test func `a new key is locked, its owner's alone, and opens with its passphrase`() throws {
        let run = try make("office.pem")
        #expect(run.status == 0, "\(run)")
        let attributes = try FileManager.default.attributesOfItem(atPath: path("office.pem"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try home.names() == ["office.pem", "words"])
        let shown = try jwk("office.pem")
        #expect(shown.status == 0)
        let kid = try #require(
            try JSONValue(parsing: Array(shown.output.utf8))["kid"]?.string
        )
        #expect(run.output.contains(kid))
        try home.write("wrong horse\n", to: "other")
        let wrong = try jwk("office.pem", "other")
        #expect(wrong.status == 1 && wrong.output.isEmpty)
        #expect(wrong.errors == "Error: The passphrase is wrong.\n")
        let none = try dossier("key", "show", path("office.pem"), "--format", "jwk")
        #expect(none.status == 1)
        #expect(none.errors.contains("--passphrase-file"))
    }

    @Test func `a key is not overwritten unless that is asked for`() throws {
        try make("office.pem")
        let before = try home.bytes(of: "office.pem")
        let run = try make("office.pem")
        #expect(run.status == 1)
        #expect(run.errors.contains("--force"))
        #expect(try home.bytes(of: "office.pem") == before)
        let forced = try dossier(
            "key",
            "new",
            "-o",
            path("office.pem"),
            "--no-passphrase",
            "--force"
        )
        #expect(forced.status == 0)
        let replaced = try home.bytes(of: "office.pem")
        #expect(replaced != before && !SigningKey.isLocked(file: replaced))
    }

    @Test(arguments: ["", "short\n", "two\nlines of it\n"])
    func `what cannot be a passphrase makes no key`(content: String) throws {
        try home.write(content, to: "words")
        let run = try make("office.pem")
        #expect(run.status == 1)
        #expect(run.errors.contains("passphrase"))
        #expect(try home.names() == ["words"])
    }

    @Test func `without a terminal and without a file there is no key`() throws {
        let run = try dossier("key", "new", "-o", path("office.pem"))
        #expect(run.status == 1)
        #expect(try home.names() == ["words"])
    }

    @Test func `a passphrase comes from standard input, a pipe or a descriptor too`() throws {
        try make("office.pem")
        let run = try dossier.shell(
            """
            show="$dossier key show $home/office.pem --format jwk --passphrase-file"
            $show - < $home/words && $show <(cat $home/words) && $show /dev/fd/7 7< $home/words
            """
        )
        #expect(run.status == 0, "\(run)")
        #expect(run.lines.count == 3 && Set(run.lines).count == 1)
    }

    @Test(.enabled(if: OutsideTool.isInstalled("openssl"), "needs openssl"))
    func `OpenSSL opens our keys, and we open OpenSSL's`() throws {
        let tool = try #require(OutsideTool("openssl"))
        let pass = "pass:" + Self.words
        try make("ours.pem")
        try tool.run(["pkey", "-in", path("ours.pem"), "-passin", pass, "-out", path("open.pem")])
        #expect(try jwk("open.pem").output == jwk("ours.pem").output)
        try tool.run([
            "genpkey", "-algorithm", "ed25519", "-aes256", "-pass", pass, "-out",
            path("theirs.pem"),
        ])
        try tool.run([
            "pkcs8", "-topk8", "-in", path("open.pem"), "-scrypt", "-passout", pass, "-out",
            path("scrypt.pem"),
        ])
        #expect(try jwk("scrypt.pem").output == jwk("ours.pem").output)
        let theirs = try dossier([
            "key", "show", path("theirs.pem"), "--format", "pem", "--passphrase-file",
            path("words"),
        ])
        let expected = try tool.run([
            "pkey", "-in", path("theirs.pem"), "-passin", pass, "-pubout",
        ])
        #expect(theirs.output == expected)
    }

    @Test(.enabled(if: Terminal.python != nil, "needs python3"))
    func `on a terminal the passphrase is asked for twice, and nobody sees it`() throws {
        let made = try Terminal.run(
            ["key", "new", "-o", path("office.pem"), "--lang", "en"],
            answers: ["short", "不要告诉别人", "不要告诉他人", "不要告诉别人", "不要告诉别人"]
        )
        #expect(made.status == 0, "\(made)")
        #expect(!made.wasEchoing && !made.screen.contains("不要告诉"))
        #expect(made.screen.contains("too short") && made.screen.contains("differ"))
        // ^U takes back the line, backspace a whole character.
        let shown = try Terminal.run(
            ["key", "show", path("office.pem"), "--format", "jwk", "--lang", "zh"],
            answers: ["x\u{15}不要告诉别人们\u{7F}"]
        )
        #expect(shown.status == 0, "\(shown)")
        let wrong = try Terminal.run(
            ["key", "show", path("office.pem"), "--format", "jwk", "--lang", "zh"],
            answers: ["不要告诉"]
        )
        #expect(wrong.status == 1 && wrong.screen.contains("口令不对"))
    }

    @Test(.enabled(if: Terminal.python != nil, "needs python3"), arguments: ["\u{3}", "\u{4}", ""])
    func `who breaks off makes nothing`(answer: String) throws {
        let run = try Terminal.run(
            ["key", "new", "-o", path("office.pem"), "--lang", "en"],
            answers: [answer, answer, answer]
        )
        #expect(run.status == 1, "\(run)")
        #expect(try home.names() == ["words"])
    }

    @Test func `keys in files are listed without a secret or a question`() throws {
        try home.write("no key", to: "keys/notes.txt")
        try make("keys/locked.pem")
        let open = try SigningKey(seed: Array(repeating: 5, count: 32))
        try home.write(open.pem, to: "keys/open.pem")
        let run = try dossier("key", "list", path("keys"), "--json")
        #expect(run.status == 0, "\(run)")
        let files = try JSONValue(parsing: Array(run.output.utf8))["files"]?.array
        #expect(files?.count == 2)
        #expect(files?.first?["locked"] == true && files?.first?["kid"] == nil)
        #expect(files?.last?["kid"]?.string == open.id.description)
        let text = try dossier("key", "list", path("keys"))
        #expect(
            !text.output.contains(String(decoding: open.pem, as: UTF8.self).prefix(60).suffix(20))
        )
        #expect(try dossier("key", "list", path("keys/notes.txt")).status == 1)
    }
}
