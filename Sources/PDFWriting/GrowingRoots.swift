import CHaru

/// The numbers of what the catalogue of a growing document leads to, stated when all pages are there.
struct GrowingRoots {
    let pages: Int
    let firstPage: Int
    let labels: Int
    let outline: Int
    let fonts: Int
    let structure: Int?
}

extension PDFDocument {
    /// The number of objects so far, the one without a value included; libharu may then make no more.
    var objectCount: Int { Int(unsafe handle.pointee.xref.pointee.entries.pointee.count) }

    /// Makes what the catalogue leads to.
    func makeRoots(isTagged: Bool, _ opening: PDFOpening) throws(PDFError) -> GrowingRoots {
        guard let pages = unsafe handle.pointee.root_pages else { throw PDFError(.noMemory, "") }
        let (first, fonts) = (try unsafe makeStandIn(), try unsafe makeStandIn())
        let (labels, outline) = (try unsafe makeStandIn(), try unsafe makeStandIn())
        unsafe HPDF_Dict_Add(catalog, "PageLabels", labels)
        unsafe HPDF_Dict_Add(catalog, "Outlines", outline)
        try unsafe open(at: first, opening.zoom)
        var structure: Int?
        if isTagged {
            try unsafe setBoolean(true, "Marked", of: makeDictionary("MarkInfo", of: catalog))
            let tree = try unsafe makeStandIn()
            unsafe HPDF_Dict_Add(catalog, "StructTreeRoot", tree)
            structure = unsafe Self.number(of: tree)
        }
        try check("the catalogue")
        return GrowingRoots(
            pages: unsafe Self.number(of: pages),
            firstPage: unsafe Self.number(of: first),
            labels: unsafe Self.number(of: labels),
            outline: unsafe Self.number(of: outline),
            fonts: unsafe Self.number(of: fonts),
            structure: structure
        )
    }
}
