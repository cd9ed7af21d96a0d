import ArgumentParser

/// `dossier form`: the forms that go with the materials.
struct FormCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "form",
        abstract: "List, show, print or check the forms that go with the materials.",
        subcommands: [
            FormListCommand.self, FormShowCommand.self, FormRenderCommand.self,
            FormBatchCommand.self,
            FormLintCommand.self,
        ],
        defaultSubcommand: FormListCommand.self
    )
}
