import Archiving
import ArgumentParser
import CaseRegister
import Casework
import Registration
import Sealing
import TemplateCatalog

/// `dossier office export`: the register as a table.
struct OfficeExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write cases as CSV or as lines of JSON, in the order of their ids.",
        discussion: """
            -o FILE.csv or FILE.jsonl; without -o CSV goes to standard output, with --json lines of JSON.
            """
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: RegisterOptions
    @OptionGroup var filters: FilterOptions
    @Option(name: .shortAndLong, help: "The file to make, .csv or .jsonl.") var output: String?
    @Flag(help: "Replace a file that exists.") var force = false

    func run() async throws {
        try await perform(Console(common)) {
            let console = Console(common, catalog: try? common.catalog())
            let register = try options.desk().register
            var filter = try filters.filter(awaited: register.office.awaited)
            if filters.isEmpty { filter.states = [] }
            let isJSON =
                output.map { $0.hasSuffix(".json") || $0.hasSuffix(".jsonl") } ?? common.json
            let table = CaseTable(isJSON: isJSON, console: console)
            guard let output else {
                console.print(raw: table.head)
                try register.export(filter) { console.print(raw: try table.row($0)) }
                return
            }
            let file = try TemporaryFile(beside: output)
            try file.write(Array(table.head.utf8))
            var count = 0
            try register.export(filter) { summary in
                try file.write(Array(table.row(summary).utf8))
                count += 1
            }
            try file.publish(replacing: force)
            console.say(
                console.text("office.export.done", ["path": output, "count": "\(count)"])
            )
        }
    }
}

/// `dossier office stats`: what was done, in figures.
struct OfficeStatsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Say what was submitted and decided, by whom, why, and how fast."
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: RegisterOptions

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            let register = try options.desk().register
            let text = CaseFiguresText(
                statistics: try register.statistics(),
                counts: try register.counts(),
                reasons: try catalog.returnReasons(),
                console: console
            )
            if common.json { try console.print(json: text.json) }
            text.printText()
        }
    }
}

/// `dossier office backup`: the register in one file.
struct OfficeBackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract:
            "Copy the register into one file while others go on using it; the copy is checked.",
        discussion: """
            The archives beside the register never change once they are in: copy the folder archives with \
            any tool.
            """
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: RegisterOptions
    @Option(name: .shortAndLong, help: "The file to make.") var output: String
    @Flag(help: "Replace a file that exists.") var force = false

    func run() async throws {
        try await perform(Console(common)) {
            let console = Console(common, catalog: try? common.catalog())
            try options.desk().register.backup(to: output, replaces: force)
            if common.json { try console.print(json: ["path": .string(output)]) }
            console.say(console.text("office.backup.done", ["path": output]))
        }
    }
}

/// `dossier office restore`: a register from a backup.
struct OfficeRestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Make the register again from a backup, which is checked first."
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: RegisterOptions
    @Argument(help: "The backup.", completion: .file()) var backup: String
    @Flag(help: "Replace a register that is there.") var force = false

    func run() async throws {
        try await perform(Console(common)) {
            let console = Console(common, catalog: try? common.catalog())
            let folder = try options.folder
            try CaseRegister.restore(from: backup, to: folder, replaces: force)
            if common.json { try console.print(json: ["register": .string(folder)]) }
            console.say(console.text("office.restore.done", ["path": folder]))
        }
    }
}
