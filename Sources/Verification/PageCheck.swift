import CodeReading
import PDFReading
import Registration
import Sealing

/// Checks each page of a dossier against its manifest: number and order, pictures, code, printed id.
struct PageCheck {
    let document: PDFDocument
    let manifest: CheckedManifest
    let volume: ListedVolume
    let seal: DocumentSeal?
    let issuer: IssuerCheck

    func check(into report: inout VerificationReport) throws(PDFReadingError) {
        let count = volume.sheets.count
        guard document.pageCount == count else {
            report.add(
                .integrity,
                "pdf.page-count",
                .failed,
                detail: "\(document.pageCount)/\(count)"
            )
            return
        }
        let pictures = EmbeddedPictures(manifest)
        let before = report.steps.count
        for (index, sheet) in volume.sheets.enumerated() {
            let page = try document.page(index)
            checkCode(of: page, sheet, into: &report)
            if sheet.number != nil { checkWords(of: page, sheet, into: &report) }
            try pictures.check(page, sheet, of: document, into: &report)
            checkLook(of: page, sheet, into: &report)
        }
        guard report.steps.count == before else { return }
        report.add(.integrity, "pdf.pages", .passed, detail: "\(count)")
    }

    /// What our pages never have may cover or change what they show, or show a part of it only.
    private func checkLook(
        of page: PDFPage,
        _ sheet: ListedVolume.Sheet,
        into report: inout VerificationReport
    ) {
        // Links are all that our pages have on top.
        if page.annotations.contains(where: { $0.kind != "Link" || $0.hasAppearance }) {
            report.add(.integrity, "pdf.page-covered", .failed, page: sheet.number)
        }
        if page.rotation != 0 || page.cropBox != nil || !page.unfollowed.isEmpty {
            let detail = page.unfollowed.map(\.rawValue).sorted().joined(separator: ", ")
            report.add(.integrity, "pdf.page-altered", .failed, page: sheet.number, detail: detail)
        }
    }

    private func checkCode(
        of page: PDFPage,
        _ sheet: ListedVolume.Sheet,
        into report: inout VerificationReport
    ) {
        let codes = DrawnCodeReader().codes(on: page).filter { PrintedCode.isClaimed(by: $0) }
        guard let number = sheet.number else {
            // The back of a cover is not counted and has none.
            guard !codes.isEmpty else { return }
            return report.add(.integrity, "pdf.code-other", .failed)
        }
        guard let text = codes.first else {
            report.add(.integrity, "pdf.code-missing", .failed, page: sheet.number)
            return
        }
        guard codes.count == 1, let code = try? PrintedCode(parsing: text),
            code.place.kind == (number == 0 ? .cover : .page),
            code.place.page == number, code.place.pages == manifest.lastPage,
            code.digest == manifest.hash, isOfSameSeal(code)
        else {
            report.add(.integrity, "pdf.code-other", .failed, page: sheet.number)
            return
        }
    }

    /// The codes are signed if and only if the document is, by the same key and with the same words.
    private func isOfSameSeal(_ code: PrintedCode) -> Bool {
        switch (code, seal?.code) {
        case (.seal(let mine), .seal(let whole)):
            mine.envelope.keyID == whole.envelope.keyID
                && mine.payload.agrees(with: whole.payload) && issuer.mayHaveSigned(mine)
        case (.page, .page), (.page, nil), (.seal, nil): true
        default: false
        }
    }

    private func checkWords(
        of page: PDFPage,
        _ sheet: ListedVolume.Sheet,
        into report: inout VerificationReport
    ) {
        let id = manifest.id.description
        guard !page.texts.contains(where: { $0.text.contains(id) }) else { return }
        report.add(.integrity, "pdf.id-missing", .failed, page: sheet.number, detail: id)
    }
}
