import Registration
import Review

extension DossierContents.Material {
    /// What is said of how many of its pictures there must be.
    struct Claim: Hashable, Sendable {
        /// Whether it must be handed in.
        var need: Requirement.Need
        /// Whether it is always accepted and never required.
        var isOptional: Bool
        /// Why none need be there although it is required.
        var excuse: CandidateChecklist.Excuse?
    }
}

extension DossierContents {
    /// The rows of the sheet to tick: what is required, and what is there besides.
    ///
    /// It says nothing that the manifest does not tell, for rules may have changed when the dossier is
    /// printed again.
    var checklist: CandidateChecklist {
        let nothing = Clause(section: "", quote: "")
        let rule = PictureRule(formats: [], extensions: [], maxBytes: nil, clause: nothing)
        var area = Area(
            id: "",
            name: areaName,
            englishName: "",
            region: "",
            year: year,
            manual: manual,
            pictureRule: rule,
            photoRule: nil,
            lockScope: .dossier
        )
        area.materials = materials.map { material in
            var rule = MaterialRule(
                id: material.id,
                title: material.title,
                count: CountRule([]),
                pictureRule: rule,
                clause: material.clause
            )
            rule.isOptional = material.claim.isOptional
            return rule
        }
        return CandidateChecklist(
            area: area,
            candidate: Candidate(
                name: name,
                idKind: values["idKind"] ?? "",
                idNumber: values["maskedIDNumber"] ?? "",
                profile: values.mapValues { .text($0) }
            ),
            items: zip(area.materials, materials).map { rule, material in
                CandidateChecklist.Item(
                    Requirement(material: rule, need: material.claim.need),
                    have: material.pictures.count,
                    excuse: material.claim.excuse
                )
            }
        )
    }

    /// What lets the candidate off a material, as the findings tell.
    ///
    /// - Parameters:
    ///   - material: The material's id.
    ///   - findings: All that was found, also what was let stand.
    ///   - titles: The titles of the materials by id.
    ///   - reason: Why the candidate asks to be let off.
    /// - Returns: The excuse; nil if there is none.
    static func excuse(
        from material: String,
        _ findings: [Finding],
        titles: [String: String],
        reason: String?
    ) -> CandidateChecklist.Excuse? {
        for finding in findings where finding.material == material {
            switch finding.code {
            case .materialWaived: return .waived(reason ?? "")
            case .materialSatisfiedElsewhere:
                return .instead(of: finding.measured.flatMap { titles[$0] })
            default: continue
            }
        }
        return nil
    }
}
