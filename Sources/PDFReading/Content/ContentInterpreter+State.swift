extension ContentInterpreter {
    mutating func setState(_ known: ContentOperator) throws(PDFReadingError) {
        switch known {
        case .save:
            guard saved.count < limits.savedStates else { throw PDFReadingError(.overLimit, at: 0) }
            saved.append(state)
        case .restore: if let last = saved.popLast() { state = last }
        case .concatenate: state.matrix = PDFMatrix(Array(try operands(6))).then(state.matrix)
        case .lineWidth: state.lineWidth = abs(try operands(1).last ?? 0)
        default: try setParameters()
        }
    }

    /// Of the named sets of parameters only widths and fonts are followed; transparency is noted.
    private mutating func setParameters() throws(PDFReadingError) {
        guard let set = try resource("ExtGState")?.dictionary else { return }
        let store = document.store
        if let width = try store.entry("LW", of: set).number { state.lineWidth = abs(width) }
        for key in ["ca", "CA"] where try store.entry(key, of: set).number ?? 1 < 1 {
            result.unfollowed.insert(.transparency)
        }
        if let mask = try? store.entry("SMask", of: set), !mask.isNull, mask.name != "None" {
            result.unfollowed.insert(.transparency)
        }
        if let mode = try? store.entry("BM", of: set), !mode.isNull, mode.name != "Normal" {
            result.unfollowed.insert(.transparency)
        }
        for key in ["TR", "TR2"] where set[key] != nil { result.unfollowed.insert(.colourSpace) }
        if let font = try store.entry("Font", of: set).array, font.count == 2 {
            state.text.font = try self.font(font[0])
            state.text.size = try store.resolved(font[1]).number ?? 0
        }
    }

    /// What the last operand names in a part of the resources.
    func resource(_ part: String) throws(PDFReadingError) -> PDFValue? {
        guard let name = values.last?.name else { throw PDFReadingError(.badContent, at: 0) }
        guard let named = try document.store.entry(part, of: resources).dictionary else {
            return nil
        }
        return try document.store.resolved(named[name])
    }

    mutating func mark(_ known: ContentOperator) throws(PDFReadingError) {
        guard known != .endMarked else {
            marked.end()
            return
        }
        guard marked.depth < limits.savedStates else { throw PDFReadingError(.overLimit, at: 0) }
        if values.first?.name == "OC" { result.unfollowed.insert(.optionalContent) }
        var stated: [UInt8]?
        if known == .beginMarkedWithProperties {
            let properties =
                values.last?.name == nil
                ? values.last?.dictionary : try resource("Properties")?.dictionary
            stated = try document.store.entry("ActualText", of: properties ?? [:]).string
        }
        guard marked.begin(statesText: stated != nil), let stated else { return }
        let start = textMatrix.then(state.matrix)(0, 0)
        let text = PDFText(
            text: String(pdfText: stated),
            start: start,
            box: PDFRectangle(start, start),
            size: state.text.size,
            isVisible: true
        )
        try result.add(text, limits: limits)
    }
}
