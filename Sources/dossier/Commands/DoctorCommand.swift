import ArgumentParser
import PageLayout
import Sealing
import TemplateCatalog

/// `dossier doctor`: what the tool needs of this machine, what is missing, and what brings it.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Show versions, templates and fonts; say what is missing and how to install it.",
        discussion: "Exit code 2 if something is missing that printing needs."
    )

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await perform(Console(common)) {
            let catalog = try common.catalog()
            let console = Console(common, catalog: catalog)
            let fonts = try catalog.fonts(home: Environment.value("HOME"))
            let areas = try catalog.areaIDs()
            let roles = FontRole.allCases.map { RoleState(role: $0, fonts: fonts.fonts(for: $0)) }
            let missing = Set(roles.flatMap(\.missing).map(\.package)).sorted()
            let isPrintable = roles.allSatisfy(\.isUsable)
            if common.json {
                try console.print(
                    json: json(roles, areas: areas, missing: missing, folder: catalog.folder)
                )
            }
            console.print("dossier \(Dossier.version)")
            console.print(console.text("doctor.templates", ["folder": catalog.folder]))
            console.print(
                console.text("doctor.areas", ["areas": areas.joined(separator: ", ")])
            )
            for role in roles { show(role, on: console) }
            show(try catalog.faceFiles(), on: console)
            if missing.isEmpty {
                console.print(console.text("doctor.complete"))
            } else {
                console.print(
                    console.text(
                        isPrintable ? "doctor.missing-some" : "doctor.missing",
                        ["packages": missing.joined(separator: " ")]
                    )
                )
            }
            if !isPrintable { throw ExitCode.findings }
        }
    }

    private struct RoleState {
        let role: FontRole
        let fonts: [FontCatalog.Font]

        /// The first font plays the role; the others only stand in for single characters.
        var isUsable: Bool { fonts.contains { $0.installed != nil } }
        var missing: [FontCatalog.Font] { fonts.filter { $0.installed == nil } }
    }

    private func show(_ role: RoleState, on console: Console) {
        console.print(console.text("role.\(role.role.rawValue)"))
        for font in role.fonts {
            if let path = font.installed {
                console.print("  \(console.coloured("✓", .green)) \(font.name)  \(path)")
            } else {
                console.print(
                    "  \(console.coloured("✗", .red)) \(font.name)  "
                        + console.text("doctor.package", ["package": font.package])
                )
            }
        }
    }

    /// Faces are counted if they can be; nothing else needs the file.
    private func show(_ faces: FaceFiles, on console: Console) {
        console.print(console.text("doctor.faces"))
        if let path = faces.installed {
            console.print("  \(console.coloured("✓", .green)) \(path)")
        } else {
            let words = console.text("doctor.package", ["package": faces.package])
            console.print("  \(console.coloured("–", .yellow)) \(words)")
        }
    }

    private func json(
        _ roles: [RoleState],
        areas: [String],
        missing: [String],
        folder: String
    ) -> JSONValue {
        [
            "version": .string(Dossier.version), "templates": .string(folder),
            "areas": .array(areas.map(JSONValue.string)),
            "missingPackages": .array(missing.map(JSONValue.string)),
            "fonts": .object(
                Dictionary(
                    uniqueKeysWithValues: roles.map { role in
                        (
                            role.role.rawValue,
                            .array(
                                role.fonts.map {
                                    [
                                        "name": .string($0.name), "package": .string($0.package),
                                        "path": $0.installed.map(JSONValue.string) ?? .null,
                                    ]
                                }
                            )
                        )
                    }
                )
            ),
        ]
    }
}
