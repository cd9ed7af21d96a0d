import CHaru

extension PDFDocument {
    /// Embeds files and associates them with the document (ISO 19005-3, 6.8); names must be sorted.
    mutating func add(
        _ attachments: [PDFAttachment],
        _ slot: PDFSlot?,
        date: PDFDate
    ) throws(PDFError) {
        guard !attachments.isEmpty || slot != nil else { return }
        let names = try unsafe makeDictionary("Names", of: catalog)
        let files = try unsafe makeDictionary("EmbeddedFiles", of: names)
        let tree = try unsafe makeArray("Names", of: files)
        let associated = try unsafe makeArray("AF", of: catalog)
        func embed(_ file: PDFAttachment, isCompressed: Bool) throws(PDFError) -> HPDF_Dict {
            let stream = try unsafe makeStream(file.bytes, compressed: isCompressed)
            let specification = try unsafe describe(file, in: stream, date: date)
            let name = unsafe HPDF_String_New(handle.pointee.mmgr, file.name, nil)
            unsafe HPDF_Array_Add(tree, name)
            unsafe HPDF_Array_Add(tree, specification)
            unsafe HPDF_Array_Add(associated, specification)
            return unsafe stream
        }
        for attachment in attachments { _ = try unsafe embed(attachment, isCompressed: true) }
        if let slot {
            let file = PDFAttachment(
                name: slot.name,
                mediaType: slot.mediaType,
                summary: slot.summary,
                bytes: slot.blanks
            )
            payloads.slot = unsafe Self.number(of: try embed(file, isCompressed: false))
            self.slot = slot
        }
        try check("the attachments")
    }

    /// Says of a stream that it is a file, and returns what else says so.
    private func describe(
        _ file: PDFAttachment,
        in stream: HPDF_Dict,
        date: PDFDate
    ) throws(PDFError) -> HPDF_Dict {
        unsafe setName("EmbeddedFile", "Type", of: stream)
        unsafe setName(file.mediaType, "Subtype", of: stream)
        let parameters = try unsafe makeDictionary("Params", of: stream)
        unsafe setNumber(file.bytes.count, "Size", of: parameters)
        unsafe setString(date.pdf, "ModDate", of: parameters)

        let specification = try unsafe makeDictionary(type: "Filespec")
        unsafe setString(file.name, "F", of: specification)
        unsafe setText(file.name, "UF", of: specification)
        unsafe setText(file.summary, "Desc", of: specification)
        unsafe setName("Data", "AFRelationship", of: specification)
        let embedded = try unsafe makeDictionary("EF", of: specification)
        unsafe HPDF_Dict_Add(embedded, "F", stream)
        unsafe HPDF_Dict_Add(embedded, "UF", stream)
        return unsafe specification
    }
}
