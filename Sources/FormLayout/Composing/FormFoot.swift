import PageLayout

/// The foot of a page: where the layout comes from, which form it is, which page, and the code.
struct FormFoot {
    let composition: FormComposition
    let page: Int
    let pages: Int
    let stamp: PageStamp?

    private var style: FormStyle { composition.style }
    private var look: TextStyle { composition.texts.foot }
    private var left: Double { style.margins.sides }
    private var right: Double { composition.paper.width - left }
    private var base: Double { composition.paper.height - style.margins.bottom }

    var marks: [Mark] {
        var marks: [Mark] = []
        let lines = [origin, copies, stamp?.words].compactMap(\.self)
        let step = look.em * 1.5
        for (index, text) in lines.enumerated() {
            let y = base - Double(lines.count - 1 - index) * step
            marks += [.begin(.paragraph), .text(text, at: Point(left, y), look)]
            if let stamp, index == lines.count - 1 { marks += check(stamp, after: text) }
            marks.append(.end)
        }
        if let stamp { marks += drawn(stamp) }
        return marks + [number]
    }

    /// The check digits, in the typeface of answers: all else at the foot is the same on every form, so
    /// that its font is made once for a batch.
    private func check(_ stamp: PageStamp, after words: String) -> [Mark] {
        guard !stamp.check.isEmpty else { return [] }
        let x = left + composition.compositor.measure.width(of: words, in: look)
        var digits = look
        digits.role = composition.texts.value.role
        return [.text(stamp.check, at: Point(x, base), digits)]
    }

    private var origin: String? { composition.template.isReference ? style.text("reference") : nil }

    private var copies: String? {
        let count = composition.template.copies
        guard count > 1 else { return nil }
        if let copy = composition.compositor.options.copy {
            return style.text("copy", ["copy": "\(copy)", "copies": "\(count)"])
        }
        return style.text("copies", ["copies": "\(count)"])
    }

    /// Page n of N is the page's, not the form's: nobody reads it aloud.
    private var number: Mark {
        composition.compositor.keepNumber(page, of: pages) { numberDrawn }
    }

    private var numberDrawn: Mark {
        let text = style.text("page", ["page": "\(page)", "pages": "\(pages)"])
        let width = composition.compositor.measure.width(of: text, in: look)
        return .text(text, at: Point(composition.paper.width / 2 - width / 2, base), look)
    }

    private func drawn(_ stamp: PageStamp) -> [Mark] {
        let side = Double(stamp.code.side) * style.sizes.module
        let box = Box(right - side, base - side + look.em * 0.1, side, side)
        return [
            .begin(.figure(alternative: stamp.alternative, box)), .code(stamp.code, box), .end,
        ]
    }
}
