import CHaru

extension PDFDocument {
    /// Adds what makes the file PDF/A-3u: XMP and an Info that agrees with it, output intent, /ID, /Lang;
    /// an accessible file claims PDF/UA-1 besides.
    func add(_ metadata: PDFMetadata, isAccessible: Bool) throws(PDFError) {
        let xmp = XMPPacket(metadata: metadata, isAccessible: isAccessible)
        let packet = try unsafe makeStream(xmp.bytes, compressed: false)
        unsafe setName("Metadata", "Type", of: packet)
        unsafe setName("XML", "Subtype", of: packet)
        unsafe HPDF_Dict_Add(catalog, "Metadata", packet)

        unsafe setText(metadata.title, "Title", of: info)
        unsafe setText(metadata.subject, "Subject", of: info)
        unsafe setText(metadata.creator, "Creator", of: info)
        unsafe setString(PDFMetadata.producer, "Producer", of: info)
        unsafe setString(metadata.date.pdf, "CreationDate", of: info)
        unsafe setString(metadata.date.pdf, "ModDate", of: info)

        unsafe setString(metadata.language, "Lang", of: catalog)
        let preferences = try unsafe makeDictionary("ViewerPreferences", of: catalog)
        unsafe setBoolean(true, "DisplayDocTitle", of: preferences)
        try unsafe addOutputIntent(metadata.colourProfile, to: catalog)
        let identifiers = try unsafe makeArray("ID", of: handle.pointee.trailer)
        for _ in 0..<2 { unsafe HPDF_Array_Add(identifiers, makeBinary(metadata.identifier)) }
        try check("the metadata")
    }

    private func addOutputIntent(_ profile: [UInt8], to catalog: HPDF_Dict) throws(PDFError) {
        let stream = try unsafe makeKeptStream(profile)
        unsafe setNumber(3, "N", of: stream)
        let intent = try unsafe makeDictionary(type: "OutputIntent")
        unsafe setName("GTS_PDFA1", "S", of: intent)
        unsafe setString("sRGB IEC61966-2.1", "OutputConditionIdentifier", of: intent)
        unsafe setString("sRGB IEC61966-2.1", "Info", of: intent)
        unsafe HPDF_Dict_Add(intent, "DestOutputProfile", stream)
        let intents = try unsafe makeArray("OutputIntents", of: catalog)
        unsafe HPDF_Array_Add(intents, intent)
    }

    /// Embeds files and associates them with the document (ISO 19005-3, 6.8); names must be sorted.
    func add(_ attachments: [PDFAttachment], date: PDFDate) throws(PDFError) {
        guard !attachments.isEmpty else { return }
        let names = try unsafe makeDictionary("Names", of: catalog)
        let files = try unsafe makeDictionary("EmbeddedFiles", of: names)
        let tree = try unsafe makeArray("Names", of: files)
        let associated = try unsafe makeArray("AF", of: catalog)
        for attachment in attachments {
            let stream = try unsafe makeStream(attachment.bytes, compressed: true)
            unsafe setName("EmbeddedFile", "Type", of: stream)
            unsafe setName(attachment.mediaType, "Subtype", of: stream)
            let parameters = try unsafe makeDictionary("Params", of: stream)
            unsafe setNumber(attachment.bytes.count, "Size", of: parameters)
            unsafe setString(date.pdf, "ModDate", of: parameters)

            let specification = try unsafe makeDictionary(type: "Filespec")
            unsafe setString(attachment.name, "F", of: specification)
            unsafe setText(attachment.name, "UF", of: specification)
            unsafe setText(attachment.summary, "Desc", of: specification)
            unsafe setName("Data", "AFRelationship", of: specification)
            let embedded = try unsafe makeDictionary("EF", of: specification)
            unsafe HPDF_Dict_Add(embedded, "F", stream)
            unsafe HPDF_Dict_Add(embedded, "UF", stream)

            unsafe HPDF_Array_Add(
                tree,
                HPDF_String_New(handle.pointee.mmgr, attachment.name, nil)
            )
            unsafe HPDF_Array_Add(tree, specification)
            unsafe HPDF_Array_Add(associated, specification)
        }
        try check("the attachments")
    }
}
