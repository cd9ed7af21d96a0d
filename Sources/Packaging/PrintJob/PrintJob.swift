import Registration
import Sealing
import TemplateCatalog

/// Puts many archives into one document to print: a control list, then each archive's dossier as it is in
/// the archive, behind a sheet by whose code a stack of scans is parted again.
///
/// Whether an archive is whole is for `Verification` to say before it is added. Not for sharing between
/// tasks.
public final class PrintJob {
    /// What adding came to.
    public enum Addition: Hashable, Sendable {
        /// The archive of this id will be printed.
        case added(id: String)
        /// It will be printed already.
        case duplicate(id: String)
        /// A candidate's folder has errors, so many of them, and would not be packed.
        case refused(errors: Int)
    }

    /// An archive of the job.
    struct Entry {
        /// As the user named it.
        var source: String
        /// Where it lies.
        var path: String
        var hash: ContentHash
        /// The id of the first revision.
        var caseID: String
        var revision: Int
        /// What the sheets tell of it.
        var item: PrintJobContents.Item
        var lengths: PrintJobPlan.Lengths
    }

    let setting: ReprintSetting
    let options: PrintJobOptions
    private(set) var entries: [Entry] = []
    private(set) var leftOut: [PrintedJob.LeftOut] = []
    private(set) var duplicates = 0
    private var known: Set<ContentHash> = []
    /// Where candidates' folders are packed for the job.
    private var packed: PrivateFolder?

    /// Begins a job without archives.
    public init(resources: PackResources, fonts: DossierFonts, options: PrintJobOptions) {
        setting = ReprintSetting(resources, fonts)
        self.options = options
    }

    /// Adds an archive, packed or unpacked, that was found to be whole.
    ///
    /// - Parameter path: The zip file or the folder.
    /// - Returns: What it came to.
    /// - Throws: `PackagingError` or what reading failed with, if its pages cannot be printed as they are in
    ///   the archive; nothing is then added.
    public func add(archive path: String) throws -> Addition { try add(path, namedBy: path) }

    /// Adds a candidate's folder as `pack` would pack it on the job's day, without a seal.
    ///
    /// - Parameters:
    ///   - path: The folder.
    ///   - allowsFindings: Whether to add it although it has errors.
    ///   - parent: A folder that may be written to, in which the archive lies meanwhile.
    ///   - jobs: How many pictures to read at once.
    /// - Returns: What it came to.
    /// - Throws: What packing failed with; nothing is then added.
    public func add(
        candidate path: String,
        allowsFindings: Bool,
        in parent: String,
        jobs: Int
    ) async throws -> Addition {
        let resources = setting.resources
        var review = try await FolderReview(
            at: path,
            catalog: resources.catalog,
            day: options.date,
            jobs: jobs
        )
        review.add(GlyphCheck(fonts: setting.fonts).findings(for: review))
        let packOptions = PackOptions(
            date: options.date,
            allowsFindings: allowsFindings,
            toolVersion: options.toolVersion
        )
        let archive = try place(in: parent)
        let packer = Packer(resources: resources, fonts: setting.fonts, options: packOptions)
        guard case .packed = try packer.pack(review, to: .archive(archive)) else {
            return .refused(errors: review.count(of: .error))
        }
        return try add(archive, namedBy: path)
    }

    /// A path for an archive that goes with the job.
    private func place(in parent: String) throws(PackagingError) -> String {
        var folder: PrivateFolder
        if let known = packed.take() {
            folder = known
        } else {
            folder = try PrivateFolder(in: parent)
        }
        let path = folder.place()
        packed = consume folder
        return path
    }

    /// Names something on the control list that is not printed.
    ///
    /// - Parameters:
    ///   - source: The thing as the user named it.
    ///   - id: Its id in groups, if it could be read.
    ///   - reason: Why, in a few words of the language of the sheets.
    public func leaveOut(_ source: String, id: String?, reason: String) {
        leftOut.append(PrintedJob.LeftOut(source: source, id: id, reason: reason))
    }

    private func add(_ path: String, namedBy source: String) throws -> Addition {
        let archive = try OpenedArchive(path)
        let dossier = try ReprintedDossier(archive, by: setting)
        let id = dossier.id.description
        guard known.insert(dossier.hash).inserted else {
            duplicates += 1
            return .duplicate(id: id)
        }
        let contents = dossier.contents
        var bag = 0
        if options.bags != nil {
            bag = try PrintJobSheets(setting).bag(dossier.sheetContents).count
        }
        entries.append(
            Entry(
                source: source,
                path: path,
                hash: dossier.hash,
                caseID: dossier.caseID ?? id,
                revision: dossier.revision,
                item: PrintJobContents.Item(
                    name: contents.name,
                    maskedIDNumber: contents.values["maskedIDNumber"] ?? "",
                    area: contents.areaName,
                    archive: id,
                    first: 0,
                    pages: dossier.plan.pageCount,
                    pictures: contents.pictures.count,
                    materials: contents.presentMaterials.count,
                    remark: remark(on: dossier.rules)
                ),
                lengths: PrintJobPlan.Lengths(
                    volumes: dossier.plan.volumes.map(\.sheets.count),
                    bag: bag
                )
            )
        )
        return .added(id: id)
    }

    private func remark(on rules: ReprintedDossier.Rules) -> String {
        switch rules {
        case .same: ""
        case .changed: setting.resources.style.text("jobAreaChanged")
        case .missing: setting.resources.style.text("jobAreaMissing")
        }
    }

    /// The archives in the order of the job, each with a remark where it is not the newest revision.
    func ordered() -> [Entry] {
        let style = setting.resources.style
        let newest = Dictionary(entries.map { ($0.caseID, $0.revision) }, uniquingKeysWith: max)
        var ordered = entries
        for (place, entry) in ordered.enumerated() {
            var remarks = [entry.item.remark]
            if entry.revision > 1 {
                remarks.append(style.text("jobRevision", ["revision": "\(entry.revision)"]))
            }
            if newest[entry.caseID] != entry.revision { remarks.append(style.text("jobNewer")) }
            ordered[place].item.remark = remarks.filter { !$0.isEmpty }.joined(separator: "，")
        }
        // The sort is stable: what is alike stays as it was given.
        return switch options.order {
        case .given: ordered
        case .id: ordered.sorted { $0.item.archive < $1.item.archive }
        case .name: ordered.sorted { $0.item.name < $1.item.name }
        case .area:
            ordered.sorted { ($0.item.area, $0.item.name) < ($1.item.area, $1.item.name) }
        }
    }
}
