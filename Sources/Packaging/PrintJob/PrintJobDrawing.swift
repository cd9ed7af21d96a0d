import PDFWriting
import PageLayout
import Registration
import Sealing
import TemplateCatalog

/// Draws a print job page by page.
struct PrintJobDrawing {
    let job: PrintJob
    let entries: [PrintJob.Entry]
    let plan: PrintJobPlan
    let contents: PrintJobContents
    let sheets: PrintJobSheets

    private var setting: ReprintSetting { job.setting }

    /// Writes all pages.
    ///
    /// - Parameters:
    ///   - control: The pages of the control list.
    ///   - output: Takes the bytes.
    ///   - progress: Is called after each dossier.
    /// - Throws: What reading an archive, laying out or writing failed with.
    func write(control: [Page], to output: any PDFOutput, progress: () -> Void) throws {
        var document = try GrowingPDF(
            fonts: setting.fonts.library,
            metadata: metadata,
            isTagged: true,
            to: output
        )
        for (index, page) in control.enumerated() {
            try add(page, label: RomanNumeral.text(of: index + 1), to: &document)
        }
        var pictures = 0
        var runs = plan.runs.dropFirst()
        while let run = runs.first {
            guard let archive = run.archive else {
                runs = runs.dropFirst()
                try add(sheets.blank, label: RomanNumeral.text(of: run.first + 1), to: &document)
                continue
            }
            let own = runs.prefix { $0.archive == archive }
            runs = runs.dropFirst(own.count)
            pictures += try draw(Array(own), of: archive, pictures, to: &document)
            // The cover of its bag may come once more at the end.
            if own.contains(where: \.isVolume) { progress() }
        }
        try document.finish(bookmarks: bookmarks)
    }

    /// Draws what belongs to an archive and stands together; the number of its pictures.
    private func draw(
        _ runs: [PrintJobPlan.Run],
        of archive: Int,
        _ pictures: Int,
        to document: inout GrowingPDF
    ) throws -> Int {
        let entry = entries[archive]
        let opened = try OpenedArchive(entry.path)
        let dossier = try ReprintedDossier(opened, by: setting)
        guard dossier.hash == entry.hash else {
            throw PackagingError(.archiveChanged, entry.source)
        }
        let issue = try runs.contains(where: \.isVolume) ? dossier.issue(opened) : nil
        // An archive is one section, but for the blank back of its last leaf.
        let last = runs.lastIndex { $0.kind != .blank }
        for (index, run) in runs.enumerated() {
            var shown: [Int] = []
            if case .volume(let volume) = run.kind {
                shown = dossier.drawing.drawnPictures(dossier.plan.volumes[volume])
                // As in the archive, so that each page is drawn as it is there.
                let codes = issue?.codes(on: dossier.plan.volumes[volume].sheets) ?? []
                document.share(codes: codes.map(\.modules))
            }
            var count = 0
            try draw(run, of: dossier, issue) { page in
                // A picture may stand in several volumes, and is written once.
                var page = page.within(firstPage: run.first) { pictures + shown[$0] }
                if index == 0, count == 0 { page.marks.insert(.begin(.section), at: 0) }
                count += 1
                if index == last, count == run.count { page.marks.append(.end) }
                let label = self.label(page.label, of: archive)
                try add(page, label: label, to: &document) { place in
                    try dossier.picture(place - pictures, from: opened)
                }
            }
            guard count == run.count else { throw PackagingError(.archiveChanged, entry.source) }
        }
        return dossier.contents.pictures.count
    }

    /// Lays out pages that belong together, one after the other.
    private func draw(
        _ run: PrintJobPlan.Run,
        of dossier: ReprintedDossier,
        _ issue: DossierDrawing.Issue?,
        _ take: (Page) throws -> Void
    ) throws {
        func hand(_ page: Page, label: String) throws {
            var page = page
            page.label = label
            try take(page)
        }
        switch run.kind {
        case .control: break
        case .blank: try hand(sheets.blank, label: text("blankLabel"))
        case .bag:
            for page in try sheets.bag(dossier.sheetContents) {
                try hand(page, label: text("jobBags"))
            }
        case .separator:
            let page = try sheets.separator(
                contents,
                before: run.archive ?? 0,
                code: dossier.coverCode()
            )
            try hand(page, label: text("jobSeparatorLabel"))
        case .volume(let volume):
            guard let issue else { break }
            try dossier.drawing.draw(dossier.plan, volume: volume, issue, take)
        }
    }

    /// Adds a page; why a picture could not be had is told as it is.
    private func add(
        _ page: Page,
        label: String,
        to document: inout GrowingPDF,
        picture: (Int) throws -> PDFPicture = { throw PDFError(.pictureUnreadable, "\($0)") }
    ) throws {
        var page = page
        page.label = label
        var failure: (any Error)?
        do {
            try document.add(page) { index throws(PDFError) in
                do {
                    return try picture(index)
                } catch {
                    failure = error
                    throw PDFError(.pictureUnreadable, page.label)
                }
            }
        } catch {
            throw failure ?? error
        }
    }

    private func label(_ label: String, of archive: Int) -> String {
        text("jobLabel", ["number": "\(archive + 1)", "label": label])
    }

    private func text(_ key: String, _ values: [String: String] = [:]) -> String {
        setting.resources.style.text(key, values)
    }

    private var bookmarks: [Bookmark] {
        var bookmarks = [Bookmark(text("jobControl"), page: 0)]
        for (place, item) in contents.items.enumerated() {
            let words = ["number": "\(place + 1)", "name": item.name, "id": item.archive]
            bookmarks.append(Bookmark(text("jobArchive", words), page: item.first - 1))
        }
        if job.options.bags == .end, let run = plan.runs.first(where: { $0.kind == .bag }) {
            bookmarks.append(Bookmark(text("jobBags"), page: run.first))
        }
        return bookmarks
    }

    private var metadata: PDFMetadata {
        let options = job.options
        let title = text("jobTitle")
        // The same archives in the same order, told the same way, are the same document.
        let identity = "\(contents) \(plan.runs)"
        var opening = PDFOpening()
        opening.sides = options.isDuplex ? .bothLikeBook : .front
        opening.printsTrueSize = true
        return PDFMetadata(
            title: options.title.isEmpty ? title : "\(title) \(options.title)",
            subject: text("jobSubject", ["count": "\(entries.count)"]),
            creator: "dossier \(options.toolVersion)",
            date: PDFDate(
                year: options.date.year,
                month: options.date.month,
                day: options.date.day
            ),
            identifier: Array(ContentHash.of(Array(identity.utf8)).bytes.prefix(16)),
            colourProfile: setting.resources.colourProfile,
            opening: opening
        )
    }
}

extension PrintJobPlan.Run {
    fileprivate var isVolume: Bool { if case .volume = kind { true } else { false } }
}

extension Page {
    /// The page as a part of a larger document, in which pictures have other indexes.
    fileprivate func within(firstPage: Int, picture: (Int) -> Int) -> Page {
        var page = self
        page.marks = marks.map { mark in
            switch mark {
            case .link(let box, let target): .link(box, toPage: firstPage + target)
            case .picture(let index, let box, let turn):
                .picture(index: picture(index), box, turn: turn)
            default: mark
            }
        }
        return page
    }
}
