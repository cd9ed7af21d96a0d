import Registration
import Sealing
import TemplateCatalog

/// What laying dossiers out again needs besides their archives; what many of them need is kept.
final class ReprintSetting {
    let resources: PackResources
    let fonts: DossierFonts
    private var areas: [String: TemplateCatalog.AreaFile?] = [:]
    private var sides: [SideKey: Int] = [:]

    private struct SideKey: Hashable {
        let isSealed: Bool
        let isFirst: Bool
    }

    init(_ resources: PackResources, _ fonts: DossierFonts) {
        (self.resources, self.fonts) = (resources, fonts)
    }

    /// The rules that a manifest names, if they can be read here; they may have changed since.
    func area(of manifest: JSONValue) -> TemplateCatalog.AreaFile? {
        guard let id = manifest["area"]?["id"]?.string else { return nil }
        if let known = areas[id] { return known }
        let area = try? resources.catalog.area(id)
        areas[id] = .some(area)
        return area
    }

    /// Whether the rules are those that a dossier was made by.
    func rules(of manifest: JSONValue) -> ReprintedDossier.Rules {
        guard let area = area(of: manifest) else { return .missing }
        let hash = ContentHash.of(area.bytes).hex
        return hash == manifest["area"]?["sha256"]?.string ? .same : .changed
    }

    /// The modules along the side of the largest code for which a dossier has room.
    func codeSide(isSealed: Bool, isFirst: Bool, year: Int, issued: IssueDate) throws -> Int {
        let key = SideKey(isSealed: isSealed, isFirst: isFirst)
        if let known = sides[key] { return known }
        let largest = try DossierSeals.largestCodeSide(
            isFirst: isFirst,
            year: year,
            issued: issued,
            // Only the length of what it makes matters.
            key: isSealed ? SigningKey() : nil
        )
        let side = max(resources.style.code.roomModules, largest)
        sides[key] = side
        return side
    }
}
