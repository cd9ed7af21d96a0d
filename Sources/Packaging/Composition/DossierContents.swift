import PageLayout
import Registration
import Review
import TemplateCatalog

/// What a dossier says, before it is decided what stands on which page.
struct DossierContents: Sendable {
    /// A picture.
    struct Picture: Sendable {
        /// Width and height in pixels, as seen upright.
        var pixels: PixelSize
        var turn: Turn
        /// The name under its page, and that it is not the candidate's own file where it is not.
        var caption: String
        var size: ByteCount
        var hash: ContentHash
        /// The path in the bag's payload.
        var archivePath: String
        /// Whether it can be drawn.
        var isDrawn: Bool
        /// Why it cannot be drawn.
        var fault: String?
        /// What was done to it, in words; nothing to most.
        var repairs: [String]
        /// What a copy for outside eyes says of it; nil in every other.
        var masking: PictureMasking?

        var isRepaired: Bool { !repairs.isEmpty }
    }

    /// A material that is required or has pictures.
    struct Material: Sendable {
        var id: String
        var title: String
        /// The printed word for whether it is needed.
        var need: String
        /// How many pictures there must be, and what lets the candidate off.
        var claim: Claim
        var clause: Clause
        /// Its place among the materials that have pictures, from 1; nil if it has none.
        var number: Int?
        /// Its pictures' places among all.
        var pictures: Range<Int>
        /// Whether it is an identity document.
        var isIdentity: Bool
    }

    /// A finding as printed.
    struct Remark: Sendable {
        enum Weight: Sendable {
            case error
            case warning
        }
        var weight: Weight
        var text: String
    }

    /// The area with its year, as printed.
    var areaTitle: String
    var areaName: String
    var year: Int
    /// The title of the manual that the clauses quote.
    var manual: String
    /// The candidate's name.
    var name: String
    /// The values of the cover's table by their keys.
    var values: [String: String]
    var materials: [Material]
    var pictures: [Picture]
    /// The picture for the cover.
    var portrait: Int?
    var remarks: [Remark]
    var errors: Int
    var warnings: Int

    /// Whether it is a copy for outside eyes.
    var isMasked: Bool { pictures.contains { $0.masking != nil } }

    /// The materials that have pictures.
    var presentMaterials: [Material] { materials.filter { $0.number != nil } }
}

extension DossierContents {
    /// What is to be said of a reviewed folder.
    init(_ review: FolderReview, style: DossierStyle, texts: FindingTexts) {
        let candidate = review.file.candidate
        areaName = review.area.name
        year = review.area.year
        manual = review.area.manual
        areaTitle = style.text("areaTitle", ["area": areaName, "year": "\(year)"])
        name = candidate.name
        values = candidate.profile.mapValues(\.description)
        values["name"] = candidate.name
        values["idKind"] = candidate.idKind
        values["maskedIDNumber"] = candidate.maskedIDNumber
        values["areaName"] = areaTitle
        errors = review.count(of: .error)
        warnings = review.count(of: .warning)
        remarks = review.findings.filter { $0.severity > .note }.map { finding in
            Remark(
                weight: finding.severity == .error ? .error : .warning,
                text: texts.sentence(for: finding, in: .zh, area: review.area)
            )
        }
        materials = []
        pictures = []
        let found = review.findings + review.overridden.map(\.finding)
        let titles = Dictionary(
            uniqueKeysWithValues: review.area.materials.map { ($0.id, $0.title) }
        )
        var filed = Dictionary(
            uniqueKeysWithValues: review.filedMaterials.map { ($0.requirement.material.id, $0) }
        )
        for requirement in review.requirements {
            let rule = requirement.material
            let present = filed.removeValue(forKey: rule.id)
            guard requirement.isRequired || present != nil else { continue }
            let first = pictures.count
            pictures += (present?.pictures ?? []).map { picture in
                Picture(picture, of: review, style: style, texts: texts)
            }
            if portrait == nil, rule.pictureRule == review.area.photoRule, pictures.count > first {
                portrait = first
            }
            materials.append(
                Material(
                    id: rule.id,
                    title: rule.title,
                    need: style.text(requirement.needText),
                    claim: Material.Claim(
                        need: requirement.need.withoutQuestions,
                        isOptional: rule.isOptional,
                        excuse: Self.excuse(
                            from: rule.id,
                            found,
                            titles: titles,
                            reason: review.file.waivers.first { $0.material == rule.id }?.reason
                        )
                    ),
                    clause: requirement.clause,
                    number: present?.number,
                    pictures: first..<pictures.count,
                    isIdentity: rule.privacy == .identity
                )
            )
        }
    }
}

extension DossierContents.Picture {
    fileprivate init(
        _ filed: FiledPicture,
        of review: FolderReview,
        style: DossierStyle,
        texts: FindingTexts
    ) {
        let facts = filed.intake.picture.facts
        let upright = facts.uprightSize
        let repairs = Self.repairs(of: filed.intake, style)
        self.init(
            pixels: PixelSize(width: upright.width, height: upright.height),
            turn: Turn(orientation: facts.orientation),
            caption: Self.caption(of: filed.intake, repairs, style),
            size: facts.size,
            hash: facts.hash,
            archivePath: filed.archivePath,
            isDrawn: filed.intake.isEmbeddable,
            fault: filed.intake.isEmbeddable
                ? nil : Self.fault(of: filed.intake, review, style, texts),
            repairs: repairs,
            masking: filed.intake.masking
        )
    }

    private static func repairs(of intake: IntakePicture, _ style: DossierStyle) -> [String] {
        var words: [String] = []
        for step in intake.repair?.steps ?? [] {
            let word = style.text("repair-\(step.name)")
            // A picture may be scaled twice; once is enough to say.
            if !words.contains(word) { words.append(word) }
        }
        return words
    }

    private static func caption(
        of intake: IntakePicture,
        _ repairs: [String],
        _ style: DossierStyle
    ) -> String {
        if let masking = intake.masking {
            return style.text(
                "captionMasked",
                ["file": intake.fileName, "rule": style.text("mask-\(masking.rule.rawValue)")]
            )
        }
        guard !repairs.isEmpty else { return intake.fileName }
        return style.text(
            "captionRepaired",
            ["file": intake.fileName, "steps": repairs.joined(separator: "、")]
        )
    }

    /// The first error that the check found in a picture that cannot be drawn, else its format.
    private static func fault(
        of intake: IntakePicture,
        _ review: FolderReview,
        _ style: DossierStyle,
        _ texts: FindingTexts
    ) -> String {
        if let masking = intake.masking { return style.text("mask-\(masking.rule.rawValue)") }
        let picture = intake.picture
        let finding = review.findings.first {
            $0.picture == picture.path && $0.severity == .error
        }
        return finding.map { texts.sentence(for: $0, in: .zh, area: review.area) }
            ?? picture.facts.format.title
    }
}

extension Requirement.Need {
    /// The need without what would settle it, which a manifest does not tell.
    fileprivate var withoutQuestions: Self {
        if case .cannotTell = self { .cannotTell(missing: []) } else { self }
    }
}

extension Requirement {
    /// The key of the sheet text that names the need.
    fileprivate var needText: String {
        switch need {
        case .required: "needRequired"
        case .notRequired: material.isOptional ? "needOptional" : "needNotRequired"
        case .cannotTell: "needUnknown"
        }
    }
}
