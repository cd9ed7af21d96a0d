/// Reads a file that somebody names on the command line, within the limits of all templates.
public enum TemplateFile {
    /// The bytes of a file.
    ///
    /// - Parameter path: Where it lies; errors repeat it, so it must not be a candidate's.
    /// - Returns: Its bytes.
    /// - Throws: `CatalogError` if it cannot be read or is too large.
    public static func bytes(of path: String) throws(CatalogError) -> [UInt8] {
        try FileBytes.read(path, named: path)
    }

    /// Everything on standard input.
    ///
    /// - Returns: The bytes.
    /// - Throws: `CatalogError` if they cannot be read or are too many.
    public static func standardInput() throws(CatalogError) -> [UInt8] {
        try FileBytes.readAll(0, named: "standard input")
    }

    /// The text of a file.
    ///
    /// - Parameter path: Where it lies; errors repeat it, so it must not be a candidate's.
    /// - Returns: Its text.
    /// - Throws: `CatalogError` if it cannot be read, is too large, or is not in UTF-8.
    public static func text(of path: String) throws(CatalogError) -> String {
        guard let text = String(validating: try bytes(of: path), as: UTF8.self) else {
            throw CatalogError(.syntax, file: path, message: "the text is not in UTF-8")
        }
        return text
    }
}
