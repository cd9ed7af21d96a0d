import CHaru
public import PageLayout

/// A PDF/A-3u whose pages arrive one after the other and are written and let go of at once, so that a
/// document of any length takes the same memory; a tagged one is PDF/UA-1 too.
///
/// One that is not finished is no PDF.
public struct GrowingPDF: ~Copyable {
    let document: PDFDocument
    let roots: GrowingRoots
    let opening: PDFOpening
    let buffer: OutputBuffer
    let file: GrowingFile
    let fonts: GrowingFonts
    var pages: GrowingPages
    var labels = NumberTree("/Nums")
    let structure: GrowingStructure?
    private var counting = LabelCounting()
    private let pictures: GrowingPictures
    private var shared: SharedDrawing

    /// Begins a document.
    ///
    /// - Parameters:
    ///   - fonts: Sets the text; no other document may be written with them until this one is finished.
    ///   - metadata: Title, date and the like.
    ///   - isTagged: Whether the pages say what their parts mean; parts may go on over several pages.
    ///   - attachments: Files to embed, sorted by name.
    ///   - slot: A file to embed that is made of all else.
    ///   - output: Takes the bytes in order.
    /// - Throws: `PDFError` if there is no memory.
    public init(
        fonts: FontLibrary,
        metadata: PDFMetadata,
        isTagged: Bool,
        attachments: [PDFAttachment] = [],
        slot: PDFSlot? = nil,
        to output: any PDFOutput
    ) throws(PDFError) {
        var document = try PDFDocument(deflater: fonts.deflater, effort: .little)
        try document.add(metadata, isAccessible: isTagged, fonts.packets)
        try document.add(attachments, slot, date: metadata.date)
        roots = try document.makeRoots(isTagged: isTagged, metadata.opening)
        opening = metadata.opening
        buffer = OutputBuffer(output)
        PDFDocument.begin(buffer)
        file = GrowingFile(
            objectCount: document.objectCount,
            buffer,
            fonts.deflater
        )
        self.fonts = GrowingFonts(fonts, in: file)
        shared = SharedDrawing(
            marks: RecurringMarks(in: file, self.fonts, fontNames: roots.fonts),
            modules: SharedModules(in: file, [])
        )
        pages = GrowingPages(root: roots.pages, first: roots.firstPage)
        pictures = GrowingPictures(in: file)
        structure = roots.structure.map { GrowingStructure(root: $0) }
        self.document = document
    }

    /// Tells the codes that the pages from here on will show: what these have in common takes less room.
    public mutating func share(codes: [CodeModules]) {
        shared.modules = SharedModules(in: file, codes)
    }

    /// The number of pages so far.
    public var pageCount: Int { pages.count }

    /// Draws the next page.
    ///
    /// - Parameters:
    ///   - page: The page; its links may lead to pages that come later.
    ///   - picture: The picture that the page's marks refer to by an index, which stands for the same
    ///     picture on all pages; it is asked for once, where it is shown first.
    /// - Throws: `PDFError` if a glyph is missing, a picture cannot be read, parts do not match, the page has
    ///   fields to fill in, or the output fails.
    public mutating func add(
        _ page: Page,
        picture: (Int) throws(PDFError) -> PDFPicture
    ) throws(PDFError) {
        guard !page.marks.contains(where: { if case .field = $0 { true } else { false } }) else {
            throw PDFError(.fieldMisplaced, page.label)
        }
        let number = pages.begin(height: page.size.height, in: file)
        var tree = structure?.tree
        // Else it would be copied where it changes.
        structure?.tree = nil
        let content = try page.content(number: pages.count - 1, fonts, &tree, shared) {
            index throws(PDFError) in
            try pictures.name(of: index, picture)
        }
        if let change = counting.change(to: page.label) {
            labels.add(change.text, for: pages.count - 1, to: file)
        }
        var text = ObjectText("<</Type/Page/Parent")
        text.add(reference: pages.parent)
        text.add("/MediaBox[0 0")
        text.add(ContentText.Number(page.size.width * 72 / 25.4))
        text.add(ContentText.Number(page.size.height * 72 / 25.4))
        text.add("]/Resources<</Font")
        text.add(reference: roots.fonts)
        pictures.endPage(&text, with: shared.endPage())
        text.add(">>/Contents")
        text.add(reference: file.add(stream: content))
        let links = addLinks(of: page, to: &text)
        if let tree { structure?.endPage(tree, links: links, to: &text, pages, file) }
        text.add(">>")
        file.add(text, as: number)
        pages.end(number, in: file)
        try file.check()
    }
}
