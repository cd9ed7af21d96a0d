public import FormLayout

/// The sheets that are set as forms are, each with a file in Templates/Sheets.
public enum SheetTemplate: String, Hashable, Sendable, CaseIterable {
    /// The cover of a file 案卷封面.
    case cover
    /// The index of a file 卷内目录, with what the check found.
    case index
    /// What stands before the pictures of a material.
    case divider
    /// The reference sheet at the end of a file 备考表.
    case reference
    /// What both reviews decided 审核表.
    case review
    /// The cover of the bag of materials.
    case bag
    /// What stands before an archive in a print job.
    case separator
    /// The list of the archives of a print job.
    case control
}

extension TemplateCatalog {
    /// Reads a sheet that is set as forms are.
    public func sheet(_ sheet: SheetTemplate) throws(CatalogError) -> FormTemplate {
        let file = "Sheets/\(sheet.rawValue).yaml"
        return try FormTemplate(bytes: bytes(of: file), file: file)
    }
}
