import ArgumentParser

/// `dossier form`: the forms that go with the materials.
struct FormCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "form",
        abstract: "List, show or check the forms that go with the materials.",
        subcommands: [
            FormRenderCommand.self, FormLintCommand.self,
        ]
    )
}
