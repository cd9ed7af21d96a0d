import CodeReading
import PDFReading
import Registration
import Sealing

/// The codes on the pages of an archive's dossier: of a sealed one they are read from its PDF, for nobody
/// but the office can make them.
struct ArchivedCodes {
    /// The key that sealed it; nil for codes that anybody can make.
    let key: KeyID?
    /// The text of the cover's code.
    let cover: String
    private let manifest: ContentHash

    /// Reads the cover's code, which tells of what kind all are.
    ///
    /// - Throws: `PackagingError` of code `codeUnreadable` if there is none for this manifest, or what
    ///   reading failed with.
    init(
        _ archive: borrowing OpenedArchive,
        _ volumes: [String],
        manifest: ContentHash
    ) throws {
        self.manifest = manifest
        let path = volumes.first ?? "data/dossier.pdf"
        let texts = DrawnCodeReader().codes(on: try archive.document(path).page(0))
        guard texts.count == 1, let code = try? PrintedCode(parsing: texts[0]),
            code.place.kind == .cover, code.digest == manifest
        else { throw PackagingError(.codeUnreadable, path, reason: "page 1") }
        cover = texts[0]
        if case .seal(let seal) = code { key = seal.envelope.keyID } else { key = nil }
    }

    /// The texts of all codes by the numbers of their pages.
    ///
    /// - Throws: `PackagingError` of code `codeUnreadable` with the first page that has another code.
    func texts(
        _ archive: borrowing OpenedArchive,
        _ plan: DossierPlan,
        _ volumes: [String]
    ) throws -> [String] {
        let last = plan.lastPage
        guard key != nil else {
            return try (0...last).map { page in
                let place = try SealPlace(page == 0 ? .cover : .page, page: page, pages: last)
                return PageCode(place, digest: manifest).text
            }
        }
        var texts: [String] = []
        for (path, volume) in zip(volumes, plan.volumes) {
            let document = try archive.document(path)
            for (index, sheet) in volume.sheets.enumerated() {
                guard let number = sheet.number else { continue }
                let found = DrawnCodeReader().codes(on: try document.page(index))
                guard found.count == 1, isCode(found[0], ofPage: number, last) else {
                    throw PackagingError(.codeUnreadable, path, reason: "page \(index + 1)")
                }
                texts.append(found[0])
            }
        }
        return texts
    }

    private func isCode(_ text: String, ofPage number: Int, _ last: Int) -> Bool {
        guard let code = try? PrintedCode(parsing: text), case .seal(let seal) = code else {
            return false
        }
        return seal.envelope.keyID == key && code.digest == manifest
            && code.place.kind == (number == 0 ? .cover : .page)
            && code.place.page == number && code.place.pages == last
    }
}
