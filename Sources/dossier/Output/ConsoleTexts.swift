import TemplateCatalog

/// The words of the templates, each kind read when the first of them is needed: many runs end without one,
/// and some say hundreds.
final class ConsoleTexts {
    private let find: () -> TemplateCatalog?

    /// What the command prints.
    private(set) lazy var messages = try? find()?.messageTexts()
    /// What is wrong with templates and other files.
    private(set) lazy var faults = try? find()?.faultTexts()
    /// What is wrong with the bytes of pictures.
    private(set) lazy var damages = try? find()?.damageTexts()

    init(_ find: @escaping () -> TemplateCatalog?) { self.find = find }
}
