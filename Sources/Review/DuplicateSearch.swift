import Registration

/// Finds pictures that are the same file, byte for byte, as one that came before.
struct DuplicateSearch {
    private var seen: [ContentHash: [(material: String, path: String)]] = [:]

    /// Notes a picture and tells which earlier one it repeats: an error within its own material, a
    /// warning across materials, because one diploma may serve two.
    mutating func finding(for picture: Picture, of material: String) -> Finding? {
        // All empty files are alike, and each is reported as empty already.
        guard picture.facts.size.rawValue > 0 else { return nil }
        let earlier = seen[picture.facts.hash, default: []]
        seen[picture.facts.hash, default: []].append((material, picture.path))
        if let same = earlier.first(where: { $0.material == material }) {
            return Finding(
                .pictureDuplicate,
                .error,
                material: material,
                picture: picture.path,
                measured: same.path
            )
        }
        return earlier.first.map { other in
            Finding(
                .pictureDuplicateElsewhere,
                .warning,
                material: material,
                picture: picture.path,
                measured: other.path
            )
        }
    }
}
