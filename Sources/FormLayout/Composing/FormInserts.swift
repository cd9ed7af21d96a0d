/// What a program puts into a sheet besides answers.
public struct FormInserts: Hashable, Sendable {
    /// The code that the template has a place for.
    public var code: PageStamp?
    /// Pictures by the names that the template has for them.
    public var pictures: [String: FormPicture]
    /// For a field of rows the page of the document to which each row leads, if any.
    public var targets: [String: [Int?]]

    /// States what is put in.
    public init(
        code: PageStamp? = nil,
        pictures: [String: FormPicture] = [:],
        targets: [String: [Int?]] = [:]
    ) {
        self.code = code
        self.pictures = pictures
        self.targets = targets
    }
}
