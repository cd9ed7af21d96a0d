import CHaru
public import PageLayout

/// Draws a laid-out document as PDF/A-3u: the one place where anything is drawn.
///
/// A layout that says what its parts mean becomes PDF/UA-1 too; fields become a form to fill in.
public struct PDFWriter {
    let fonts: FontLibrary
    private let compressed: Bool

    /// Draws with these fonts; uncompressed output is for reading in tests.
    public init(fonts: FontLibrary, compressed: Bool = true) {
        self.fonts = fonts
        self.compressed = compressed
    }

    /// Writes a document; the same input gives the same bytes.
    ///
    /// - Parameters:
    ///   - layout: The pages and the outline.
    ///   - pictures: What the layout's picture marks refer to by index.
    ///   - metadata: Title, date and the like.
    ///   - attachments: Files to embed, sorted by name.
    ///   - slot: A file to embed that is made of all else.
    ///   - output: Takes the bytes in order.
    /// - Throws: `PDFError` if a glyph is missing, a picture cannot be read, parts or fields do not match
    ///   or the output fails.
    public func write(
        _ layout: DocumentLayout,
        pictures: [PDFPicture],
        metadata: PDFMetadata,
        attachments: [PDFAttachment] = [],
        slot: PDFSlot? = nil,
        to output: any PDFOutput
    ) throws(PDFError) {
        let used = try UsedCharacters(in: layout, fonts)
        var document = try PDFDocument(
            deflater: compressed ? fonts.deflater : nil,
            effort: used.areFilledIn ? .least : .little
        )
        var tree = layout.isTagged ? StructureTree() : nil
        try document.add(metadata, isAccessible: tree != nil, fonts.packets)
        try document.add(attachments, slot, date: metadata.date)
        let typesetter = try embedFonts(with: used, in: document)
        var images: [HPDF_Dict] = unsafe []
        for picture in pictures { unsafe images.append(try document.add(picture)) }

        var pages: [HPDF_Page] = unsafe []
        for page in layout.pages {
            let handle = try unsafe document.made(HPDF_AddPage(document.handle), "a page")
            unsafe HPDF_Page_SetWidth(handle, HPDF_REAL(page.size.width * 72 / 25.4))
            unsafe HPDF_Page_SetHeight(handle, HPDF_REAL(page.size.height * 72 / 25.4))
            unsafe pages.append(handle)
        }
        var targets = unsafe StructureTargets(
            pages: pages,
            heights: layout.pages.map(\.size.height)
        )
        for (index, page) in layout.pages.enumerated() {
            try unsafe draw(page, index, on: pages[index], of: document, typesetter, images, &tree)
            try addLinks(
                of: layout,
                onPage: index,
                isTagged: tree != nil,
                metadata.opening,
                in: document,
                &targets
            )
        }
        try addFields(of: layout, in: document, &targets)
        try tree?.close()
        try unsafe document.add(layout.bookmarks, targets, metadata.opening)
        if let first = unsafe pages.first {
            try unsafe document.open(at: first, metadata.opening.zoom)
        }
        try document.addLabels(layout.pages.map(\.label))
        try document.addOwnObjects(tree, targets, fonts.structures)
        try document.write(to: output, fonts.room)
    }

    private func draw(
        _ page: Page,
        _ number: Int,
        on handle: HPDF_Page,
        of document: borrowing PDFDocument,
        _ typesetter: EmbeddedFonts,
        _ images: [HPDF_Dict],
        _ tree: inout StructureTree?
    ) throws(PDFError) {
        unsafe typesetter.begin(handle)
        let content = try page.content(number: number, typesetter, &tree) {
            index throws(PDFError) in
            let name = unsafe HPDF_Page_GetXObjectName(handle, images[index])
            return try unsafe String(cString: document.made(name, "a picture"))
        }
        try unsafe document.setContent(content, of: handle)
        try document.check("the page \(page.label)")
    }

    /// Adds the links of one page, each with words for those who cannot see where it stands.
    private func addLinks(
        of layout: DocumentLayout,
        onPage number: Int,
        isTagged: Bool,
        _ opening: PDFOpening,
        in document: borrowing PDFDocument,
        _ targets: inout StructureTargets
    ) throws(PDFError) {
        let page = layout.pages[number]
        let links = page.links
        let annotations = try unsafe document.addLinks(links, on: number, targets, opening)
        guard isTagged else { return }
        for unsafe(link, annotation) in unsafe zip(links, annotations) {
            let words = page.words(in: link.box) ?? layout.pages[link.page].label
            unsafe document.setText(words, "Contents", of: annotation)
            unsafe targets.annotations[.init(page: number, mark: link.mark)] = annotation
        }
    }

    /// Embeds one subset of each font used.
    private func embedFonts(
        with used: UsedCharacters,
        in document: borrowing PDFDocument
    ) throws(PDFError) -> EmbeddedFonts {
        var embedded: [Int: EmbeddedFonts.Font] = [:]
        for face in used.faces {
            let subset = try fonts.subset(
                ofFace: face,
                scalars: used.scalars(ofFace: face),
                effort: used.vary(inFace: face) ? .least : .much
            )
            unsafe embedded[face] = EmbeddedFonts.Font(
                subset: subset,
                object: try document.add(EmbeddedFont(subset: subset))
            )
        }
        return EmbeddedFonts(library: fonts, fonts: embedded)
    }
}
