import CHaru
import PageLayout

extension PDFDocument {
    /// Adds the outline; every entry shows its page whole.
    func add(
        _ bookmarks: [Bookmark],
        under parent: HPDF_Outline? = nil,
        pages: [HPDF_Page]
    ) throws(PDFError) {
        for bookmark in bookmarks {
            let entry = try unsafe made(
                HPDF_CreateOutline(handle, parent, "", nil),
                "the outline"
            )
            unsafe setText(bookmark.title, "Title", of: entry)
            let destination = try unsafe makeArray("Dest", of: entry)
            unsafe HPDF_Array_Add(destination, pages[bookmark.page])
            unsafe HPDF_Array_AddName(destination, "Fit")
            try unsafe add(bookmark.children, under: entry, pages: pages)
        }
        if unsafe parent == nil, !bookmarks.isEmpty {
            unsafe HPDF_SetPageMode(handle, HPDF_PAGE_MODE_USE_OUTLINE)
        }
        try check("the outline")
    }

    /// Labels each page with its printed number: plain numbers counted by the viewer, others word for word.
    func addLabels(_ labels: [String]) throws(PDFError) {
        let tree = try unsafe makeDictionary("PageLabels", of: catalog)
        let numbers = try unsafe makeArray("Nums", of: tree)
        var counted: Int?
        for (index, label) in labels.enumerated() {
            let number = Int(label).flatMap { $0 > 0 && "\($0)" == label ? $0 : nil }
            if let number, number == counted.map({ $0 + 1 }) {
                counted = number
                continue
            }
            unsafe add([index], to: numbers)
            let entry = try unsafe made(HPDF_Dict_New(handle.pointee.mmgr), "a page label")
            unsafe HPDF_Array_Add(numbers, entry)
            if let number {
                unsafe setName("D", "S", of: entry)
                unsafe setNumber(number, "St", of: entry)
            } else {
                unsafe setText(label, "P", of: entry)
            }
            counted = number
        }
        try check("the page labels")
    }

    /// Adds the regions that lead to other pages; the annotations that they come to, in their order.
    func addLinks(
        _ links: [(box: Box, page: Int)],
        on page: Int,
        of layout: Page,
        pages: [HPDF_Page]
    )
        throws(PDFError) -> [HPDF_Dict]
    {
        guard !links.isEmpty else { return unsafe [] }
        var added: [HPDF_Dict] = unsafe []
        let annotations = try unsafe makeArray("Annots", of: pages[page])
        for link in links {
            let annotation = try unsafe makeDictionary(type: "Annot")
            unsafe setName("Link", "Subtype", of: annotation)
            let rectangle = try unsafe makeArray("Rect", of: annotation)
            unsafe add(
                reals: link.box.corners(onPageOfHeight: layout.size.height),
                to: rectangle
            )
            let border = try unsafe makeArray("Border", of: annotation)
            unsafe add([0, 0, 0], to: border)
            // PDF/A wants annotations printable and not hidden (ISO 19005-3, 6.3.2).
            unsafe setNumber(4, "F", of: annotation)
            let destination = try unsafe makeArray("Dest", of: annotation)
            unsafe HPDF_Array_Add(destination, pages[link.page])
            unsafe HPDF_Array_AddName(destination, "Fit")
            unsafe HPDF_Array_Add(annotations, annotation)
            unsafe added.append(annotation)
        }
        try check("the links")
        return unsafe added
    }
}
