import CHaru

extension PDFDocument {
    /// Adds what makes the file PDF/A-3u: XMP and an Info that agrees with it, output intent, /ID, /Lang;
    /// an accessible file claims PDF/UA-1 besides.
    func add(
        _ metadata: PDFMetadata,
        isAccessible: Bool,
        _ packets: XMPPackets
    ) throws(PDFError) {
        let xmp = XMPPacket(metadata: metadata, isAccessible: isAccessible)
        let packet = try unsafe makeStream(packets.bytes(of: xmp), compressed: false)
        unsafe setName("Metadata", "Type", of: packet)
        unsafe setName("XML", "Subtype", of: packet)
        unsafe HPDF_Dict_Add(catalog, "Metadata", packet)

        unsafe ownObjects.setStandIn(Self.number(of: info), to: metadata.info)

        unsafe setString(metadata.language, "Lang", of: catalog)
        let preferences = try unsafe makeDictionary("ViewerPreferences", of: catalog)
        unsafe setBoolean(true, "DisplayDocTitle", of: preferences)
        let opening = metadata.opening
        if let sides = opening.sides { unsafe setName(sides.rawValue, "Duplex", of: preferences) }
        if opening.printsTrueSize { unsafe setName("None", "PrintScaling", of: preferences) }
        if let arrangement = opening.arrangement {
            unsafe setName(arrangement.rawValue, "PageLayout", of: catalog)
        }
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
}

extension PDFMetadata {
    /// The Info dictionary (ISO 32000-1, 14.3.3).
    fileprivate var info: ObjectText {
        var text = ObjectText()
        text.add("<</Title")
        text.add(text: title)
        text.add("/Subject")
        text.add(text: subject)
        text.add("/Creator")
        text.add(text: creator)
        text.add("/Producer")
        text.add(string: Self.producer)
        text.add("/CreationDate")
        text.add(string: date.pdf)
        text.add("/ModDate")
        text.add(string: date.pdf)
        text.add(">>")
        return text
    }
}
