import CHaru

extension PDFDocument {
    /// Adds what is stated in our own words, after all objects that are made by libharu.
    func addOwnObjects(
        _ tree: StructureTree?,
        _ targets: StructureTargets,
        _ known: StructureTexts
    ) throws(PDFError) {
        var root: Int?
        if tree != nil {
            try unsafe setBoolean(true, "Marked", of: makeDictionary("MarkInfo", of: catalog))
            let object = try unsafe makeStandIn()
            unsafe HPDF_Dict_Add(catalog, "StructTreeRoot", object)
            root = unsafe Self.number(of: object)
        }
        beginOwnObjects()
        stateFonts()
        if let tree, let root { add(tree, under: root, targets, known) }
        try check("the structure")
    }

    /// What other objects can refer to, while its value is stated as one of our own objects.
    func makeStandIn() throws(PDFError) -> HPDF_Dict { try unsafe makeDictionary() }

    /// From now on objects are ours alone.
    private func beginOwnObjects() {
        ownObjects.begin(at: Int(unsafe handle.pointee.xref.pointee.entries.pointee.count))
    }
}
