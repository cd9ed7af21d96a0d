import Glibc
public import PageLayout

/// The search list of typefaces: which font plays which role, where its file may lie, who brings it.
public struct FontCatalog: Hashable, Sendable {
    /// A font of the list.
    public struct Font: Hashable, Sendable {
        /// Its name as people know it.
        public var name: String
        /// The Debian package that brings it.
        public var package: String
        /// Where its file may lie, in the order to try.
        public var candidates: [String]
        /// Its number in a collection.
        public var index: Int

        /// The file that is there; nil if none is.
        public var installed: String? { candidates.first { access($0, R_OK) == 0 } }
    }

    private let chains: [FontRole: [Font]]

    /// The fonts of a role, first to last.
    public func fonts(for role: FontRole) -> [Font] { chains[role] ?? [] }

    /// The fonts of a role that are there, first to last.
    public func installed(for role: FontRole) -> [(path: String, index: Int)] {
        fonts(for: role).compactMap { font in font.installed.map { ($0, font.index) } }
    }

    /// Decodes the search list; `home` replaces a leading `~`.
    init(_ root: YAMLValue, home: String?) throws(CatalogError) {
        let top = try YAMLMapping(root, keys: ["format", "folders", "fonts", "roles"])
        _ = try top.required("format").integer(in: 1...1)
        var folders: [String] = []
        for item in try top.required("folders").list() {
            let folder = try item.words()
            guard folder.hasPrefix("~") else {
                folders.append(folder)
                continue
            }
            if let home { folders.append(home + folder.dropFirst()) }
        }
        var fonts: [String: Font] = [:]
        for entry in try YAMLMapping(top.required("fonts")).entries {
            fonts[entry.key] = try Font(entry.value, folders: folders)
        }
        var chains: [FontRole: [Font]] = [:]
        let roles = try YAMLMapping(
            top.required("roles"),
            keys: FontRole.allCases.map(\.rawValue)
        )
        for role in FontRole.allCases {
            for item in try roles.required(role.rawValue).list() {
                guard let font = fonts[try item.words()] else {
                    throw item.error(.wrongValue, "no font of that name stands under \"fonts\"")
                }
                chains[role, default: []].append(font)
            }
        }
        self.chains = chains
    }
}

extension FontCatalog.Font {
    fileprivate init(_ value: YAMLValue, folders: [String]) throws(CatalogError) {
        let font = try YAMLMapping(value, keys: ["name", "paths", "index", "package"])
        var candidates: [String] = []
        for path in try font.required("paths").list() {
            let path = try path.words()
            candidates += folders.map { "\($0)/\(path)" }
        }
        self.init(
            name: try font.required("name").words(),
            package: try font.required("package").words(),
            candidates: candidates,
            index: try font.optional("index")?.integer(in: 0...63) ?? 0
        )
    }
}
