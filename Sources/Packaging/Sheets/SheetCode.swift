import PageLayout
import TemplateCatalog

/// A code to print on a page, with the words under it.
struct SheetCode: Hashable {
    /// What the code says.
    var text: String
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

    /// The box of a code with its quiet zone, whose words end at the bottom given.
    func box(of code: SheetCode, module: Double, right: Double, bottom: Double) -> Box {
        let side = side(of: code, module: module)
        return Box(right - side, bottom - side - 5.2, side, side)
    }

    /// Draws a code inside the box of its quiet zone, its words below; without a role nobody reads these.
    mutating func code(
        _ code: SheetCode,
        module: Double,
        in outer: Box,
        words role: StructureRole? = nil
    ) {
        let words = TextStyle(.hei, 6, colour: style.colours.soft)
        let quiet = Double(style.code.quietModules) * module
        let box = outer.inset(quiet)
        part(.figure(alternative: style.text("codeAlternative"), box)) {
            $0.add(.code(code.modules, box))
        }
        let place = "\(code.position)  \(code.hashPrefix)"
        // Aligned with the dark modules, which are what the eye sees.
        line(code.id, words, x: box.right, y: outer.bottom + 1.4, .right, as: role)
        line(place, words, x: box.right, y: outer.bottom + 4.4, .right, as: role)
    }
}
