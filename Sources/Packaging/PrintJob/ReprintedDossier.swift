import PDFWriting
import PageLayout
import QRCodes
import Registration
import Review
import Sealing
import TemplateCatalog

/// An archive's dossier laid out again from its manifest, each page as it is in the archive.
struct ReprintedDossier {
    /// Whether the rules of the exam area are those that it was made by.
    enum Rules: Hashable, Sendable {
        case same
        case changed
        case missing
    }

    let hash: ContentHash
    let id: DossierID
    let rules: Rules
    /// The id of the first revision; nil in the first itself.
    let caseID: String?
    let revision: Int
    /// The version that made it.
    let version: String
    let contents: DossierContents
    let plan: DossierPlan
    /// Where the volumes lie in the bag.
    let volumePaths: [String]
    let drawing: DossierDrawing
    private let date: IssueDate
    /// The files of the pictures, by their places; nil where the archive has none.
    private let files: [ArchivedPicture?]
    private let codes: ArchivedCodes

    /// Room for twenty thousand pictures.
    private static let limits = JSONValue.Limits(depth: 32, bytes: 16 << 20, values: 500_000)

    /// Reads the manifest of an archive that was found to be whole, and lays its parts out.
    ///
    /// - Throws: `PackagingError` of code `pagesDiffer` if the templates of today would give other pages,
    ///   `manifestUnreadable` with the member that is not as it must be, or what reading failed with.
    init(_ archive: borrowing OpenedArchive, by setting: ReprintSetting) throws {
        let bytes = try archive.bytes(of: "data/manifest.json", limit: Self.limits.bytes)
        guard let manifest = try? JSONValue(parsing: bytes, limits: Self.limits) else {
            throw Self.unreadable("JSON")
        }
        hash = .of(bytes)
        id = DossierID(manifest: hash)
        caseID = manifest["case"]?.string
        revision = manifest["revision"]?.integer ?? 1
        guard let day = manifest["date"]?.string.flatMap({ IssueDate($0) }) else {
            throw Self.unreadable("date")
        }
        date = day
        rules = setting.rules(of: manifest)
        version = manifest["tool"]?["version"]?.string ?? ""
        guard
            let composition = manifest["composition"]
                .flatMap({ Composition(json: $0, profiles: setting.resources.profiles) })
        else { throw PackagingError(.pagesDiffer, "composition") }
        let profile = composition.settled(setting.resources.profiles.standard)
        // Only the rules tell which materials are marked.
        guard !composition.hasWatermark || rules != .missing else {
            throw PackagingError(.pagesDiffer, "watermark")
        }
        let contents = try DossierContents(
            manifest: manifest,
            area: setting.area(of: manifest)?.area,
            style: setting.resources.style,
            texts: setting.resources.findingTexts
        )
        self.contents = contents
        volumePaths = (manifest["volumes"]?.array ?? []).map { $0["path"]?.string ?? "" }
        codes = try ArchivedCodes(archive, volumePaths, manifest: hash)
        drawing = DossierDrawing(
            contents: contents,
            profile: profile,
            style: setting.resources.style,
            sheets: setting.resources.sheets,
            fonts: setting.fonts.library,
            codeSide: try setting.codeSide(
                isSealed: codes.key != nil,
                isFirst: revision == 1,
                year: contents.year,
                issued: day
            ),
            hasWatermark: composition.hasWatermark
        )
        let pictures = (manifest["materials"]?.array ?? [])
            .flatMap { $0["pictures"]?.array ?? [] }
        files = pictures.map { ArchivedPicture($0) }
        let resolutions = pictures.map { $0["dpi"]?.integer }
        plan = try DossierPlan(
            manifest: manifest,
            contents: contents,
            isDuplex: profile.isDuplex
        ) { [drawing] places in
            // Cards and stacked pictures mostly differ in size, and so in the resolution that the manifest
            // tells.
            func agrees(_ arrangement: DossierPlan.Arrangement) -> Bool {
                places.allSatisfy { place in
                    let pixels = contents.pictures[place].pixels
                    return resolutions[place] == drawing.placing.resolution(of: pixels, arrangement)
                }
            }
            let isOfCards = agrees(.cards) && (!agrees(.stacked) || drawing.isPair(places[0]))
            return isOfCards ? .cards : .stacked
        }
        guard try plan.agrees(with: drawing.lengths()),
            drawing.resolutions(plan) == resolutions
        else { throw PackagingError(.pagesDiffer, "volumes") }
    }

    private static func unreadable(_ member: String) -> PackagingError {
        PackagingError(.manifestUnreadable, "manifest.json", reason: member)
    }

    /// The text of the cover's code.
    func coverCode() throws -> SheetCode { try sheetCode(0, codes.cover) }

    /// What is printed beside the pages' contents, with the codes of all of them.
    ///
    /// - Throws: `PackagingError` if the archive has a page without its code.
    func issue(_ archive: borrowing OpenedArchive) throws -> DossierDrawing.Issue {
        let texts = try codes.texts(archive, plan, volumePaths)
        return DossierDrawing.Issue(
            codes: try texts.enumerated().map { try sheetCode($0, $1) },
            seal: SheetSeal(key: codes.key.map { "\($0)" }),
            date: date,
            version: version
        )
    }

    private func sheetCode(_ page: Int, _ text: String) throws -> SheetCode {
        SheetCode(
            text: text,
            modules: CodeModules(try QRMatrix(encoding: text)),
            id: id.description,
            hashPrefix: hash.prefix,
            position: "\(page)/\(plan.lastPage)"
        )
    }

    /// A picture as the document takes it, by its place among all.
    func picture(_ place: Int, from archive: borrowing OpenedArchive) throws -> PDFPicture {
        guard let file = files[place] else { throw Self.unreadable("pictures") }
        return try file.pdfPicture(from: archive)
    }

    /// What the sheets of a job tell of it.
    var sheetContents: SheetContents {
        contents.sheetContents(plan, id: id.description, date: date.description)
    }
}
