/// The operators of a page's content (ISO 32000-1, annex A) that change what is read here.
enum ContentOperator: String, CaseIterable {
    case save = "q"
    case restore = "Q"
    case concatenate = "cm"
    case lineWidth = "w"
    case graphicsState = "gs"
    case move = "m"
    case line = "l"
    case curve = "c"
    case curveFromCurrent = "v"
    case curveToFinal = "y"
    case close = "h"
    case rectangle = "re"
    case stroke = "S"
    case closeStroke = "s"
    case fill = "f"
    case fillOld = "F"
    case fillEvenOdd = "f*"
    case fillStroke = "B"
    case fillStrokeEvenOdd = "B*"
    case closeFillStroke = "b"
    case closeFillStrokeEvenOdd = "b*"
    case endPath = "n"
    case clip = "W"
    case clipEvenOdd = "W*"
    case beginText = "BT"
    case endText = "ET"
    case characterSpace = "Tc"
    case wordSpace = "Tw"
    case textScale = "Tz"
    case leading = "TL"
    case font = "Tf"
    case renderMode = "Tr"
    case rise = "Ts"
    case nextLine = "Td"
    case nextLineLeading = "TD"
    case textMatrix = "Tm"
    case newLine = "T*"
    case showText = "Tj"
    case showTexts = "TJ"
    case newLineShow = "'"
    case newLineSpacedShow = "\""
    case fillSpace = "cs"
    case strokeSpace = "CS"
    case fillColour = "sc"
    case fillColourExtended = "scn"
    case strokeColour = "SC"
    case strokeColourExtended = "SCN"
    case fillGray = "g"
    case strokeGray = "G"
    case fillRGB = "rg"
    case strokeRGB = "RG"
    case fillCMYK = "k"
    case strokeCMYK = "K"
    case shading = "sh"
    case inlineImage = "BI"
    case object = "Do"
    case beginMarked = "BMC"
    case beginMarkedWithProperties = "BDC"
    case endMarked = "EMC"

    /// The operator written by these bytes; nil for one that changes nothing here.
    init?(_ word: ArraySlice<UInt8>) {
        guard word.count <= 3 else { return nil }
        let key = word.reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
        guard let known = Self.byWord[key] else { return nil }
        self = known
    }

    private static let byWord: [UInt32: Self] = Dictionary(
        uniqueKeysWithValues: allCases.map { known in
            (known.rawValue.utf8.reduce(0) { $0 << 8 | UInt32($1) }, known)
        }
    )
}
