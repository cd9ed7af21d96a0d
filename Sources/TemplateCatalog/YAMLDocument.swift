import Yams

/// A YAML text, screened and parsed, with the place of every value.
enum YAMLDocument {
    /// Parses the only document of a text.
    ///
    /// - Parameters:
    ///   - bytes: The text in UTF-8.
    ///   - file: What to call it in an error.
    ///   - log: Where faults of the values are to be noted; nil to end at the first one.
    /// - Returns: The root value.
    /// - Throws: `CatalogError` if the text is too large, no UTF-8, no YAML, or not taken.
    static func parse(
        _ bytes: [UInt8],
        file: String,
        log: FaultLog? = nil
    ) throws(CatalogError) -> YAMLValue {
        guard bytes.count <= FileBytes.limit else {
            throw CatalogError(
                .tooLarge,
                file: file,
                message: "the file is larger than \(FileBytes.limit) bytes"
            )
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let body = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
        guard let text = String(validating: body, as: UTF8.self) else {
            throw CatalogError(.syntax, file: file, message: "the text is not in UTF-8")
        }
        try YAMLScreening.check(text, file: file)
        do {
            // The basic resolver leaves every scalar a text: types are asked for, never guessed,
            // and no regular expression runs. Stating the encoding keeps the environment out.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            guard let root = try parser.singleRoot() else {
                throw CatalogError(.syntax, file: file, message: "the file is empty")
            }
            return YAMLValue(root, file: file, log: log)
        } catch let error as CatalogError {
            throw error
        } catch {
            throw failure(error, file: file)
        }
    }

    // Yams quotes the line at fault, which in a candidate's file may hold a name: so only the
    // parser's own words are passed on.
    private static func failure(_ error: any Error, file: String) -> CatalogError {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _)?, .parser(_, let problem, let mark, _)?,
            .composer(_, let problem, let mark, _)?:
            CatalogError(
                .syntax,
                file: file,
                place: SourcePlace(mark),
                message: "not YAML: \(problem)"
            )
        case .duplicatedKeysInMapping(_, let context)?:
            CatalogError(
                .duplicateKey,
                file: file,
                place: SourcePlace(context.mark),
                message: "this key is there more than once"
            )
        default:
            CatalogError(.syntax, file: file, message: "the text is not YAML")
        }
    }
}

extension SourcePlace {
    /// Takes over a parser's mark.
    init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }
}
