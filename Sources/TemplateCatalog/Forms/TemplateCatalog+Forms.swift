public import FormLayout

extension TemplateCatalog {
    /// A form together with the bytes that it was read from, for the hash in its foot.
    public struct FormFile: Hashable, Sendable {
        /// The form.
        public let template: FormTemplate
        /// The file as it is.
        public let bytes: [UInt8]

        /// Takes a form from anywhere.
        public init(template: FormTemplate, bytes: [UInt8]) {
            self.template = template
            self.bytes = bytes
        }
    }

    /// The ids of the forms, sorted.
    public func formIDs() throws(CatalogError) -> [String] { try ids(in: "Forms") }

    /// Reads a form.
    ///
    /// - Parameter id: Its id, "practice-proof".
    /// - Returns: The form and its file.
    /// - Throws: `CatalogError` if there is none, or at the first fault in its file.
    public func form(_ id: String) throws(CatalogError) -> FormFile {
        try Self.require(id, among: formIDs(), in: "Forms", "there is no form of this id")
        let file = "Forms/\(id).yaml"
        let bytes = try bytes(of: file)
        let template = try FormTemplate(bytes: bytes, file: file)
        guard template.id == id else {
            throw CatalogError(
                .wrongValue,
                file: file,
                message: "the file is named \(id), its form \(template.id)"
            )
        }
        return FormFile(template: template, bytes: bytes)
    }
}
