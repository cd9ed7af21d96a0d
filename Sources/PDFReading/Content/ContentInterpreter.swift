/// Follows the operators of a page and of the forms that it draws, and notes what they paint.
struct ContentInterpreter {
    let document: PDFDocument
    var state: GraphicsState
    var saved: [GraphicsState] = []
    var path = PathBuilder()
    var pendingClip = false
    var textMatrix = PDFMatrix.identity
    var lineMatrix = PDFMatrix.identity
    var marked = MarkedContent()
    /// The numbers and the other operands since the last operator.
    var numbers: [Double] = []
    var values: [PDFValue] = []
    var result = PageMarks()
    private var operatorsLeft: Int
    private let atFirst: Int
    private var activeForms: Set<Int> = []
    /// The resources of what is being read.
    var resources: PDFDictionary = [:]

    private static let mostOperands = 65_536
    /// To draw a form takes as long as so many operators.
    private static let formCost = 50

    init(_ document: PDFDocument, sheet: PDFRectangle) {
        self.document = document
        state = GraphicsState(matrix: .identity, clip: sheet)
        operatorsLeft = min(document.operatorsLeft, document.store.limits.operators)
        atFirst = operatorsLeft
    }

    /// How many operators were followed.
    var operatorCount: Int { atFirst - operatorsLeft }

    var limits: PDFLimits { document.store.limits }

    /// Follows content to its end.
    mutating func run(
        _ content: [UInt8],
        at offset: Int,
        resources: PDFDictionary
    ) throws(PDFReadingError) {
        let outer = self.resources
        self.resources = resources
        defer { self.resources = outer }
        try noteDefaultSpaces()
        var scanner = PDFScanner(
            content,
            0..<content.count,
            limits: limits,
            allowance: Self.mostOperands,
            streamOffset: offset,
            readsReferences: false
        )
        while true {
            scanner.skipSpace()
            guard let byte = scanner.next else { break }
            switch byte {
            case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
                scanner.allowance -= 1
                guard scanner.allowance >= 0 else { throw scanner.fault(.overLimit) }
                numbers.append(try scanner.numeral().number ?? 0)
            case UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: "["):
                values.append(try scanner.value())
            default:
                guard byte.isPDFRegular else {
                    throw scanner.fault(.badSyntax)
                }
                try apply(&scanner)
            }
        }
        numbers.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
    }

    private mutating func apply(_ scanner: inout PDFScanner) throws(PDFReadingError) {
        let word = scanner.regularRun()
        if word.count == 4 || word.count == 5, let value = Self.constant(scanner.bytes(in: word)) {
            values.append(value)
            return
        }
        operatorsLeft -= 1
        guard operatorsLeft >= 0 else { throw scanner.fault(.overLimit) }
        if let known = ContentOperator(scanner.bytes(in: word)) {
            do throws(PDFReadingError) {
                try apply(known, &scanner)
            } catch  where error.offset == 0 {
                throw scanner.fault(error.code)
            }
        }
        numbers.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        scanner.allowance = Self.mostOperands
    }

    private static func constant(_ word: ArraySlice<UInt8>) -> PDFValue? {
        if word.elementsEqual("true".utf8) { return .boolean(true) }
        if word.elementsEqual("false".utf8) { return .boolean(false) }
        return word.elementsEqual("null".utf8) ? .null : nil
    }

    private mutating func apply(
        _ known: ContentOperator,
        _ scanner: inout PDFScanner
    ) throws(PDFReadingError) {
        switch known {
        case .move, .line, .curve, .curveFromCurrent, .curveToFinal, .close, .rectangle:
            try construct(known)
        case .stroke, .closeStroke, .fill, .fillOld, .fillEvenOdd, .fillStroke,
            .fillStrokeEvenOdd, .closeFillStroke, .closeFillStrokeEvenOdd, .endPath:
            try paint(known)
        case .clip, .clipEvenOdd: pendingClip = true
        case .beginText, .endText, .characterSpace, .wordSpace, .textScale, .leading, .font,
            .renderMode, .rise, .nextLine, .nextLineLeading, .textMatrix, .newLine, .showText,
            .showTexts, .newLineShow, .newLineSpacedShow:
            try setText(known)
        case .fillSpace, .strokeSpace, .fillColour, .fillColourExtended, .strokeColour,
            .strokeColourExtended, .fillGray, .strokeGray, .fillRGB, .strokeRGB, .fillCMYK,
            .strokeCMYK:
            try setColour(known)
        case .save, .restore, .concatenate, .lineWidth, .graphicsState: try setState(known)
        case .shading: try paintClip(.shading)
        case .inlineImage: try skipInlineImage(&scanner)
        case .object: try drawObject()
        case .beginMarked, .beginMarkedWithProperties, .endMarked: try mark(known)
        }
    }

    /// The last numbers before an operator; more may stand before them.
    func operands(_ count: Int) throws(PDFReadingError) -> ArraySlice<Double> {
        guard numbers.count >= count else { throw PDFReadingError(.badContent, at: 0) }
        return numbers.suffix(count)
    }

    /// Draws what one form holds, in a state of its own.
    mutating func draw(_ form: PDFStream) throws(PDFReadingError) {
        operatorsLeft -= Self.formCost
        guard activeForms.count < limits.formDepth, operatorsLeft >= 0 else {
            throw PDFReadingError(.overLimit, at: form.range.lowerBound)
        }
        guard activeForms.insert(form.number).inserted else {
            throw PDFReadingError(.loop, at: form.range.lowerBound)
        }
        defer { activeForms.remove(form.number) }
        let store = document.store
        let before = (state, saved, textMatrix, lineMatrix, marked.depth)
        // The form's own operands are none of ours, and the other way round.
        numbers.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        saved = []
        path = PathBuilder()
        if let numbers = try store.numbers("Matrix", of: form.dictionary, count: 6) {
            state.matrix = PDFMatrix(numbers).then(state.matrix)
        }
        if let box = try store.rectangle("BBox", of: form.dictionary) {
            clip(to: PDFPath(box, state.matrix))
        }
        let own = try store.entry("Resources", of: form.dictionary).dictionary
        try run(
            try store.decoded(form),
            at: form.range.lowerBound,
            resources: own ?? resources
        )
        (state, saved, textMatrix, lineMatrix) = (before.0, before.1, before.2, before.3)
        marked.close(to: before.4)
        path = PathBuilder()
    }
}
