import CandidateFixtures
import Foundation
import Sealing
import TemplateCatalog
import Testing

@Suite struct HelpTests {
    let home: TemporaryFolder
    let dossier: Command

    init() throws {
        home = try TemporaryFolder()
        dossier = Command(in: home)
    }

    @Test func `all that the commands say of themselves is there in Chinese, and nothing else`()
        throws
    {
        let commands = try self.commands()
        let texts = try Repository.catalog().helpTexts()
        let told = Set(commands.flatMap(\.texts))
        #expect(told.subtracting(texts.englishTexts) == [])
        #expect(texts.englishTexts.subtracting(told) == [])
        let values = Set(commands.flatMap(\.values)).union(["options", "subcommand"])
        #expect(values.subtracting(texts.valueNames) == [])
        #expect(texts.valueNames.subtracting(values) == [])
    }

    @Test func `every command helps in the user's language, in lines that fit a terminal`() throws {
        let commands = try self.commands()
        #expect(commands.count > 50)
        for command in commands {
            let call = (["dossier"] + command.path).joined(separator: " ")
            let chinese = try dossier(command.path + ["--help", "--lang", "zh"])
            #expect(chinese.status == 0 && chinese.errors.isEmpty)
            #expect(chinese.lines.contains { $0.hasPrefix("用法：\(call) ") }, "\(call)")
            for text in command.texts { #expect(!chinese.output.contains(text), "\(call)") }
            // Once is enough of what is common to all below.
            let english = try command.path.count < 2 ? dossier(command.path + ["--help"]).lines : []
            #expect(english.isEmpty || english.contains { $0.hasPrefix("Usage: \(call) ") })
            for line in chinese.lines + english { #expect(Self.width(of: line) <= 80, "\(line)") }
        }
    }

    @Test func `help says the same however it is asked for, as wide as the terminal`() throws {
        let asked = try dossier("key", "trust", "add", "--help").output
        #expect(try dossier("help", "key", "trust", "add").output == asked)
        #expect(try dossier("key", "trust", "add", "-h").output == asked)
        #expect(try dossier().output == dossier("--help").output)
        let narrow = try dossier("pack", "--help", "--lang=zh", environment: ["COLUMNS": "60"])
        #expect(narrow.lines.allSatisfy { Self.width(of: $0) <= 60 })
        // No line begins with a mark that ends something.
        #expect(!narrow.lines.contains { "，。；：、）”".contains($0.drop { $0 == " " }.first ?? " ") })
    }

    @Test func `without templates the parser speaks for itself`() throws {
        let run = try dossier("pack", "--help", "--templates", home.path("nowhere"))
        #expect(run.status == 0 && run.output.hasPrefix("OVERVIEW: "))
        #expect(try dossier("--version").output.firstMatch(of: /^\d+\.\d+\.\d+\n$/) != nil)
    }

    @Test(
        arguments: [
            (["pakc"], ["错误：多出了“pakc”。", "  是不是 pack？", "用法：dossier <命令>"]),
            (
                ["check"],
                ["错误：缺少参数：<文件夹>", "  <文件夹>  考生文件夹。", "用法：dossier check [<选项>] <文件夹>"]
            ),
            (["areas", "shwo"], ["错误：多出了“shwo”。", "  是不是 show？", "用法：dossier areas <命令>"]),
            (
                ["pack", "a", "-o", "b", "--jobs", "x"],
                ["错误：--jobs <数目> 不接受“x”。", "  --jobs <数目>  同时处理几个文件夹。"]
            ),
            (
                ["pack", "a", "-o", "b", "--fource"],
                ["错误：没有 --fource 这个选项，是不是 --force？", "  --force  替换已有的输出文件。"]
            ),
            (["pack", "a", "-o", "b", "--zzzzzzzz"], ["错误：没有 --zzzzzzzz 这个选项。"]),
            (["pack", "a", "-o"], ["错误：-o <文件> 后面缺少值。"]),
            (["pack", "a", "--force=1", "-o", "b"], ["错误：--force 后面不带值，却写了“1”。"]),
            (["check", "a", "b", "c"], ["错误：多出了 2 项：'b', 'c'。"]),
            (["key", "show", "k", "--format", "x"], ["错误：--format <格式> 不接受“x”。"]),
            (
                ["pack", "a"],
                ["错误：请用 -o 给出要生成的文件，例如 -o 档案.zip；只要 PDF 时改用 --pdf-only 卷宗.pdf。"]
            ),
            (["new", "b", "--area", "hubei-2025", "--set", "level"], ["错误：--set 写作 项目=值。"]),
            (["verify", "a", "--as-of", "x"], ["错误：--as-of 须为日期，例如 2026-01-15。"]),
        ]
    )
    func `a call that is no call is told in Chinese`(arguments: [String], lines: [String]) throws {
        let run = try dossier(arguments.map { $0 == "b" ? home.path("b") : $0 } + ["--lang", "zh"])
        // A path of the test's own stands for the second folder.
        let told = run.errors.replacing(home.path("b"), with: "b").split(separator: "\n").map(
            String.init
        )
        #expect(run.status == 64)
        #expect(Array(told.prefix(lines.count)) == lines, "\(run.errors)")
        #expect(told.last?.hasPrefix("详见 dossier") == true)
    }

    @Test func `every sentence about a wrong call has its Chinese`() throws {
        let texts = try Repository.catalog().helpTexts()
        var sentences: [String] = []
        let sources = try #require(
            FileManager.default.enumerator(atPath: Repository.root + "/Sources/dossier")
        )
        for case let name as String in sources where name.hasSuffix(".swift") {
            let path = "\(Repository.root)/Sources/dossier/\(name)"
            let source = try String(contentsOfFile: path, encoding: .utf8)
            for match in source.matches(of: /ValidationError\(\s*"((?:[^"\\]|\\.)*)"/) {
                // What is filled in may be anything.
                sentences.append(
                    String(match.1).replacing(/\\\((?:[^()]|\([^()]*\))*\)/, with: "x")
                )
            }
        }
        #expect(sentences.count > 50)
        // An error of another kind, whose words are its own.
        let known = sentences.filter { $0 != "x" && !$0.hasSuffix(" for: ") }
        #expect(known.filter { !texts.knowsMistake($0) } == [])
    }

    /// A command as the parser describes it.
    private struct Described {
        var path: [String]
        var texts: [String]
        var values: [String]
    }

    private func commands() throws -> [Described] {
        let run = try dossier("--experimental-dump-help")
        let root = try JSONValue(parsing: Array(run.output.utf8)).object?["command"]
        return Self.described(try #require(root), below: nil)
    }

    private static func described(_ value: JSONValue, below path: [String]?) -> [Described] {
        guard let object = value.object, let name = object["commandName"]?.string, name != "help"
        else { return [] }
        let own = path.map { $0 + [name] } ?? []
        let arguments = (object["arguments"]?.array ?? []).compactMap(\.object)
        let texts = ([object] + arguments).flatMap { part in
            [part["abstract"], part["discussion"]].compactMap { $0?.string }
        }
        let values = arguments.filter { $0["kind"]?.string != "flag" }
            .compactMap { $0["valueName"]?.string }
        let below = (object["subcommands"]?.array ?? []).flatMap { described($0, below: own) }
        return [Described(path: own, texts: texts.filter { !$0.isEmpty }, values: values)] + below
    }

    private static func width(of line: Substring) -> Int {
        line.unicodeScalars.reduce(0) { $0 + ((0x2E80...0xFFE6).contains($1.value) ? 2 : 1) }
    }
}
