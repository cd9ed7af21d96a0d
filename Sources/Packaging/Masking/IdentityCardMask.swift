import Imaging
import Registration
import TemplateCatalog

/// Finds identity cards that fill their picture, and what to hide of them.
struct IdentityCardMask {
    let layout: IdentityCardLayout
    /// What finds the face by which the front is known; nil if it is not installed.
    let faces: FaceCascade?

    /// What to hide of a picture; nil where no card is known to fill it.
    func regions(of source: MaskPlan.Source) -> [PixelRegion]? {
        let size = source.facts.upright
        guard source.facts.damage == nil, size.height > 0,
            abs(size.ratio / layout.ratio - 1) <= layout.tolerance,
            let bytes = try? FileBytes.read(source.location, as: "a card"),
            let look = try? CardLook(
                bytes.span,
                facts: source.facts,
                portrait: Self.rightHalf,
                cascade: faces
            ),
            look.darkestEdge >= layout.darkestEdge, look.largestStep <= layout.largestStep
        else { return nil }
        if isFront(look), isPlain(look, outside: layout.hidden + layout.labels) {
            return layout.hidden.map { $0.region(in: size) }
        }
        guard isPlain(look, outside: [layout.inDoubt]) else { return nil }
        return [layout.inDoubt.region(in: size)]
    }

    /// Where the portrait of a front stands, with room around it.
    private static let rightHalf = RelativeBox(x: 0.57, y: 0.05, width: 0.42, height: 0.8)

    private func isFront(_ look: CardLook) -> Bool {
        guard look.faces.count == 1, let face = look.faces.first else { return false }
        return layout.faceWidth ~= face.width
            && layout.face.contains(x: face.x + face.width / 2, y: face.y + face.height / 2)
    }

    /// Whether nothing is written outside of some parts: what the layout does not know of would stay.
    private func isPlain(_ look: CardLook, outside parts: [RelativeBox]) -> Bool {
        look.inkOutside(of: parts) <= layout.mostInk
    }
}
