import CHaru
import PageLayout

extension PDFDocument {
    /// Adds the outline.
    func add(
        _ bookmarks: [Bookmark],
        under parent: HPDF_Outline? = nil,
        _ targets: StructureTargets,
        _ opening: PDFOpening
    ) throws(PDFError) {
        for bookmark in bookmarks {
            let entry = try unsafe made(
                HPDF_CreateOutline(handle, parent, "", nil),
                "the outline"
            )
            unsafe setText(bookmark.title, "Title", of: entry)
            if !bookmark.isOpen { unsafe HPDF_Outline_SetOpened(entry, 0) }
            try unsafe setDestination(
                targets.pages[bookmark.page],
                opening.target(from: bookmark.top, onPageOfHeight: targets.heights[bookmark.page]),
                of: entry
            )
            try unsafe add(bookmark.children, under: entry, targets, opening)
        }
        if unsafe parent == nil, !bookmarks.isEmpty { showOutline() }
        try check("the outline")
    }

    /// Has the viewer show the outline beside the pages.
    func showOutline() { unsafe HPDF_SetPageMode(handle, HPDF_PAGE_MODE_USE_OUTLINE) }

    /// Says what is seen first (ISO 32000-1, 12.3.2.2 and table 28).
    func open(at page: HPDF_Dict, _ zoom: PDFOpening.Zoom) throws(PDFError) {
        guard zoom != .viewers else { return }
        let destination = try unsafe makeArray("OpenAction", of: catalog)
        unsafe HPDF_Array_Add(destination, page)
        if zoom == .wholePage {
            unsafe HPDF_Array_AddName(destination, "Fit")
        } else {
            unsafe HPDF_Array_AddName(destination, "XYZ")
            for _ in 0..<2 {
                unsafe HPDF_Array_Add(destination, HPDF_Null_New(handle.pointee.mmgr))
            }
            unsafe add([1], to: destination)
        }
        try check("the opening")
    }

    /// Leads to a height on a page, or shows the page whole.
    private func setDestination(
        _ page: HPDF_Page,
        _ top: Double?,
        of entry: HPDF_Dict
    ) throws(PDFError) {
        let destination = try unsafe makeArray("Dest", of: entry)
        unsafe HPDF_Array_Add(destination, page)
        guard let top else {
            unsafe HPDF_Array_AddName(destination, "Fit")
            return
        }
        unsafe HPDF_Array_AddName(destination, "XYZ")
        unsafe add([0], to: destination)
        unsafe add(reals: [top], to: destination)
        unsafe HPDF_Array_Add(destination, HPDF_Null_New(handle.pointee.mmgr))
    }

    /// Labels each page with its printed number.
    func addLabels(_ labels: [String]) throws(PDFError) {
        let tree = try unsafe makeDictionary("PageLabels", of: catalog)
        let numbers = try unsafe makeArray("Nums", of: tree)
        var counting = LabelCounting()
        for (index, label) in labels.enumerated() {
            guard let change = counting.change(to: label) else { continue }
            unsafe add([index], to: numbers)
            let entry = try unsafe made(HPDF_Dict_New(handle.pointee.mmgr), "a page label")
            unsafe HPDF_Array_Add(numbers, entry)
            switch change {
            case .number(let number):
                unsafe setName("D", "S", of: entry)
                unsafe setNumber(number, "St", of: entry)
            case .words(let words): unsafe setText(words, "P", of: entry)
            }
        }
        try check("the page labels")
    }

    /// Adds the regions that lead to other pages; the annotations that they come to, in their order.
    func addLinks(
        _ links: [(mark: Int, box: Box, page: Int)],
        on page: Int,
        _ targets: StructureTargets,
        _ opening: PDFOpening
    ) throws(PDFError) -> [HPDF_Dict] {
        guard !links.isEmpty else { return unsafe [] }
        var added: [HPDF_Dict] = unsafe []
        let annotations = try unsafe makeArray("Annots", of: targets.pages[page])
        for link in links {
            let annotation = try unsafe makeDictionary(type: "Annot")
            unsafe setName("Link", "Subtype", of: annotation)
            let rectangle = try unsafe makeArray("Rect", of: annotation)
            unsafe add(
                reals: link.box.corners(onPageOfHeight: targets.heights[page]),
                to: rectangle
            )
            let border = try unsafe makeArray("Border", of: annotation)
            unsafe add([0, 0, 0], to: border)
            // PDF/A wants annotations printable and not hidden (ISO 19005-3, 6.3.2).
            unsafe setNumber(4, "F", of: annotation)
            try unsafe setDestination(
                targets.pages[link.page],
                opening.target(from: nil, onPageOfHeight: targets.heights[link.page]),
                of: annotation
            )
            unsafe HPDF_Array_Add(annotations, annotation)
            unsafe added.append(annotation)
        }
        try check("the links")
        return unsafe added
    }
}
