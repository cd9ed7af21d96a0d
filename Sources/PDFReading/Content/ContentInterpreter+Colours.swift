extension ContentInterpreter {
    mutating func setColour(_ known: ContentOperator) throws(PDFReadingError) {
        switch known {
        case .fillSpace:
            state.knowsFillSpace = try namesKnownSpace()
            state.fill = state.knowsFillSpace ? .black : nil
        case .strokeSpace:
            state.knowsStrokeSpace = try namesKnownSpace()
            state.stroke = state.knowsStrokeSpace ? .black : nil
        case .fillColour, .fillColourExtended:
            state.fill = spaceColour(isKnown: state.knowsFillSpace)
        case .strokeColour, .strokeColourExtended:
            state.stroke = spaceColour(isKnown: state.knowsStrokeSpace)
        case .fillGray, .fillRGB, .fillCMYK:
            state.fill = try deviceColour(known)
            state.knowsFillSpace = true
        default:
            state.stroke = try deviceColour(known)
            state.knowsStrokeSpace = true
        }
    }

    private func deviceColour(_ known: ContentOperator) throws(PDFReadingError) -> PDFColour? {
        switch known {
        case .fillGray, .strokeGray: PDFColour(components: try operands(1))
        case .fillRGB, .strokeRGB: PDFColour(components: try operands(3))
        default: PDFColour(components: try operands(4))
        }
    }

    /// A colour of the space that holds; nil if it is not followed here.
    private mutating func spaceColour(isKnown: Bool) -> PDFColour? {
        let colour = values.isEmpty ? PDFColour(components: numbers[...]) : nil
        if colour == nil { result.unfollowed.insert(.pattern) }
        return isKnown ? colour : nil
    }

    /// Whether the last operand names a space whose numbers are those of gray, RGB or CMYK.
    private mutating func namesKnownSpace() throws(PDFReadingError) -> Bool {
        let device = ["DeviceGray", "DeviceRGB", "DeviceCMYK"]
        if let name = values.last?.name, device.contains(name) { return true }
        let space = try resource("ColorSpace") ?? .null
        let kind = try document.store.resolved(space.array?.first ?? space).name ?? ""
        if device.contains(kind) || ["ICCBased", "CalGray", "CalRGB"].contains(kind) {
            return true
        }
        let isPattern = values.last?.name == "Pattern" || kind == "Pattern"
        result.unfollowed.insert(isPattern ? .pattern : .colourSpace)
        return false
    }

    /// Notes spaces that stand in for those of devices (ISO 32000-1, 8.6.5.6).
    mutating func noteDefaultSpaces() throws(PDFReadingError) {
        let spaces = try document.store.entry("ColorSpace", of: resources).dictionary ?? [:]
        if ["DefaultGray", "DefaultRGB", "DefaultCMYK"].contains(where: { spaces[$0] != nil }) {
            result.unfollowed.insert(.colourSpace)
        }
    }
}
