import Registration

// Compares what the manifests state with what is there, both ways.
extension BagInspection {
    /// Looks up each listed file and compares its digest.
    mutating func compareManifests() {
        let present = Set(files.map(\.path))
        var byFolded: [String: ArchivePath] = [:]
        for path in present where !path.isBoundless { byFolded[path.folded] = path }
        for manifest in manifests {
            for entry in manifest.entries {
                if present.contains(entry.path) {
                    compare(entry, in: manifest)
                } else {
                    reportMissing(
                        entry,
                        in: manifest,
                        twin: entry.path.isBoundless ? nil : byFolded[entry.path.folded]
                    )
                }
            }
        }
    }

    private mutating func compare(_ entry: ManifestEntry, in manifest: ManifestText) {
        // A file that could not be read has been reported by then.
        guard let found = digests[entry.path]?.values[manifest.algorithm],
            found != entry.digest
        else { return }
        report([BagFault(.fileChanged, .error, entry.path, detail: "\(manifest.path)")])
    }

    private mutating func reportMissing(
        _ entry: ManifestEntry,
        in manifest: ManifestText,
        twin: ArchivePath?
    ) {
        let detail = manifest.path.description
        if let twin, digests[twin]?.values[manifest.algorithm] == entry.digest {
            // The same bytes under a name that some file systems hold for the same.
            twins[manifest.path, default: []].insert(twin)
            return reportUnusual(.fileNamedDifferently, entry.path, detail)
        }
        let isToFetch = fetch?.paths.contains(entry.path) ?? false
        report([
            BagFault(isToFetch ? .fileNotFetched : .fileMissing, .error, entry.path, detail: detail)
        ])
    }

    /// Looks for files that the manifests do not list, and for manifests that are not there.
    mutating func checkListing() {
        let payload = manifests.filter { !$0.isForTags }
        if payload.isEmpty { report([BagFault(.manifestMissing)]) }
        let algorithms = Set(payload.map(\.algorithm))
        if isCanonical, !algorithms.contains(.sha256) {
            report([BagFault(.manifestMissing, .error, PayloadManifest.path)])
        } else if !payload.isEmpty, algorithms.isDisjoint(with: [.sha256, .sha512]) {
            report([BagFault(.algorithmWeak, .warning)])
        }
        checkPayload(against: payload.map { ($0.path, listed(in: $0)) })
        checkTagFiles(against: manifests.filter(\.isForTags))
    }

    private mutating func checkPayload(
        against manifests: [(path: ArchivePath, listed: Set<ArchivePath>)]
    ) {
        for file in files where file.path.isPayload {
            let missing = manifests.filter { !$0.listed.contains(file.path) }
            // Each manifest lists every file, since 1.0; before, one of them did.
            guard !missing.isEmpty, isFinal || missing.count == manifests.count else { continue }
            let detail = missing.map(\.path.description).joined(separator: " ")
            report([BagFault(.payloadUnlisted, .error, file.path, detail: detail)])
        }
    }

    private mutating func checkTagFiles(against tagManifests: [ManifestText]) {
        let known = Set(tagManifests.flatMap { listed(in: $0) })
        if tagManifests.isEmpty {
            if isCanonical {
                report([BagFault(.manifestMissing, .error, "tagmanifest-sha256.txt")])
            }
            return
        }
        for file in files where !file.path.isPayload && !known.contains(file.path) {
            guard !tagManifests.contains(where: { $0.path == file.path }) else { continue }
            let isManifest = manifests.contains { $0.path == file.path }
            if isManifest, isFinal {
                report([BagFault(.tagFileUnlisted, .error, file.path)])
            } else {
                reportUnusual(.tagFileUnlisted, file.path)
            }
        }
    }

    /// The files that a manifest lists and whose digests were compared.
    private func listed(in manifest: ManifestText) -> Set<ArchivePath> {
        Set(manifest.entries.map(\.path)).union(twins[manifest.path] ?? [])
    }
}
