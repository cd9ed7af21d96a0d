public import Review

/// The folder of templates: exam areas and texts.
public struct TemplateCatalog: Hashable, Sendable {
    /// Where templates may lie, gathered by the command: nothing is read from the surroundings.
    public struct Location: Hashable, Sendable {
        /// The folder named by `--templates`.
        public var folder: String?
        /// The value of the environment variable DOSSIER_TEMPLATES.
        public var environment: String?
        /// The path of the running executable, links resolved.
        public var executable: String?

        /// States where to look.
        public init(folder: String? = nil, environment: String? = nil, executable: String? = nil) {
            self.folder = folder
            self.environment = environment
            self.executable = executable
        }

        /// The places to try, best first; one that somebody named is the only one.
        public var places: [String] {
            if let folder { return [folder] }
            if let environment, !environment.isEmpty { return [environment] }
            guard let executable, let slash = executable.lastIndex(of: "/") else { return [] }
            let home = executable[..<slash]
            return [
                "\(home)/../share/dossier/Templates",
                "\(home)/dossier_TemplateCatalog.resources/Templates",
            ]
        }
    }

    /// An area together with the bytes that it was read from, for the manifest's hash.
    public struct AreaFile: Hashable, Sendable {
        /// The rules.
        public let area: Area
        /// The file as it is.
        public let bytes: [UInt8]
    }

    /// The folder found.
    public let folder: String

    /// Finds the templates: the first place that has a folder `Areas`.
    ///
    /// - Parameter location: Where to look.
    /// - Throws: `CatalogError` with the places tried, if there are none at any of them.
    public init(locate location: Location) throws(CatalogError) {
        let places = location.places
        guard let place = places.first(where: { Folder.exists($0 + "/Areas") }) else {
            throw CatalogError(
                .notFound,
                file: "Templates",
                message: places.isEmpty
                    ? "no templates were found, for no place was named"
                    : "no templates were found; tried: \(places.joined(separator: ", "))"
            )
        }
        folder = place
    }

    /// The ids of the areas, sorted.
    public func areaIDs() throws(CatalogError) -> [String] { try ids(in: "Areas") }

    /// The ids of the templates in a folder, sorted.
    func ids(in name: String) throws(CatalogError) -> [String] {
        guard let names = Folder.names(in: "\(folder)/\(name)") else {
            throw CatalogError(.unreadable, file: name, message: "the folder cannot be read")
        }
        return names.compactMap { name in
            guard name.hasSuffix(".yaml") else { return nil }
            let id = String(name.dropLast(5))
            return Self.isID(id) ? id : nil
        }.sorted()
    }

    /// Reads an area.
    ///
    /// - Parameter id: Its id, "hunan-2026".
    /// - Returns: The area and its file.
    /// - Throws: `CatalogError` if there is none, or at the first fault in its file.
    public func area(_ id: String) throws(CatalogError) -> AreaFile {
        try Self.require(id, among: areaIDs(), in: "Areas", "there is no area of this id")
        let file = "Areas/\(id).yaml"
        let bytes = try FileBytes.read("\(folder)/\(file)", named: file)
        let area = try Area(bytes: bytes, file: file)
        guard area.id == id else {
            throw CatalogError(
                .wrongValue,
                file: file,
                message: "the file is named \(id), its area \(area.id)"
            )
        }
        return AreaFile(area: area, bytes: bytes)
    }

    /// Refuses an id that no file of a folder has, with the nearest one that some has.
    static func require(
        _ id: String,
        among known: [String],
        in folder: String,
        _ message: CatalogMessage
    ) throws(CatalogError) {
        guard !known.contains(id) else { return }
        let hint =
            Spelling.hint(for: id, among: known) ?? "; known: \(known.joined(separator: ", "))"
        throw CatalogError(.notFound, file: folder, message: message + hint)
    }

    /// Reads the sentences of the findings.
    public func findingTexts() throws(CatalogError) -> FindingTexts {
        let file = "Texts/findings.yaml"
        return try FindingTexts(
            bytes: FileBytes.read("\(folder)/\(file)", named: file),
            file: file,
            damages: DamageTexts.Lazy { try? damageTexts() }
        )
    }

    /// Reads a candidate's file and the area that it names.
    ///
    /// - Parameter path: Where it lies; errors call it candidate.yaml, for a path may bear somebody's
    ///   name.
    /// - Returns: The candidate's file and the area's.
    /// - Throws: `CatalogError` at the first fault in either.
    public func candidate(
        at path: String
    ) throws(CatalogError) -> (candidate: CandidateFile, area: AreaFile) {
        try candidate(bytes: FileBytes.read(path, named: "candidate.yaml"))
    }

    /// Reads a candidate's file that is in memory already, and the area that it names.
    ///
    /// - Parameter bytes: The YAML text; errors call it candidate.yaml.
    /// - Returns: The candidate's file and the area's.
    /// - Throws: `CatalogError` at the first fault in either.
    public func candidate(
        bytes: [UInt8]
    ) throws(CatalogError) -> (candidate: CandidateFile, area: AreaFile) {
        let area = try area(of: bytes)
        return (try CandidateFile(bytes: bytes, area: area.area), area)
    }

    /// The area that a candidate's file names; one that is not known is told by the file's line.
    private func area(of bytes: [UInt8]) throws(CatalogError) -> AreaFile {
        let value = try CandidateFile.areaValue(bytes: bytes, file: "candidate.yaml")
        do {
            return try area(value.words())
        } catch {
            guard error.code == .notFound, error.file == "Areas" else { throw error }
            throw CatalogError(
                .notFound,
                file: value.file,
                place: value.place,
                message: error.message
            )
        }
    }

    /// Whether a text can be the id of a template, and so the name of its file.
    static func isID(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}
