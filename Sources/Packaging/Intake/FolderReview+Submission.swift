public import Registration
import Review
import Sealing
import TemplateCatalog

extension FolderReview {
    /// The pictures as a submission lists them: repaired ones in the place of their originals.
    public var submittedPictures: [SubmittedPicture] {
        presentMaterials.flatMap { material in
            material.pictures.enumerated().map { index, picture in
                SubmittedPicture(
                    material: material.requirement.material.id,
                    place: index + 1,
                    hash: picture.picture.facts.hash
                )
            }
        }
    }

    /// Where each picture of a submission lies, by its material and place.
    public func path(material: String, place: Int) -> String? {
        guard let pictures = pictures[material], pictures.indices.contains(place - 1) else {
            return nil
        }
        return pictures[place - 1].picture.path
    }

    /// The SHA-256 of what the candidate says of themselves (报考信息); the number of the identity
    /// document goes into it masked, since it could be tried out.
    ///
    /// - Throws: `JSONError` if an answer cannot be written.
    public func profileHash() throws -> ContentHash {
        let candidate = file.candidate
        let value: JSONValue = [
            "area": .string(area.id),
            "name": .string(candidate.name),
            "idKind": .string(candidate.idKind),
            "maskedIdNumber": .string(candidate.maskedIDNumber),
            "profile": .object(candidate.profile.mapValues(\.json)),
        ]
        return ContentHash.of(try value.canonicalBytes())
    }
}
