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
            var pages: [(page: Page, label: String)] = []
            var shown: [Int] = []
            switch run.kind {
            case .control: break
            case .blank: pages = [(sheets.blank, text("blankLabel"))]
            case .bag:
                pages = try sheets.bag(dossier.sheetContents).map { ($0, text("jobBags")) }
            case .separator:
                let code = try dossier.coverCode()
                let page = try sheets.separator(contents, before: archive, code: code)
                pages = [(page, text("jobSeparatorLabel"))]
            case .volume(let volume):
                guard let issue else { break }
                shown = dossier.drawing.drawnPictures(dossier.plan.volumes[volume])
                try dossier.drawing.draw(dossier.plan, volume: volume, issue) {
                    pages.append(($0, $0.label))
                }
            }
            guard pages.count == run.count else {
                throw PackagingError(.archiveChanged, entry.source)
            }
            if index == 0 { pages[0].page.marks.insert(.begin(.section), at: 0) }
            if index == last { pages[pages.count - 1].page.marks.append(.end) }
            var failure: (any Error)?
            for (page, label) in pages {
                // A picture may stand in several volumes, and is written once.
                let page = page.within(firstPage: run.first) { pictures + shown[$0] }
                do {
                    try add(page, label: self.label(label, of: archive), to: &document) {
                        place throws(PDFError) in
                        do {
                            return try dossier.picture(place - pictures, from: opened)
                        } catch {
                            failure = error
                            throw PDFError(.pictureUnreadable, entry.source)
                        }
                    }
                } catch {
                    throw failure ?? error
                }
            }
        }
        return dossier.contents.pictures.count
    }

    private func add(
        _ page: Page,
        label: String,
        to document: inout GrowingPDF,
        picture: (Int) throws(PDFError) -> PDFPicture = { index throws(PDFError) in
            throw PDFError(.pictureUnreadable, "\(index)")
        }
    ) throws(PDFError) {
        var page = page
        page.label = label
        try document.add(page, picture: picture)
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
