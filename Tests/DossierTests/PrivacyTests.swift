import CandidateFixtures
import Foundation
import Sealing
import Testing

@Suite struct PrivacyTests {
    let home: TemporaryFolder
    let dossier: Command

    init() throws {
        home = try TemporaryFolder()
        dossier = Command(in: home)
    }

    /// Name, number and birthday of the sample for Hubei; Latin names and numbers come in parts.
    static let secrets = ["王䶮𠮷", "王", "990201", "19991106", "0512"]

    @Test(arguments: [[], ["--json"], ["-v"], ["-q"], ["--lang", "zh"]])
    func `no command tells name or number`(options: [String]) throws {
        let key = try SigningKey(seed: Array(repeating: 5, count: 32))
        try home.write(key.pem, to: "key.pem")
        let faulty = home.path("faulty")
        try home.copy(Repository.sample("hubei-2025"), to: "faulty")
        try home.write("x", to: "faulty/materials/身份证明/3.jpg")
        try home.remove("faulty/materials/毕业证书")
        let folder = Repository.sample("hubei-2025")
        let date = ["--date", "2025-02-10"]
        for (number, arguments) in [
            ["check", folder], ["checklist", folder], ["check", faulty], ["checklist", faulty],
            ["pack", folder, "-o", home.path("a.zip"), "--key", home.path("key.pem")] + date,
            ["pack", faulty, "-o", home.path("b.zip")] + date,
            ["pack", faulty, "-o", home.path("b.zip"), "--allow-findings"] + date,
            ["pack", folder, faulty, "-o", home.path("out"), "--allow-findings"] + date,
            ["pack", folder, "-o", home.path("a.zip")] + date,
            ["verify", home.path("a.zip"), "--as-of", "2025-02-10"],
            ["verify", home.path("b.zip"), "--as-of", "2025-02-10"],
        ].enumerated() {
            let run = try dossier(arguments + options)
            // Temporary folders have random names, in which four digits may well stand.
            let text = (run.output + run.errors).replacing(home.path, with: "HOME")
                .replacing(/[0-9a-f]{64}/, with: "HASH")
            for secret in Self.secrets {
                #expect(!text.contains(secret), "\(number) \(arguments[0]) \(secret): \(text)")
            }
        }
    }

    @Test func `names of files in an output folder tell nobody`() throws {
        try dossier("pack", Repository.sample("hubei-2025"), "-o", home.path("out/"))
        let names = try home.names(in: "out")
        #expect(names.count == 2)
        let journal = String(decoding: try home.bytes(of: "out/.dossier-journal"), as: UTF8.self)
        for secret in Self.secrets.prefix(2) {
            #expect(!names.joined().contains(secret) && !journal.contains(secret))
        }
    }
}
