/// What the cover says about the codes: whether an office's key stands behind them.
struct SheetSeal {
    /// The key's id; nil for codes that only show that nothing changed.
    var key: String?

    var titleKey: String { key == nil ? "coverIntegrityTitle" : "coverSealTitle" }
    var bodyKey: String { key == nil ? "coverIntegrityBody" : "coverSealBody" }
}
