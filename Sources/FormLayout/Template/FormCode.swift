/// The place of the code that a page is for: in the middle, or at the right of texts.
public struct FormCode: Hashable, Sendable {
    /// The side of a module in millimetres.
    public var module: Double
    /// What stands at its left; nothing for a code in the middle.
    public var beside: [FormText]

    /// States a place.
    public init(module: Double, beside: [FormText] = []) {
        self.module = module
        self.beside = beside
    }
}
