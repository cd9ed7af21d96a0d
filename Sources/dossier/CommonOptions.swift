import ArgumentParser
import Glibc
import TemplateCatalog

/// The options that every command takes.
struct CommonOptions: ParsableArguments {
    @Flag(name: .long, help: "Print one JSON object and nothing else.")
    var json = false

    @Option(name: .long, help: "Language of messages: zh or en (else from the locale).")
    var lang: Language?

    @Flag(name: .shortAndLong, help: "Print errors only.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Print more: every fact and rule.")
    var verbose = false

    @Option(name: .long, help: "Folder of the templates.", completion: .directory)
    var templates: String?

    /// A language of messages.
    enum Language: String, ExpressibleByArgument, CaseIterable {
        case zh
        case en
    }

    var language: FindingTexts.Language { Self.language(given: lang) }

    /// The language asked for, else the locale's, else Chinese: the users' own.
    static func language(given lang: Language?) -> FindingTexts.Language {
        if let lang { return lang == .zh ? .zh : .en }
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(Environment.value).first
        guard let locale, !locale.hasPrefix("zh"), locale != "C", locale != "POSIX",
            !locale.hasPrefix("C.")
        else { return .zh }
        return .en
    }

    /// Finds the templates.
    func catalog() throws(CatalogError) -> TemplateCatalog {
        try Self.catalog(templates: templates)
    }

    /// Finds the templates in a folder, else where they usually are.
    static func catalog(templates: String?) throws(CatalogError) -> TemplateCatalog {
        try TemplateCatalog(
            locate: TemplateCatalog.Location(
                folder: templates,
                environment: Environment.value("DOSSIER_TEMPLATES"),
                executable: Environment.executable
            )
        )
    }
}

/// What surrounds the process; read here only and passed down as values.
enum Environment {
    /// The columns of the terminal that results go to, or of COLUMNS; nil where there is no limit.
    static var terminalWidth: Int? {
        if let columns = value("COLUMNS").flatMap(Int.init) { return max(20, columns) }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return max(20, Int(size.ws_col))
    }

    /// An environment variable that is set and not empty.
    static func value(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }

    /// The running executable, links resolved.
    static var executable: String? {
        guard let path = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }

    /// The number of processors this process may use.
    static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
