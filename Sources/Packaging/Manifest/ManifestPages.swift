import Registration
import Review
import Sealing

/// What a manifest says of the pages: the composition, the volumes, the place of each picture.
struct ManifestPages {
    let materials: [FiledMaterial]
    let plan: DossierPlan
    /// Pixels per inch of each picture as printed; nil for one that is not drawn.
    let resolutions: [Int?]
    let composition: JSONValue

    /// Where each volume lies in the bag's payload.
    static func volumeNames(_ plan: DossierPlan) -> [String] {
        guard plan.volumes.count > 1 else { return ["dossier.pdf"] }
        return plan.volumes.indices.map { "dossier-\(($0 + 1).twoDigits).pdf" }
    }

    /// The volumes, each with its pages in their order.
    var volumes: JSONValue {
        .array(
            zip(Self.volumeNames(plan), plan.volumes).map { name, volume in
                ["path": .string("data/\(name)"), "sheets": .array(volume.sheets.map(\.json))]
            }
        )
    }

    /// The pictures of each material that has some, by its id.
    var pictures: [String: [JSONValue]] {
        var result: [String: [JSONValue]] = [:]
        let pages = plan.pages
        var next = 0
        for material in materials {
            result[material.requirement.material.id] = material.pictures.map { picture in
                defer { next += 1 }
                return picture.json(page: pages[next] ?? 0, dpi: resolutions[next])
            }
        }
        return result
    }
}

extension DossierPlan.Sheet {
    /// The page as the manifest writes it; pictures by their places among all.
    fileprivate var json: JSONValue {
        var value: [String: JSONValue] = ["kind": .string(kind.name)]
        value["page"] = number.map { .integer(Int64($0)) }
        if !pictures.isEmpty {
            value["pictures"] = .array(pictures.map { .integer(Int64($0)) })
        }
        return .object(value)
    }
}
