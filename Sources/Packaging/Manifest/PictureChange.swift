import Registration
import Review
import Sealing

/// A picture that is not the one that the dossier before had at its place.
struct PictureChange: Hashable {
    var material: String
    /// The place among the material's pictures, from 1.
    var place: Int
    /// The picture that stood there; nil if there was none.
    var before: ContentHash?
    /// The picture that stands there; nil if there is none any more.
    var after: ContentHash?

    /// All changes, by material in the order of the new dossier, those that are gone altogether last.
    static func all(from predecessor: Predecessor, to materials: [FiledMaterial]) -> [Self] {
        var changes: [Self] = []
        var before: [Place: ContentHash] = [:]
        for picture in predecessor.pictures {
            before[Place(picture.material, picture.place)] = picture.hash
        }
        for material in materials {
            let id = material.requirement.material.id
            for (index, picture) in material.pictures.enumerated() {
                let hash = picture.intake.picture.facts.hash
                let old = before.removeValue(forKey: Place(id, index + 1))
                guard old != hash else { continue }
                changes.append(Self(material: id, place: index + 1, before: old, after: hash))
            }
        }
        for picture in predecessor.pictures
        where before[Place(picture.material, picture.place)] != nil {
            changes.append(
                Self(material: picture.material, place: picture.place, before: picture.hash)
            )
        }
        return changes
    }

    private struct Place: Hashable {
        let material: String
        let number: Int

        init(_ material: String, _ number: Int) {
            (self.material, self.number) = (material, number)
        }
    }

    /// The change as the manifest writes it.
    var json: JSONValue {
        var members: [String: JSONValue] = [
            "material": .string(material), "place": .integer(Int64(place)),
        ]
        members["before"] = before.map { .string($0.hex) }
        members["after"] = after.map { .string($0.hex) }
        return .object(members)
    }
}
