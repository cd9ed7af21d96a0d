import CHaru

/// What the structure tree refers to: pages and annotations already made.
@safe struct StructureTargets {
    var pages: [HPDF_Page] = unsafe []
    /// The heights of the pages in millimetres.
    var heights: [Double] = []
    var annotations: [StructureTree.Place: HPDF_Dict] = unsafe [:]

    /// The number of a page's object.
    func number(ofPage page: Int) -> Int { unsafe PDFDocument.number(of: pages[page]) }

    /// The numbers of all pages' objects.
    var pageNumbers: [Int] { unsafe pages.map { unsafe PDFDocument.number(of: $0) } }

    var hasAnnotations: Bool { unsafe !annotations.isEmpty }
}
