import Foundation

/// The Python that other people's tools are installed for, by `.ci/setup judge`, where it is.
package enum JudgePython {
    package static let tool: OutsideTool? = {
        let environment = ProcessInfo.processInfo.environment
        let cache = environment["XDG_CACHE_HOME"] ?? (environment["HOME"] ?? "") + "/.cache"
        let folder = environment["DOSSIER_JUDGES"] ?? cache + "/dossier-judges"
        return OutsideTool(path: folder + "/venv/bin/python")
    }()

    /// Whether it has these packages.
    package static func has(_ packages: String...) -> Bool {
        guard let tool else { return false }
        return (try? tool.run(["-c", "import " + packages.joined(separator: ",")])) != nil
    }
}
