package import FormLayout
import Foundation
package import PDFWriting
import PageLayout
package import TemplateCatalog

/// The forms, and the fonts and data to lay them out with.
package enum FormRepository {
    /// The repository's root: this file lies in Tests/FormFixtures.
    package static let root = URL(filePath: #filePath)
        .appending(path: "../../..").standardized.path

    package static func catalog() throws -> TemplateCatalog {
        try TemplateCatalog(locate: .init(folder: root + "/Templates"))
    }

    /// The fonts of this machine.
    package static func fonts() throws -> FontLibrary {
        let found = try catalog().fonts(home: nil)
        var chains: [FontRole: [FontLocation]] = [:]
        for role in FontRole.allCases {
            chains[role] = found.installed(for: role).map {
                FontLocation(path: $0.path, index: $0.index)
            }
        }
        return try FontLibrary(chains: chains)
    }

    /// The ids of all forms.
    package static let ids: [String] = (try? catalog().formIDs()) ?? []

    /// Answers to a form that lie in Tests/FormFillings, "usual" or "longest".
    package static func filling(_ name: String, of form: String) throws -> FormAnswers {
        let url = URL(filePath: "\(root)/Tests/FormFillings/\(form)/\(name).json")
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
        guard let values = object as? [String: Any] else { throw CocoaError(.fileReadCorruptFile) }
        return values.compactMapValues { value -> FormAnswer? in
            switch value {
            case let text as String: .text(text)
            case let texts as [String]: .texts(texts)
            case let rows as [[String: String]]: .rows(rows)
            default: nil
            }
        }
    }
}
