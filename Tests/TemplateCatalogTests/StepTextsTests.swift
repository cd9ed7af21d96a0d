import Foundation
import TemplateCatalog
import Testing

/// Whatever a verifier may say has words: its codes stand in the sources, where they are looked for.
@Suite struct StepTextsTests {
    private let texts: MessageTexts

    init() throws { texts = try Repository.catalog().messageTexts() }

    @Test(
        arguments: [
            ("Archiving/BagFault.swift", #"Self\("([a-z0-9.-]+)"\)"#, 20),
            ("Archiving/BagFault+Codes.swift", #"Self\("([a-z0-9.-]+)"\)"#, 25),
            ("PDFReading/PDFReadingError.swift", #"rawValue: "(pdf\.[a-z-]+)"\)"#, 20),
            ("Sealing/SealError.swift", #"rawValue: "((?:seal|id)\.[a-z0-9-]+)"\)"#, 10),
            ("CaseLog/LogFinding.swift", #"rawValue: "(log\.[a-z-]+)"\)"#, 10),
        ]
    )
    func `a code of a fault has words`(file: String, pattern: String, least: Int) throws {
        let codes = try codes(in: file, pattern)
        #expect(codes.count >= least)
        #expect(missing(codes) == [])
    }

    @Test func `a step of a verification has words`() throws {
        let folder = Repository.root + "/Sources/Verification"
        let step = #"\.(?:integrity|issuer|status),\s*"([a-z0-9]+\.[a-z0-9-]+)""#
        // What was found is often chosen first, and said with its outcome.
        let choice = #"\(?"([a-z0-9]+\.[a-z0-9-]+)", \.(?:passed|warning|failed|absent)"#
        var codes: Set<String> = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            for pattern in [step, choice] {
                codes.formUnion(try self.codes(in: "Verification/\(name)", pattern))
            }
        }
        #expect(codes.count > 60)
        #expect(missing(codes) == [])
    }

    private func codes(in file: String, _ pattern: String) throws -> Set<String> {
        let path = "\(Repository.root)/Sources/\(file)"
        let source = try String(contentsOfFile: path, encoding: .utf8)
        let regex = try Regex(pattern, as: (Substring, Substring).self)
        return Set(source.matches(of: regex).map { String($0.output.1) })
    }

    private func missing(_ codes: Set<String>) -> [String] {
        codes.filter { code in
            FindingTexts.Language.allCases.contains { texts.text("step.\(code)", in: $0) == nil }
        }.sorted()
    }
}
