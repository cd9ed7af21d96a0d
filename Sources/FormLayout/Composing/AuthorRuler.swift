import PageLayout

/// A grid of centimetres with millimetres at the edges, for authors of templates.
struct AuthorRuler {
    let style: FormStyle
    let size: Size

    private static let colour = Colour(150, 190, 222)

    var marks: [Mark] { lines(across: true) + lines(across: false) }

    private func lines(across isAcross: Bool) -> [Mark] {
        let length = isAcross ? size.width : size.height
        return stride(from: 0.0, through: length, by: 1).flatMap { place -> [Mark] in
            let isWhole = Int(place).isMultiple(of: 10)
            let reach = Int(place).isMultiple(of: 5) ? 3.0 : 1.5
            let end = isWhole ? (isAcross ? size.height : size.width) : reach
            let width = isWhole ? 0.06 : 0.1
            let rule = Mark.rule(
                from: isAcross ? Point(place, 0) : Point(0, place),
                to: isAcross ? Point(place, end) : Point(end, place),
                Stroke(width, Self.colour)
            )
            guard isWhole, place > 0 else { return [rule] }
            var look = style.texts.foot
            look.size = 6
            look.colour = Self.colour
            let corner = isAcross ? Point(place + 0.5, 3) : Point(0.5, place - 0.5)
            return [rule, .text("\(Int(place))", at: corner, look)]
        }
    }
}
