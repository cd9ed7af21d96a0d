public import FormLayout

/// The sheets that go to and fro between candidate and office, set as forms are.
public enum CaseSheet: String, Hashable, Sendable, CaseIterable {
    /// 退回通知单: what is to be mended.
    case returned = "slip-returned"
    /// 审核通过通知单.
    case accepted = "slip-accepted"
    /// 审核不通过通知单.
    case rejected = "slip-rejected"
    /// 版本比对表: the head of what changed between two revisions.
    case difference
}

extension TemplateCatalog {
    /// Reads a sheet that goes to and fro.
    public func sheet(_ sheet: CaseSheet) throws(CatalogError) -> FormTemplate {
        let file = "Sheets/\(sheet.rawValue).yaml"
        return try FormTemplate(bytes: bytes(of: file), file: file)
    }
}
