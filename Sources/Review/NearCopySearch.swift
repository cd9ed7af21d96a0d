import Registration

/// Finds pictures that are the same to the eye as one that came before, though not byte for byte.
struct NearCopySearch {
    private var seen: [(path: String, hash: ContentHash, likeness: PictureLikeness)] = []

    /// Notes a picture and tells which earlier one it looks like; one that is the same file is left
    /// to the search for duplicates.
    mutating func finding(for picture: Picture, of material: MaterialRule) -> Finding? {
        guard let rule = material.pictureRule.looks?.nearCopy,
            let likeness = picture.facts.content?.likeness
        else { return nil }
        let hash = picture.facts.hash
        defer { seen.append((picture.path, hash, likeness)) }
        guard !seen.contains(where: { $0.hash == hash }) else { return nil }
        let same = seen.first { other in
            other.likeness.distance(to: likeness) <= rule.distance
                && other.likeness.difference(from: likeness) <= rule.difference
        }
        return same.map { other in
            Finding(
                .pictureNearDuplicate,
                .warning,
                material: material.id,
                picture: picture.path,
                measured: other.path
            )
        }
    }
}
