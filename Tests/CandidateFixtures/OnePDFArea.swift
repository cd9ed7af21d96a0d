import Foundation
package import TemplateCatalog

/// The templates with an area more, for tests alone, that takes everything in one PDF of at most 2 MB.
package enum OnePDFArea {
    package static let id = "tianjin-2017"
    /// The hard limit of its manual, and how it is read by who counts M as 1000 squared.
    package static let limits = (most: 2_097_152, aim: 2_000_000)

    /// Writes the templates into a folder; its path.
    package static func templates(in home: TemporaryFolder) throws -> String {
        let files = FileManager.default
        let (own, source) = (home.path("templates"), Repository.root + "/Templates")
        try files.createDirectory(atPath: own + "/Areas", withIntermediateDirectories: true)
        for name in try files.contentsOfDirectory(atPath: source) where name != "Areas" {
            try files.createSymbolicLink(
                atPath: "\(own)/\(name)",
                withDestinationPath: "\(source)/\(name)"
            )
        }
        try files.copyItem(
            atPath: Repository.root + "/Tests/TemplateCatalogTests/ExampleAreas/\(id).yaml",
            toPath: "\(own)/Areas/\(id).yaml"
        )
        return own
    }

    package static func catalog(in home: TemporaryFolder) throws -> TemplateCatalog {
        try TemplateCatalog(locate: .init(folder: templates(in: home)))
    }

    /// Writes a candidate of that area, with pictures by their path below materials; the folder's path.
    package static func candidate(
        _ pictures: [String: [UInt8]],
        in home: TemporaryFolder
    ) throws -> String {
        try home.write(
            """
            name: 试样甲
            idKind: 居民身份证
            idNumber: "990101199001010019"
            area: \(id)
            profile:
              formerName: false
              level: 执业医师
              fromAssistant: false

            """,
            to: "c/candidate.yaml"
        )
        for (path, bytes) in pictures { try home.write(bytes, to: "c/materials/\(path)") }
        return home.path("c")
    }
}
