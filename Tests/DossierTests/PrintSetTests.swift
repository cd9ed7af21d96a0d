import CandidateFixtures
import Foundation
import Sealing
import Testing

/// `dossier print-set`, as an office runs it.
@Suite struct PrintSetTests {
    let home: TemporaryFolder
    let dossier: Command

    init() throws {
        home = try TemporaryFolder()
        dossier = Command(in: home)
    }

    /// Packs a small candidate of a name; the archive's path.
    @discardableResult
    private func archive(_ name: String, _ options: String...) throws -> String {
        let folder = try SmallCandidate(name: name).write(to: "folders/\(name)", in: home)
        let path = home.path("\(name).zip")
        let run = try dossier(["pack", folder, "-o", path, "--allow-findings"] + options)
        try #require(run.status == 0, "\(run)")
        return path
    }

    private func print(_ arguments: String...) throws -> Command.Run {
        try dossier(["print-set", "-o", home.path("job.pdf"), "--lang", "en"] + arguments)
    }

    private func result(_ run: Command.Run) throws -> JSONValue {
        try JSONValue(parsing: Array(run.output.utf8))
    }

    @Test func `archives, bags and folders become one PDF for its owner's eyes`() throws {
        let zip = try archive("甲", "--profile", "print")
        try archive("乙")
        try UnpackedArchive(home.path("乙.zip")).write(to: "bag", in: home)
        let folder = try SmallCandidate(name: "丙").write(to: "folders/丙", in: home)
        let run = try print(zip, home.path("bag"), folder, "--allow-findings", "--json")
        #expect(run.status == 0, "\(run)")
        let job = try result(run)
        #expect(job["archives"]?.array?.count == 3)
        #expect(job["archives"]?[0]?["first"] == 2)
        #expect(job["leftOut"] == [])
        let attributes = try FileManager.default.attributesOfItem(atPath: home.path("job.pdf"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        // Nothing of the packed folder is left, and nobody's name is in the result.
        #expect(try home.names() == ["bag", "folders", "job.pdf", "乙.zip", "甲.zip"].sorted())
        #expect(!run.output.contains("试样") && !run.output.contains("990101"))
        // The folder's pages are those of the archive that `pack` makes on this day.
        let packed = try dossier(
            "pack",
            folder,
            "-o",
            home.path("丙.zip"),
            "--allow-findings",
            "--json"
        )
        let id = try result(packed)["id"]
        #expect(job["archives"]?[2]?["id"] == id)
    }

    @Test(arguments: ["data/manifest.json", "data/materials/01-身份证明/01.jpg", "data/dossier.pdf"])
    func `a broken archive is left out and named, and the others are printed`(file: String) throws {
        let good = try archive("甲")
        var bag = try UnpackedArchive(try archive("乙"))
        bag[file]?[20] ^= 1
        try bag.write(to: "broken", in: home)
        let run = try print(home.path("broken"), good, home.path("missing.zip"), "--json")
        #expect(run.status == 2)
        #expect(run.errors.contains("broken is left out: the file has changed  \(file)"))
        #expect(run.errors.contains("missing.zip is left out"))
        #expect(run.errors.contains("2 were left out"))
        let job = try result(run)
        #expect(job["archives"]?.array?.count == 1)
        #expect(job["leftOut"]?.array?.count == 2)
        #expect(job["leftOut"]?[0]?["reason"]?.string == "文件内容已改变  \(file)")
        #expect(try home.names().contains("job.pdf"))
    }

    @Test func `a zip cut short is left out, and a job of nothing but that is not made`() throws {
        let path = try archive("甲")
        let bytes = try home.bytes(of: "甲.zip")
        try home.write(Array(bytes.dropLast(1000)), to: "甲.zip")
        let run = try print(path)
        #expect(run.status == 1)
        #expect(run.errors.contains("is left out"))
        #expect(run.errors.contains("There is no archive to print"))
        #expect(try !home.names().contains("job.pdf"))
    }

    @Test func `a folder with errors is left out unless findings are allowed`() throws {
        let good = try archive("甲")
        let folder = try SmallCandidate(name: "丙").write(to: "folders/丙", in: home)
        let refused = try print(folder, good)
        #expect(refused.status == 2)
        #expect(refused.errors.contains("errors and was not packed"))
        let allowed = try print(folder, good, "--allow-findings", "--force")
        #expect(allowed.status == 0, "\(allowed)")
    }

    @Test func `names come from files too, and one that comes twice is printed once`() throws {
        let (first, second) = (try archive("甲"), try archive("乙"))
        try home.write("\(second)\r\n\n\(first)\n", to: "list.txt")
        let run = try print("@" + home.path("list.txt"), first, "--json")
        #expect(run.status == 0, "\(run)")
        #expect(run.errors.contains("it is printed once"))
        let job = try result(run)
        #expect(job["duplicates"] == 1)
        #expect(job["archives"]?.array?.map { $0["source"]?.string } == [second, first])
        let other = try print("--from", home.path("list.txt"), "--force", "--json")
        #expect(try result(other)["archives"]?.array?.count == 2)
        #expect(try print("@" + home.path("nothing.txt"), "--force").status == 1)
    }

    @Test func `an output that exists is left alone unless forced`() throws {
        let path = try archive("甲")
        try home.write("mine", to: "job.pdf")
        let run = try print(path)
        #expect(run.status == 1)
        #expect(run.errors.contains("--force"))
        #expect(try home.bytes(of: "job.pdf") == Array("mine".utf8))
        #expect(try print(path, "--force").status == 0)
    }

    @Test(
        arguments: [
            ([], 2), (["--no-separators"], 2), (["--duplex"], 3),
            (["--duplex", "--bags", "before"], 3), (["--bags", "end"], 2),
        ] as [([String], Int64)]
    )
    func `the first archive begins where the job's sheets let it`(
        options: [String],
        first: Int64
    ) throws {
        let path = try archive("甲")
        let run = try dossier(
            ["print-set", path, "-o", home.path("job.pdf"), "--json"] + options
        )
        #expect(run.status == 0, "\(run)")
        let job = try result(run)
        #expect(job["archives"]?[0]?["first"] == .integer(first))
        let pages = try #require(job["pages"]?.integer)
        let sheets = options.contains("--duplex") ? (pages + 1) / 2 : pages
        #expect(job["sheets"]?.integer == sheets)
    }

    @Test(.enabled(if: OutsideTool.isInstalled("pdftoppm"), "needs pdftoppm"))
    func `a scanned job is traced to its archive, the sheet before it included`() throws {
        let key = try SigningKey(seed: Array(repeating: 5, count: 32))
        try home.write(key.pem, to: "key.pem")
        let sealed = try archive("甲", "--key", home.path("key.pem"))
        let job = try result(try print(try archive("乙"), sealed, "--json"))
        let page = try #require(job["archives"]?[1]?["first"]?.integer)
        let tool = try #require(OutsideTool("pdftoppm"))
        try tool.run([
            "-r", "150", "-png", "-f", "\(page)", "-l", "\(page + 2)", home.path("job.pdf"),
            home.path("page"),
        ])
        let pages = try home.names().filter { $0.hasPrefix("page") }.map { home.path($0) }
        #expect(pages.count == 3)
        let verify = ["verify", "--lang", "en", "--as-of", "2025-02-10", "--against"]
        let run = try dossier(verify + [sealed] + pages)
        #expect(run.status == 0, "\(run)")
        #expect(run.output.contains("belongs to the dossier it was held against"))
        let other = try dossier(verify + [home.path("乙.zip")] + pages)
        #expect(other.status == 2)
    }
}
