import Registration
import Sealing

/// Whether codes and ids belong to a dossier whose manifest is at hand.
struct Belonging {
    private let manifest: CheckedManifest

    init(to manifest: CheckedManifest) { self.manifest = manifest }

    /// Adds to a report on codes or an id whether they are of this dossier, and what their pages show.
    func check(into report: inout VerificationReport) {
        guard !report.claims.isEmpty else {
            guard let id = report.id else { return }
            add(id == manifest.id, file: nil, page: nil, into: &report)
            return
        }
        for claims in report.claims where claims.code.place.kind.isPrinted {
            let place = claims.code.place
            let belongs =
                claims.code.digest == manifest.hash && place.pages == manifest.lastPage
                && place.page <= manifest.lastPage
            add(belongs, file: claims.file, page: place.page, into: &report)
        }
    }

    private func add(
        _ belongs: Bool,
        file: String?,
        page: Int?,
        into report: inout VerificationReport
    ) {
        report.add(
            .integrity,
            belongs ? "against.same-dossier" : "against.other-dossier",
            belongs ? .passed : .failed,
            file: file,
            page: page,
            detail: belongs ? page.flatMap(manifest.subject) ?? manifest.id.description : nil
        )
    }
}

extension CheckedManifest {
    /// The number of pages besides the cover.
    var lastPage: Int { value["pages"]?.integer ?? 0 }

    /// What a page shows: the material and the picture's number in it; nil for cover and index.
    func subject(ofPage page: Int) -> String? {
        for material in value["materials"]?.array ?? [] {
            let pictures = material["pictures"]?.array ?? []
            guard let index = pictures.firstIndex(where: { $0["page"]?.integer == page }) else {
                continue
            }
            return "\(material["title"]?.string ?? "") \(index + 1)/\(pictures.count)"
        }
        return nil
    }
}
