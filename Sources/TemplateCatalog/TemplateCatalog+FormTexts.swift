extension TemplateCatalog {
    /// Reads the sentences about mistakes in the data for forms.
    public func formTexts() throws(CatalogError) -> MessageTexts {
        let file = "Texts/forms.yaml"
        return try MessageTexts(bytes(of: file), file: file)
    }
}
