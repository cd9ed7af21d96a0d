import Registration
public import Sealing

/// Checks the text of a code by itself: whether it is one, and if it is signed, by whom.
struct CodeCheck {
    let issuer: IssuerCheck

    /// Reads a text and adds what it is worth.
    ///
    /// - Returns: The code; nil if it is none of ours or was changed.
    func check(
        _ text: String,
        file: String? = nil,
        corners: [[Int]] = [],
        into report: inout VerificationReport
    ) -> PrintedCode? {
        let code: PrintedCode
        do throws(SealError) {
            code = try PrintedCode(parsing: text)
        } catch {
            report.add(.integrity, error.code.rawValue, .failed, file: file, detail: error.subject)
            return nil
        }
        let claims = CodeClaims(code, file: file, corners: corners)
        report.claims.append(claims)
        report.id = report.id ?? claims.id
        report.add(
            .integrity,
            "code.\(code.kindName)",
            .passed,
            file: file,
            page: code.printedPage,
            detail: claims.id.map(\.description)
        )
        return code
    }

    /// Says who stands behind codes of one dossier, whose manifest may be known: its seals, or nobody.
    func judge(
        _ codes: [PrintedCode],
        manifest: ContentHash? = nil,
        into report: inout VerificationReport
    ) {
        let seals = codes.compactMap { code -> SealText? in
            guard case .seal(let seal) = code else { return nil }
            return seal
        }
        guard !seals.isEmpty else {
            let code = codes.isEmpty ? "code.none" : "code.unsigned"
            report.add(.issuer, code, issuer.wantsSeal ? .failed : .absent)
            report.add(.status, code, .absent)
            return
        }
        report.isSealed = true
        for seal in seals { issuer.check(seal, manifest: manifest, into: &report) }
    }
}

extension PrintedCode {
    /// The kind of thing it stands on, in a word.
    public var kindName: String {
        switch place.kind {
        case .cover: "cover"
        case .page: "page"
        case .form: "form"
        case .archive: "archive"
        case .document: "document"
        case .slip: "slip"
        }
    }

    /// The page it stands on; nil where it is on no page of a dossier.
    var printedPage: Int? { place.kind.isPrinted ? place.page : nil }
}

extension SealPlace.Kind {
    /// Whether it is printed on a page of a dossier.
    var isPrinted: Bool { self == .cover || self == .page }
}
