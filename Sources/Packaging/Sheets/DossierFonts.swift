package import PDFWriting
import PageLayout
public import TemplateCatalog

/// The fonts that the sheets are set in, opened once for each worker.
public final class DossierFonts {
    package let library: FontLibrary

    /// Opens the fonts that the catalog's search list finds on this machine.
    ///
    /// - Throws: `PackagingError` if a typeface is not installed at all.
    public init(_ fonts: FontCatalog) throws(PackagingError) {
        var chains: [FontRole: [FontLocation]] = [:]
        for role in FontRole.allCases {
            chains[role] = fonts.installed(for: role).map {
                FontLocation(path: $0.path, index: $0.index)
            }
        }
        do {
            library = try FontLibrary(chains: chains)
        } catch {
            throw PackagingError(.fontMissing, error.subject, reason: "\(error)")
        }
    }
}
