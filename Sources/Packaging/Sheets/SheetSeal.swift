/// Whether an office's key stands behind the codes.
struct SheetSeal {
    /// The key's id; nil for codes that only show that nothing changed.
    var key: String?
}
