/// The paths of an archive in the making: sorted, safe, and none another's twin or folder.
struct EntryNames {
    private var last: ArchivePath?
    private var files: Set<String> = []
    private var folders: Set<String> = []

    mutating func insert(_ path: ArchivePath) throws(ArchiveError) {
        if let hazard = path.hazards.first {
            throw ArchiveError(.unsafePath, path.description, reason: hazard.rawValue)
        }
        if let last {
            guard path != last else { throw ArchiveError(.duplicateEntry, path.description) }
            guard last < path else { throw ArchiveError(.unsortedEntry, path.description) }
        }
        last = path
        let above = path.folders.map(\.folded)
        guard files.insert(path.folded).inserted, !folders.contains(path.folded),
            files.isDisjoint(with: above)
        else { throw ArchiveError(.duplicateEntry, path.description, reason: "case or form") }
        folders.formUnion(above)
    }
}
