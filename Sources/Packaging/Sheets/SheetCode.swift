import PageLayout
import TemplateCatalog

/// A code to print on a page, with the words under it.
struct SheetCode: Hashable {
    /// The modules to draw.
    var modules: CodeModules
    /// The archive's id, by which the page is found without a reader.
    var id: String
    /// The first digits of the manifest's hash.
    var hashPrefix: String
    /// The page and the number of pages, "3/17".
    var position: String
}

extension SheetCanvas {
    /// The side of a code's square with its quiet zone, in millimetres.
    func side(of code: SheetCode, module: Double) -> Double {
        Double(code.modules.side + 2 * style.code.quietModules) * module
    }

    /// Draws a code with the outer edge of its quiet zone at the right and bottom given, its words below.
    ///
    /// - Returns: The box of the code with its quiet zone.
    @discardableResult
    mutating func code(_ code: SheetCode, module: Double, right: Double, bottom: Double) -> Box {
        let words = TextStyle(.hei, 6, colour: style.colours.soft)
        let side = side(of: code, module: module)
        let outer = Box(right - side, bottom - side - 5.2, side, side)
        let quiet = Double(style.code.quietModules) * module
        add(.code(code.modules, outer.inset(quiet)))
        // Aligned with the dark modules, which are what the eye sees.
        line(code.id, words, x: outer.right - quiet, y: outer.bottom + 1.4, .right)
        line(
            "\(code.position)  \(code.hashPrefix)",
            words,
            x: outer.right - quiet,
            y: outer.bottom + 4.4,
            .right
        )
        return outer
    }
}
