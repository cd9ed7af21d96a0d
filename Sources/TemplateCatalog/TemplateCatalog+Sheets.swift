extension TemplateCatalog {
    /// Reads how the dossier's sheets look.
    public func dossierStyle() throws(CatalogError) -> DossierStyle {
        try DossierStyle(document("Sheets/dossier.yaml"))
    }

    /// Reads what a dossier can be composed for.
    public func dossierProfiles() throws(CatalogError) -> DossierProfiles {
        try DossierProfiles(document("Sheets/profiles.yaml"))
    }

    /// Reads how the sheet to tick looks.
    public func checklistStyle() throws(CatalogError) -> ChecklistStyle {
        try ChecklistStyle(document("Sheets/checklist.yaml"))
    }

    /// Reads the numbers of levels and categories.
    public func examCodes() throws(CatalogError) -> ExamCodes {
        try ExamCodes(document("Codes/exam.yaml"))
    }

    /// Reads the reasons for which offices return pictures and refuse registrations.
    public func returnReasons() throws(CatalogError) -> ReturnReasons {
        let file = "Review/reasons.yaml"
        return try ReturnReasons(bytes: bytes(of: file), file: file)
    }

    /// Reads the search list of fonts; `home` is the user's home folder.
    public func fonts(home: String?) throws(CatalogError) -> FontCatalog {
        try FontCatalog(document("Fonts/fonts.yaml"), home: home)
    }

    /// Reads the words that the command prints.
    public func messageTexts() throws(CatalogError) -> MessageTexts {
        let file = "Texts/messages.yaml"
        return try MessageTexts(bytes(of: file), file: file)
    }

    /// Reads where descriptions of faces may lie.
    public func faceFiles() throws(CatalogError) -> FaceFiles {
        try FaceFiles(document("Checks/faces.yaml"))
    }

    /// Reads where the fields of the identity card stand.
    public func identityCardLayout() throws(CatalogError) -> IdentityCardLayout {
        try IdentityCardLayout(document("Checks/masks.yaml"))
    }

    /// Reads the sentences about faults in other languages than English.
    public func faultTexts() throws(CatalogError) -> FaultTexts {
        try FaultTexts(document("Texts/faults.yaml"))
    }

    /// Reads what can be wrong with the bytes of a picture.
    public func damageTexts() throws(CatalogError) -> DamageTexts {
        try DamageTexts(document("Texts/damages.yaml"))
    }

    /// Reads what the command says of itself.
    public func helpTexts() throws(CatalogError) -> HelpTexts {
        try HelpTexts(document("Texts/help.yaml"))
    }

    /// Reads a template as it is, such as the colour profile.
    ///
    /// - Parameter file: Its path below the templates' folder.
    /// - Returns: Its bytes.
    /// - Throws: `CatalogError` if it cannot be read.
    public func bytes(of file: String) throws(CatalogError) -> [UInt8] {
        try FileBytes.read("\(folder)/\(file)", named: file)
    }

    private func document(_ file: String) throws(CatalogError) -> YAMLValue {
        try YAMLDocument.parse(bytes(of: file), file: file)
    }
}
