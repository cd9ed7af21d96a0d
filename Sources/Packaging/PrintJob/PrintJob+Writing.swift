import Archiving
import Glibc
import PDFWriting
import PageLayout
import Registration

extension PrintJob {
    /// Writes the job as PDF/A-3u, whole or not at all, for its owner's eyes only; archive by archive, so
    /// that memory does not grow with their number.
    ///
    /// - Parameters:
    ///   - path: The file to make.
    ///   - progress: Is called after each archive.
    /// - Returns: What was printed.
    /// - Throws: `PackagingError` if there is nothing to print, an archive was changed since it was added or
    ///   the output exists; `PDFError`, `TableError` or `ArchiveError`. Nothing is then left behind.
    public func print(to path: String, progress: () -> Void = {}) throws -> PrintedJob {
        guard options.replaces || access(path, F_OK) != 0 else {
            throw PackagingError(.outputExists, path)
        }
        guard !entries.isEmpty else { throw PackagingError(.nothingToPrint, path) }
        let entries = ordered()
        let sheets = PrintJobSheets(setting)
        let (plan, contents, control) = try settled(entries, sheets)
        let file = try TemporaryFile(beside: path)
        let output = HashingOutput(descriptor: file.descriptor, name: path)
        do {
            let drawing = PrintJobDrawing(
                job: self,
                entries: entries,
                plan: plan,
                contents: contents,
                sheets: sheets
            )
            try drawing.write(control: control, to: output, progress: progress)
        } catch {
            throw output.failure ?? error
        }
        try file.publish(replacing: options.replaces)
        return PrintedJob(
            path: path,
            archives: zip(entries, contents.items).map { entry, item in
                PrintedJob.Archive(
                    source: entry.source,
                    id: item.archive,
                    first: item.first,
                    pages: item.pages,
                    pictures: item.pictures
                )
            },
            leftOut: leftOut,
            duplicates: duplicates,
            pages: plan.pageCount,
            sheets: plan.sheetCount
        )
    }

    /// The plan, and the control list that names its pages: how long the list is decides where all else
    /// begins.
    private func settled(
        _ entries: [Entry],
        _ sheets: PrintJobSheets
    ) throws -> (PrintJobPlan, PrintJobContents, [Page]) {
        var length = 1
        while true {
            let plan = PrintJobPlan(
                entries.map(\.lengths),
                control: length,
                isDuplex: options.isDuplex,
                hasSeparators: options.hasSeparators,
                bags: options.bags
            )
            let contents = contents(entries, plan)
            let pages = try sheets.control(contents)
            if pages.count == length { return (plan, contents, pages) }
            // Larger numbers may take another line, so it only ever grows.
            length = max(length + 1, pages.count)
        }
    }

    private func contents(_ entries: [Entry], _ plan: PrintJobPlan) -> PrintJobContents {
        PrintJobContents(
            title: options.title,
            printed: options.date.description,
            items: zip(entries, plan.starts).map { entry, start in
                var item = entry.item
                item.first = start + 1
                return item
            },
            leftOut: leftOut.map { item in
                PrintJobContents.LeftOut(
                    file: item.source.split(separator: "/").last.map(String.init) ?? item.source,
                    archive: item.id ?? "",
                    reason: item.reason
                )
            },
            duplicates: duplicates,
            pages: plan.pageCount,
            sheets: plan.sheetCount
        )
    }
}
