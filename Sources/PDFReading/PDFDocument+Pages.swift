extension PDFDocument {
    /// Follows a page's content.
    func page(
        _ leaf: PageTree.Leaf,
        _ index: Int,
        label: String?
    ) throws(PDFReadingError) -> PDFPage {
        guard let sheet = try store.rectangle("MediaBox", of: leaf.inherited),
            sheet.width > 0, sheet.height > 0
        else { throw PDFReadingError(.badPageTree, at: 0) }
        let turn = try store.entry("Rotate", of: leaf.inherited).integer ?? 0
        guard turn.isMultiple(of: 90) else { throw PDFReadingError(.badPageTree, at: 0) }
        let (content, offset) = try content(of: leaf.dictionary)
        var interpreter = ContentInterpreter(self, sheet: sheet)
        let resources = try store.entry("Resources", of: leaf.inherited).dictionary ?? [:]
        defer { operatorsLeft -= interpreter.operatorCount }
        try interpreter.run(content, at: offset, resources: resources)
        var unfollowed = interpreter.result.unfollowed
        if leaf.dictionary["UserUnit"] != nil { unfollowed.insert(.userUnit) }
        return PDFPage(
            index: index,
            mediaBox: sheet,
            cropBox: try store.rectangle("CropBox", of: leaf.inherited),
            rotation: (turn % 360 + 360) % 360,
            label: label,
            content: content,
            images: interpreter.result.images,
            texts: interpreter.result.texts,
            shapes: interpreter.result.shapes,
            unfollowed: unfollowed,
            annotations: try annotations(of: leaf.dictionary),
            entries: leaf.dictionary.keys.sorted(),
            limits: store.limits
        )
    }

    /// The operators of a page, from one stream or several; tokens do not go from one into the next.
    private func content(
        of page: PDFDictionary
    ) throws(PDFReadingError) -> (bytes: [UInt8], offset: Int) {
        let stated = try store.entry("Contents", of: page)
        guard !stated.isNull else { return ([], 0) }
        if let stream = stated.stream {
            return (try store.decoded(stream), stream.range.lowerBound)
        }
        guard let parts = stated.array else { throw PDFReadingError(.badPageTree, at: 0) }
        var (bytes, offset) = ([UInt8](), 0)
        for part in parts {
            guard let stream = try store.resolved(part).stream else {
                throw PDFReadingError(.badPageTree, at: 0)
            }
            if bytes.isEmpty { offset = stream.range.lowerBound }
            bytes += try store.decoded(stream)
            bytes.append(0x0A)
            guard bytes.count <= store.limits.streamBytes else {
                throw PDFReadingError(.overLimit, at: stream.range.lowerBound)
            }
        }
        return (bytes, offset)
    }

    private func annotations(
        of page: PDFDictionary
    ) throws(PDFReadingError) -> [PDFAnnotation] {
        var annotations: [PDFAnnotation] = []
        let values = try store.entry("Annots", of: page).array ?? []
        try store.spend(values: values.count)
        for value in values {
            guard let dictionary = try store.resolved(value).dictionary else { continue }
            let nothing = PDFRectangle(PDFPoint(0, 0), PDFPoint(0, 0))
            annotations.append(
                PDFAnnotation(
                    kind: try store.entry("Subtype", of: dictionary).name ?? "",
                    box: try store.rectangle("Rect", of: dictionary) ?? nothing,
                    hasAppearance: dictionary["AP"] != nil
                )
            )
        }
        return annotations
    }
}
