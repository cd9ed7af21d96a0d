import ArgumentParser
import Registration
import Review
import Sealing
import TemplateCatalog

/// `dossier codes`: every finding that a check can come to.
struct CodesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codes",
        abstract: "List the codes of all findings, what each means and how it is mended.",
        discussion: """
            Codes are stable: programs may rely on them. {material}, {picture}, {measured} and {limit} \
            stand for what a finding says besides.
            """
    )

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            let texts = try catalog.findingTexts()
            let codes = Finding.Code.reviewCodes.compactMap { code in
                texts.pattern(of: code, in: console.language).map { (code, $0) }
            }
            if common.json {
                try console.print(
                    json: .array(
                        codes.map { code, pattern in
                            [
                                "code": .string(code.rawValue),
                                "message": .string(pattern.sentence),
                                "mend": .string(pattern.mending),
                                "repairable": .bool(texts.isRepairable(code)),
                            ]
                        }
                    )
                )
            }
            for (code, pattern) in codes {
                let mark =
                    texts.isRepairable(code) ? "  [\(console.text("codes.repairable"))]" : ""
                console.print(code.rawValue + mark)
                console.print("    \(pattern.sentence)")
                console.print("    → \(pattern.mending)")
            }
        }
    }
}
