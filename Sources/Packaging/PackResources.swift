import Registration
import Sealing
public import TemplateCatalog

/// What packing takes from the templates: read once, shared by all workers.
public struct PackResources: Sendable {
    let catalog: TemplateCatalog
    let style: DossierStyle
    let sheets: SheetTemplates
    /// What a dossier can be composed for.
    public let profiles: DossierProfiles
    /// The sentences of findings.
    public let findingTexts: FindingTexts
    let examCodes: ExamCodes
    let colourProfile: [UInt8]

    /// Reads the sheets' style, the texts and the colour profile.
    ///
    /// - Throws: `CatalogError` if one is missing or wrong.
    public init(_ catalog: TemplateCatalog) throws(CatalogError) {
        self.catalog = catalog
        style = try catalog.dossierStyle()
        sheets = try SheetTemplates(catalog)
        profiles = try catalog.dossierProfiles()
        findingTexts = try catalog.findingTexts()
        examCodes = try catalog.examCodes()
        colourProfile = try catalog.bytes(of: "Colour/sRGB.icc")
    }

    /// A hash that changes when a template changes that shows in an archive.
    func fingerprint() throws(CatalogError) -> ContentHash {
        var files = [
            "Checks/masks.yaml", "Codes/exam.yaml", "Colour/sRGB.icc", "Fonts/fonts.yaml",
            "Sheets/checklist.yaml", "Sheets/dossier.yaml", "Sheets/profiles.yaml",
            "Texts/findings.yaml", "Texts/messages.yaml",
        ]
        files += ["Sheets/form.yaml"] + SheetTemplate.allCases.map { "Sheets/\($0.rawValue).yaml" }
        files += try catalog.areaIDs().map { "Areas/\($0).yaml" }
        var hashes: [UInt8] = []
        for file in files { hashes += ContentHash.of(try catalog.bytes(of: file)).bytes }
        return ContentHash.of(hashes)
    }
}
