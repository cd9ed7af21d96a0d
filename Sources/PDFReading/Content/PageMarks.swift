/// What a page paints, gathered while its content is followed.
struct PageMarks {
    var images: [PDFPlacedImage] = []
    var texts: [PDFText] = []
    var shapes: [PDFShape] = []
    var unfollowed: Set<PDFUnfollowed> = []
    private var points = 0
    private var characters = 0

    /// Adds a shape if it shows at all.
    mutating func add(_ shape: PDFShape, limits: PDFLimits) throws(PDFReadingError) {
        points += shape.path.points.count
        guard shapes.count < limits.shapes, points <= limits.points else {
            throw PDFReadingError(.overLimit, at: 0)
        }
        shapes.append(shape)
    }

    mutating func add(_ text: PDFText, limits: PDFLimits) throws(PDFReadingError) {
        characters += text.text.utf8.count
        guard texts.count < limits.shapes, characters <= limits.characters else {
            throw PDFReadingError(.overLimit, at: 0)
        }
        texts.append(text)
    }
}
