import PDFWriting
import PageLayout
public import Registration
import Review
import TemplateCatalog

/// Finds what no installed font can print, before anything is printed.
public struct GlyphCheck {
    private let measure: any TextMeasuring

    /// Checks against these fonts.
    public init(fonts: DossierFonts) { measure = fonts.library }

    /// One finding for each text of the candidate, or file name, with characters that cannot be set.
    public func findings(for review: FolderReview) -> [Finding] {
        let candidate = review.file.candidate
        let own =
            [candidate.name, candidate.idKind, candidate.idNumber]
            + candidate.profile.sorted { $0.key < $1.key }.map(\.value.description)
        let unprintable = missing(in: own.joined())
        var findings: [Finding] = []
        if !unprintable.isEmpty {
            findings.append(Finding(.textMissingGlyph, .error, measured: codes(of: unprintable)))
        }
        for picture in review.presentMaterials.flatMap(\.pictures) {
            let unprintable = missing(in: picture.fileName)
            guard !unprintable.isEmpty else { continue }
            findings.append(
                Finding(
                    .textMissingGlyph,
                    .warning,
                    picture: picture.picture.path,
                    measured: codes(of: unprintable)
                )
            )
        }
        return findings
    }

    private func missing(in text: String) -> [Unicode.Scalar] {
        measure.missingCharacters(in: text, role: .song)
    }

    /// The characters by number: the name itself must not appear in a finding.
    private func codes(of scalars: [Unicode.Scalar]) -> String {
        scalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }.joined(separator: ", ")
    }
}

extension IntakePicture {
    /// The file's name without its folders.
    var fileName: String {
        picture.path.split(separator: "/").last.map(String.init) ?? picture.path
    }
}
