import Archiving
import Registration
import Sealing

/// Changes of a manifest's value.
enum Forgery {
    /// The manifest with the sizes and hashes that its pictures have now; what is gone is left out.
    static func refitted(_ manifest: JSONValue, to bag: MemoryBag) -> JSONValue {
        changingPictures(of: manifest) { picture in
            guard var members = picture.object, let path = picture["path"]?.string,
                let bytes = bag.contents[ArchivePath(path)]
            else { return nil }
            members["sha256"] = .string(ContentHash.of(bytes).hex)
            members["bytes"] = .integer(Int64(bytes.count))
            return .object(members)
        }
    }

    static func changingPictures(
        of manifest: JSONValue,
        _ change: (JSONValue) -> JSONValue?
    ) -> JSONValue {
        let materials = (manifest["materials"]?.array ?? []).map { material in
            var members = material.object ?? [:]
            members["pictures"] = .array((material["pictures"]?.array ?? []).compactMap(change))
            return JSONValue.object(members)
        }
        return setting(["materials"], to: .array(materials), in: manifest)
    }

    /// The value with something else at a path of members.
    static func setting(
        _ path: ArraySlice<String>,
        to value: JSONValue,
        in whole: JSONValue
    ) -> JSONValue {
        guard let name = path.first else { return value }
        var members = whole.object ?? [:]
        members[name] = setting(path.dropFirst(), to: value, in: members[name] ?? .null)
        return .object(members)
    }
}
