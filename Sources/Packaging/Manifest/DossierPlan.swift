import PageLayout
import Registration
import Review

/// Which page each picture stands on and where it lies in the archive: decided before anything is drawn.
struct DossierPlan {
    /// A picture with its place.
    struct PlacedPicture {
        var intake: IntakePicture
        /// The path in the bag's payload, "materials/01-身份证明/01.jpg".
        var archivePath: String
        /// The path of the original in the payload; nil if the picture is the original.
        var originalPath: String?
        /// The page, from 0 for the cover.
        var page: Int
        /// Its index among the embedded pictures; nil if it cannot be embedded.
        var embedded: Int?
        /// Pixels per inch as printed; nil if it cannot be embedded.
        var dpi: Int?
    }

    /// A material that has pictures.
    struct PlacedMaterial {
        var requirement: Requirement
        var number: Int
        var pictures: [PlacedPicture]
    }

    var materials: [PlacedMaterial]
    /// The number of pages of the index.
    var indexPages: Int

    /// The number of pages, the cover included.
    var pageCount: Int { 1 + indexPages + pictures.count }
    /// All pictures in page order.
    var pictures: [PlacedPicture] { materials.flatMap(\.pictures) }

    /// Plans a dossier.
    ///
    /// - Parameters:
    ///   - review: The candidate's materials.
    ///   - indexPages: The number of pages of the index.
    ///   - resolution: The pixels per inch with which a picture of so many pixels is printed.
    init(
        _ review: FolderReview,
        indexPages: Int,
        resolution: ((width: Int, height: Int)) -> Int
    ) {
        self.indexPages = indexPages
        var page = 1 + indexPages
        var embedded = 0
        materials = review.presentMaterials.enumerated().map { position, material in
            let title = Self.safeName(material.requirement.material.title)
            let folder = "\(Self.twoDigits(position + 1))-\(title)"
            let pictures = material.pictures.enumerated().map { index, intake in
                let facts = intake.picture.facts
                let place = "\(folder)/\(Self.twoDigits(index + 1))"
                let placed = PlacedPicture(
                    intake: intake,
                    archivePath: "materials/\(place).\(Self.ending(of: facts.format))",
                    originalPath: intake.repair.map { repair in
                        "originals/\(place).\(Self.ending(of: repair.original.format))"
                    },
                    page: page,
                    embedded: intake.isEmbeddable ? embedded : nil,
                    dpi: intake.isEmbeddable ? resolution(facts.uprightSize) : nil
                )
                page += 1
                if intake.isEmbeddable { embedded += 1 }
                return placed
            }
            return PlacedMaterial(
                requirement: material.requirement,
                number: position + 1,
                pictures: pictures
            )
        }
    }

    static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// A title as a file name: what Windows and zip forbid becomes a low line.
    static func safeName(_ title: String) -> String {
        String(title.map { "/\\:*?\"<>|".contains($0) || $0.isNewline ? "_" : $0 })
    }

    private static func ending(of format: PictureFormat) -> String {
        format.extensions.first ?? "bin"
    }
}

extension IntakePicture {
    /// Whether every pixel was decoded and PDF can show them.
    var isEmbeddable: Bool {
        let facts = picture.facts
        guard facts.damage == nil, facts.width > 0, facts.height > 0 else { return false }
        return facts.format == .jpeg || (facts.format == .png && png != nil)
    }
}
