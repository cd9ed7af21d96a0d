/// A PDF that nobody vouches for, read within limits and refused if it is not well formed.
///
/// All objects in the file are looked at when it is opened; what is compressed is unpacked when it is
/// asked for. Nothing is repaired.
public final class PDFDocument {
    /// The file.
    public let bytes: PDFBytes
    /// How the file is laid out.
    public let facts: PDFFacts
    let store: ObjectStore
    private let catalog: PDFDictionary
    private let pages: PageTree
    private let labels: PageLabels
    /// Fonts that pages have used, by the numbers of their objects.
    var fonts: [ObjectID: PDFFont] = [:]
    /// How many operators may still be followed.
    var operatorsLeft: Int

    /// Opens a file that is in memory.
    ///
    /// - Throws: What is wrong with it, at which byte.
    public convenience init(
        bytes: [UInt8],
        limits: PDFLimits = PDFLimits()
    ) throws(PDFReadingError) {
        try self.init(PDFBytes(bytes), limits: limits)
    }

    /// Opens a file wherever its bytes are.
    ///
    /// - Throws: What is wrong with it, at which byte.
    public convenience init(
        _ bytes: PDFBytes,
        limits: PDFLimits = PDFLimits()
    ) throws(PDFReadingError) {
        do throws(PDFReadingError) {
            try self.init(opening: bytes, limits: limits)
        } catch {
            // What is wrong with zeros is nothing that the file could be blamed for.
            throw bytes.hasFailed ? PDFReadingError(.unreadable, at: error.offset) : error
        }
    }

    private init(opening bytes: PDFBytes, limits: PDFLimits) throws(PDFReadingError) {
        guard bytes.count <= limits.fileBytes else { throw PDFReadingError(.overLimit, at: 0) }
        self.bytes = bytes
        operatorsLeft = limits.totalOperators
        let ends = try FileEnds(bytes)
        let decoder = try StreamDecoder(bytes, limits: limits)
        let references = try CrossReferences(
            bytes,
            from: ends.newestSection,
            origin: ends.origin,
            decoder: decoder,
            limits: limits
        )
        guard references.trailer["Encrypt"] == nil else {
            throw PDFReadingError(.encrypted, at: ends.newestSection)
        }
        store = ObjectStore(bytes, references, decoder: decoder, limits: limits)
        facts = try FileLayout(store, ends).facts
        guard case .dictionary(let catalog) = try store.entry("Root", of: references.trailer),
            catalog["Type"]?.name == "Catalog"
        else { throw PDFReadingError(.badReferences, at: ends.newestSection) }
        self.catalog = catalog
        pages = try PageTree(root: catalog["Pages"], in: store)
        labels = try PageLabels(root: catalog["PageLabels"], in: store)
        // All objects have been read by now; what is read later throws by itself.
        guard !bytes.hasFailed else { throw PDFReadingError(.unreadable, at: 0) }
    }

    /// The names of all that the catalogue states, in the order of the alphabet.
    public var catalogEntries: [String] { catalog.keys.sorted() }

    /// The number of pages.
    public var pageCount: Int { pages.leaves.count }

    /// What a page shows, read anew each time.
    ///
    /// - Parameter index: The number of the page, from 0.
    /// - Throws: What is wrong with it, or which limit it passes.
    /// - Returns: What it shows.
    public func page(_ index: Int) throws(PDFReadingError) -> PDFPage {
        guard pages.leaves.indices.contains(index) else {
            throw PDFReadingError(.noSuchPage, at: 0)
        }
        return try page(pages.leaves[index], index, label: try labels.label(of: index))
    }

    /// The files inside the file, first those that the tree of embedded files lists.
    public func attachments() throws(PDFReadingError) -> [PDFAttachment] {
        try AttachmentList(catalog: catalog, in: store).attachments
    }

    /// The bytes of a file inside the file.
    public func bytes(of attachment: PDFAttachment) throws(PDFReadingError) -> [UInt8] {
        try store.decoded(attachment.stream)
    }

    /// The samples of a picture that is coded without loss, row by row, without predictors.
    ///
    /// - Throws: `unknownFilter` for a JPEG, whose file is the picture's range of bytes.
    public func samples(of image: PDFImage) throws(PDFReadingError) -> [UInt8] {
        let id = ObjectID(number: Int32(clamping: image.number), generation: 0)
        guard let stream = try store.resolved(.reference(id)).stream, stream.range == image.range
        else { throw PDFReadingError(.badObject, at: image.range.lowerBound) }
        return try store.decoded(stream, ownLimit: store.limits.sampleBytes)
    }

    /// The texts of the document's information dictionary.
    public func information() throws(PDFReadingError) -> [String: String] {
        let dictionary = try store.entry("Info", of: store.references.trailer).dictionary ?? [:]
        var texts: [String: String] = [:]
        for (key, value) in dictionary {
            if let text = try store.resolved(value).string { texts[key] = String(pdfText: text) }
        }
        return texts
    }

    /// The XMP packet as it is stored; nil if there is none.
    public func metadata() throws(PDFReadingError) -> [UInt8]? {
        guard let stream = try store.entry("Metadata", of: catalog).stream else { return nil }
        return try store.decoded(stream)
    }
}
