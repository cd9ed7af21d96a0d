/// Pairs the pictures of two dossiers: first by place and hash, then by hash, then by place in a material.
struct PictureComparison {
    private typealias Listed = CheckedManifest.ListedPicture

    private(set) var changed: [DossierComparison.Picture] = []
    private(set) var unchanged = 0

    init(from old: [CheckedManifest.ListedPicture], to new: [CheckedManifest.ListedPicture]) {
        var before = old.map(Optional.some)
        var after = new.map(Optional.some)
        // A picture in the same material is at its place even if others before it came or went.
        let same = Self.pairs(&before, &after) { $0.hash == $1.hash && $0.material == $1.material }
        let moved = Self.pairs(&before, &after) { $0.hash == $1.hash }
        let replaced = Self.pairs(&before, &after) { $0.material == $1.material }
        unchanged = same.count
        changed = moved.map { Self.picture(.moved, $0, $1) }
        changed += replaced.map { Self.picture(.replaced, $0, $1) }
        changed += after.compactMap(\.self).map { Self.picture(.added, nil, $0) }
        changed.sort { ($0.after ?? "") < ($1.after ?? "") }
        changed += before.compactMap(\.self).map { Self.picture(.removed, $0, nil) }
    }

    private static func picture(
        _ change: DossierComparison.Change,
        _ old: Listed?,
        _ new: Listed?
    ) -> DossierComparison.Picture {
        DossierComparison.Picture(
            change: change,
            material: new?.material ?? old?.material ?? "",
            before: old?.path,
            after: new?.path
        )
    }

    /// Takes out the pairs that match, in order.
    private static func pairs(
        _ before: inout [Listed?],
        _ after: inout [Listed?],
        where matches: (Listed, Listed) -> Bool
    ) -> [(Listed, Listed)] {
        var pairs: [(Listed, Listed)] = []
        for index in after.indices {
            guard let new = after[index],
                let match = before.firstIndex(where: { $0.map { matches($0, new) } ?? false }),
                let old = before[match]
            else { continue }
            pairs.append((old, new))
            (before[match], after[index]) = (nil, nil)
        }
        return pairs
    }
}
