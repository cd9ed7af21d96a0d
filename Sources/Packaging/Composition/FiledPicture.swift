import Registration
import Review

/// A picture with its name in the archive.
struct FiledPicture: Sendable {
    var intake: IntakePicture
    /// The path in the bag's payload, "materials/01-身份证明/01.jpg".
    var archivePath: String
    /// The path of the original in the payload; nil if the picture is the original.
    var originalPath: String?
}

/// A material that has pictures, with its place among them.
struct FiledMaterial: Sendable {
    var requirement: Requirement
    /// Counted from 1.
    var number: Int
    var pictures: [FiledPicture]
}

extension FolderReview {
    /// The materials that have pictures, in the area's order, each picture with its name in the archive.
    var filedMaterials: [FiledMaterial] {
        presentMaterials.enumerated().map { position, material in
            let title = FiledPicture.safeName(material.requirement.material.title)
            let folder = "\((position + 1).twoDigits)-\(title)"
            let pictures = material.pictures.enumerated().map { index, intake in
                let place = "\(folder)/\((index + 1).twoDigits)"
                let format = intake.picture.facts.format
                return FiledPicture(
                    intake: intake,
                    archivePath: "materials/\(place).\(FiledPicture.ending(of: format))",
                    originalPath: intake.repair.map { repair in
                        "originals/\(place).\(FiledPicture.ending(of: repair.original.format))"
                    }
                )
            }
            return FiledMaterial(
                requirement: material.requirement,
                number: position + 1,
                pictures: pictures
            )
        }
    }
}

extension FiledPicture {
    /// A title as a file name: what Windows and zip forbid becomes a low line.
    static func safeName(_ title: String) -> String {
        String(title.map { "/\\:*?\"<>|".contains($0) || $0.isNewline ? "_" : $0 })
    }

    fileprivate static func ending(of format: PictureFormat) -> String {
        format.extensions.first ?? "bin"
    }
}

extension Int {
    /// The number with a nought before it if it has one digit.
    var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}

extension IntakePicture {
    /// Whether every pixel was decoded and PDF can show them.
    var isEmbeddable: Bool {
        let facts = picture.facts
        guard facts.damage == nil, facts.width > 0, facts.height > 0 else { return false }
        return facts.format == .jpeg || (facts.format == .png && png != nil)
    }
}
