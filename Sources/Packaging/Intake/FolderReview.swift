import Imaging
public import Registration
public import Review
public import Sealing
public import TemplateCatalog

/// A candidate's folder, read, measured and judged: what every command works on.
public struct FolderReview: Sendable {
    /// The folder.
    public let folder: CandidateFolder
    /// What candidate.yaml says.
    public private(set) var file: CandidateFile
    /// The area's rules.
    public let area: Area
    /// The SHA-256 of the area's file.
    let areaHash: ContentHash
    /// The requirements, in the area's order.
    public private(set) var requirements: [Requirement]
    /// The pictures of each material, by its id, in order.
    public private(set) var pictures: [String: [IntakePicture]]
    /// The candidate's own files of those that a repair replaces, by its path.
    private let originals: [String: String]
    /// The commitment to the person, where candidate and pictures are no longer those that it is made
    /// over: in a copy for outside eyes.
    public private(set) var commitment: SubjectCommitment?
    /// What was found, in order; what was overridden stands in `overridden`.
    public private(set) var findings: [Finding]
    /// Findings that a person decided to let stand, with the decision.
    public private(set) var overridden: [(finding: Finding, override: Override)]

    /// Reads and judges a folder.
    ///
    /// - Parameters:
    ///   - path: The candidate's folder.
    ///   - catalog: Where the area's rules are found.
    ///   - day: The day on which the folder is handed in, for papers that count for some time only.
    ///   - maskedIDNumber: The number of the identity document as an archive keeps it, for a folder that
    ///     was laid out from one; else candidate.yaml says the whole number.
    ///   - usesRepairs: Whether repaired pictures take the place of their originals.
    ///   - jobs: How many pictures to read at once.
    /// - Throws: `PackagingError` for files that cannot be read, `CatalogError` for mistakes in YAML.
    public init(
        at path: String,
        catalog: TemplateCatalog,
        day: IssueDate,
        maskedIDNumber: String? = nil,
        usesRepairs: Bool = true,
        jobs: Int = 1
    ) async throws {
        folder = try CandidateFolder(at: path)
        var (file, areaFile) = try catalog.candidate(at: folder.candidateFile)
        if let maskedIDNumber { file.candidate.idNumber = maskedIDNumber }
        self.file = file
        area = areaFile.area
        areaHash = ContentHash.of(areaFile.bytes)
        let review = CandidateReview(
            area: area,
            profile: file.candidate.profile,
            waivers: file.waivers,
            papers: file.papers,
            day: day.date
        )
        requirements = review.requirements

        var intake = PictureIntake(folder: folder.path)
        if area.photoRule?.faces != nil { intake.portraitInspector = try Self.inspector(catalog) }
        let log = usesRepairs ? try RepairLog(in: folder) : RepairLog([])
        let names = folder.materials.flatMap { material in
            material.files.map { (folder: material.name, path: "materials/\(material.name)/\($0)") }
        }
        let read = try await intake.read(
            names.map { [requirements, area] name in
                let material = requirements.material(named: name.folder, in: area)
                return PictureIntake.Request(
                    path: name.path,
                    repair: log.entry(for: name.path),
                    isPortrait: material?.pictureRule.faces != nil
                )
            },
            jobs: jobs
        )
        var byFolder: [String: [Picture]] = [:]
        var byMaterial: [String: [IntakePicture]] = [:]
        for material in folder.materials { byFolder[material.name] = [] }
        for (name, picture) in zip(names, read) {
            byFolder[name.folder, default: []].append(picture.picture)
            if let material = requirements.material(named: name.folder, in: area) {
                byMaterial[material.id, default: []].append(picture.withoutLikeness)
            }
        }
        pictures = byMaterial
        originals = Dictionary(
            read.filter { $0.repair != nil }.map { ($0.picture.path, $0.originalPath) },
            uniquingKeysWith: { first, _ in first }
        )
        findings = []
        overridden = []
        let open = file.candidate.openKeys
        if !open.isEmpty {
            add([Finding(.candidateIncomplete, .error, measured: open.joined(separator: ", "))])
        }
        if let limit = area.nameLimit, file.candidate.name.count > limit {
            let count = String(file.candidate.name.count)
            add([Finding(.nameTooLong, .warning, measured: count, limit: "≤ \(limit)")])
        }
        add(review.findings(for: byFolder))
        let known = Set(names.map(\.path))
        let lost = file.turns.map(\.picture).filter { !known.contains($0) }
        add(lost.map { Finding(.turnUnknown, .warning, measured: $0) })
        add(
            read.compactMap { picture in
                picture.lapse.map { Finding($0, .warning, picture: picture.picture.path) }
            }
        )
        let strays = folder.strays + folder.materials.flatMap(\.strays)
        add(strays.map { Finding(.folderStray, .warning, picture: $0) })
        // What near copies were found by is large, and must go before memory is given back.
        _ = consume read
        _ = consume byFolder
        DecodingMemory.release()
    }

    /// An inspector that counts faces, if the file that describes them is installed.
    private static func inspector(_ catalog: TemplateCatalog) throws -> PictureInspector {
        PictureInspector(faces: try faces(catalog))
    }

    /// What finds faces; nil where it is not installed.
    static func faces(_ catalog: TemplateCatalog) throws -> FaceCascade? {
        try catalog.faceFiles().read().flatMap { FaceCascade(xml: $0.span) }
    }

    /// Adds what a further check found; what a person let stand is put aside.
    public mutating func add(_ found: [Finding]) {
        for finding in found {
            if let override = file.overrides.first(where: { covers($0, finding) }) {
                overridden.append((finding, override))
            } else {
                findings.append(finding)
            }
        }
    }

    /// Whether an override is for a finding; it may name a repaired picture by its original.
    private func covers(_ override: Override, _ finding: Finding) -> Bool {
        var original = finding
        original.picture = finding.picture.map { originals[$0] ?? $0 }
        return override.covers(finding) || override.covers(original)
    }

    /// The codes of what a person let stand on a picture.
    func letStand(on picture: Picture) -> Set<Finding.Code> {
        Set(overridden.map(\.finding).filter { $0.picture == picture.path }.map(\.code))
    }

    /// All pictures that belong to a material, in the area's order.
    public var allPictures: [IntakePicture] { presentMaterials.flatMap(\.pictures) }

    /// The number of findings of a severity.
    public func count(of severity: Finding.Severity) -> Int {
        findings.count { $0.severity == severity }
    }

    /// The materials that have pictures, in the area's order.
    var presentMaterials: [(requirement: Requirement, pictures: [IntakePicture])] {
        requirements.compactMap { requirement in
            guard let pictures = pictures[requirement.material.id], !pictures.isEmpty else {
                return nil
            }
            return (requirement, pictures)
        }
    }

    /// The review as a copy for outside eyes shows it.
    ///
    /// - Parameters:
    ///   - pictures: What takes the place of the pictures, by the id of the material.
    ///   - words: What is masked in texts.
    ///   - commitment: The commitment to the person, over the pictures as they were.
    /// - Returns: The review to pack.
    func masked(
        _ pictures: [String: [IntakePicture]],
        words: MaskedWords,
        commitment: SubjectCommitment
    ) -> FolderReview {
        var copy = self
        copy.pictures = pictures
        copy.commitment = commitment
        copy.file = words.masked(file)
        copy.requirements = requirements.map(words.masked)
        copy.findings = findings.map { words.masked($0, originals: originals) }
        copy.overridden = overridden.map { finding, override in
            (words.masked(finding, originals: originals), words.masked(override))
        }
        return copy
    }
}
