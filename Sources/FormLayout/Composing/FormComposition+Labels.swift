import PageLayout

extension FormComposition {
    /// A label: spread over its cell in one line, or in several lines in the middle.
    func label(_ text: String, in room: Size, isSpread: Bool) -> TypesetText {
        let look = texts.label
        let line = look.em * 1.3
        var paragraph = Paragraph(
            text,
            look,
            width: room.width,
            alignment: .distributed,
            leading: .multiple(1.25)
        )
        let floor = style.sizes.labelFloor
        if isSpread, let set = compositor.keep(paragraph, height: line, floor: look.size - 1) {
            return TypesetText(set: set)
        }
        paragraph.alignment = .centre
        let set = compositor.keep(paragraph, height: max(room.height, line), floor: floor)
        return TypesetText(set: set ?? compositor.set(paragraph))
    }

    /// Words in a place that is kept for something else.
    func guideWords(_ text: String, width: Double) -> TypesetText {
        var look = texts.foot
        look.colour = style.guide
        look.size += 1
        let paragraph = Paragraph(text, look, width: width, alignment: .centre)
        let set = compositor.keep(paragraph, height: .infinity, floor: look.size)
        return TypesetText(set: set ?? compositor.set(paragraph))
    }
}
