/// A fault that the check of a template found: an error, or something to think about.
public struct CatalogFault: Hashable, Sendable {
    /// What is wrong, and where.
    public let error: CatalogError
    /// Whether the file can be used all the same.
    public let isWarning: Bool

    /// States a fault.
    public init(error: CatalogError, isWarning: Bool) {
        self.error = error
        self.isWarning = isWarning
    }
}
