import Registration

/// Damage on its way up to where it becomes a fact.
///
/// Thrown within this module only: it ends the reading of a picture, it is no failure of ours.
struct DecodeFault: Error {
    let damage: PictureFacts.Damage

    static let truncated = DecodeFault(damage: .truncated)

    static func corrupt(_ text: String) -> DecodeFault { DecodeFault(damage: .corrupt(text)) }

    static func unsupported(_ text: String) -> DecodeFault {
        DecodeFault(damage: .unsupported(text))
    }

    static func overLimit(_ text: String) -> DecodeFault { DecodeFault(damage: .overLimit(text)) }
}
