import PageLayout

/// The characters for boxes to tick, as the fonts at hand allow.
struct TickBoxes {
    let empty: String
    let ticked: String

    init(style: FormStyle, role: FontRole, measure: any TextMeasuring) {
        let pair = [style.text("boxEmpty"), style.text("boxTicked")]
        let isThere = measure.missingCharacters(in: pair.joined(), role: role).isEmpty
        empty = isThere ? pair[0] : style.text("boxEmptyPlain")
        ticked = isThere ? pair[1] : style.text("boxTickedPlain")
    }
}
