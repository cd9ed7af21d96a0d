public import PageLayout

extension GrowingPDF {
    /// Writes what is left, and ends the file.
    ///
    /// - Parameter bookmarks: The outline.
    /// - Throws: `PDFError` if a part never ends, a link or a bookmark leads to a page that has not come, or
    ///   the output fails.
    public consuming func finish(bookmarks: [Bookmark] = []) throws(PDFError) {
        if let missing = pages.missing(in: bookmarks) {
            throw PDFError(.pageMissing, "\(missing + 1)")
        }
        pages.finish(in: file)
        file.add(labels.finished(in: file), as: roots.labels)
        if bookmarks.isEmpty {
            file.add(ObjectText("<</Type/Outlines>>"), as: roots.outline)
        } else {
            OutlineWriter(pages: pages, opening: opening, file: file)
                .write(bookmarks, as: roots.outline)
            document.showOutline()
        }
        try structure?.finish(pages, file)
        file.add(try fonts.end(), as: roots.fonts)
        try document.writeObjects(to: buffer) { objects in file.end(with: objects) }
    }
}
