import Archiving
import Registration
import Sealing

/// What the later steps need of a manifest that could be read.
struct CheckedManifest {
    let hash: ContentHash
    let id: DossierID
    let value: JSONValue

    /// Counted from 1; 0 if the manifest has none.
    var revision: Int { value["revision"]?.integer ?? 0 }
    /// The id of the first revision; nil in the first itself.
    var caseID: DossierID? { value["case"]?.string.flatMap { try? DossierID(parsing: $0) } }
}

/// Checks manifest.json by itself, and against the files of the bag, both ways.
struct ManifestCheck {
    /// What the manifest is called in the report.
    var file = "data/manifest.json"

    /// Room for twenty thousand pictures.
    private static let limits = JSONValue.Limits(depth: 32, bytes: 16 << 20, values: 500_000)

    /// Reads a manifest strictly; nil with a reason in the report if it is none.
    func read(_ bytes: [UInt8]?, into report: inout VerificationReport) -> CheckedManifest? {
        guard let bytes else {
            report.add(.init(.integrity, "manifest.missing", .failed, file: file))
            return nil
        }
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(parsing: bytes, limits: Self.limits)
        } catch {
            report.add(
                .init(.integrity, "manifest.malformed", .failed, file: file, detail: "\(error)")
            )
            return nil
        }
        guard value["format"] == "dossier-manifest/1", (try? value.canonicalBytes()) == bytes else {
            let code =
                value["format"] == "dossier-manifest/1"
                ? "manifest.not-canonical" : "manifest.unknown-format"
            report.add(.init(.integrity, code, .failed, file: file))
            return nil
        }
        if let place = ValueShape.manifest.fault(in: value) {
            report.add(.init(.integrity, "manifest.wrong-form", .failed, file: file, detail: place))
        }
        let hash = ContentHash.of(bytes)
        let manifest = CheckedManifest(hash: hash, id: DossierID(manifest: hash), value: value)
        report.id = manifest.id
        if !manifest.hasSoundPages {
            report.add(
                .init(.integrity, "manifest.wrong-form", .failed, file: file, detail: "volumes")
            )
        }
        if value["composition"]?["masked"] == true {
            report.add(.init(.integrity, "manifest.masked", .warning, file: file))
        }
        checkSuccession(manifest, into: &report)
        return manifest
    }

    /// The first revision takes nobody's place; every other names the one before it and the first.
    private func checkSuccession(
        _ manifest: CheckedManifest,
        into report: inout VerificationReport
    ) {
        let names = [manifest.value["case"], manifest.value["supersedes"]]
        let ids = names.compactMap { $0?.string.flatMap { try? DossierID(parsing: $0) } }
        let isFirst = manifest.revision == 1
        let isRight =
            isFirst
            ? names.allSatisfy { $0?.isNull == true }
            : manifest.revision > 1 && ids.count == 2 && !ids.contains(manifest.id)
                && (manifest.revision > 2 || ids[0] == ids[1])
        let code = isRight ? "manifest.succession" : "manifest.succession-broken"
        guard !isRight || !isFirst else { return }
        report.add(
            .init(
                .integrity,
                code,
                isRight ? .passed : .failed,
                file: file,
                detail: isRight ? manifest.value["supersedes"]?.string : nil
            )
        )
    }

    /// Compares the manifest's pictures with the files of a bag.
    func compare(
        _ checked: CheckedManifest,
        with digests: [ArchivePath: FileDigest],
        into report: inout VerificationReport
    ) {
        let manifest = checked.value
        let volumes = checked.volumes.map { ArchivePath($0.path) }
        var listed = Set(volumes + ["data/manifest.json"])
        if manifest["log"] != nil { listed.insert("data/log.jsonl") }
        var isWhole = true
        func fail(_ code: String, _ file: String) {
            report.add(.init(.integrity, code, .failed, file: file))
            isWhole = false
        }
        let pictures = (manifest["materials"]?.array ?? [])
            .flatMap { $0["pictures"]?.array ?? [] }
        let originals = pictures.compactMap { $0["repair"]?["original"] }
        for picture in pictures + originals {
            if manifest["composition"]?["masked"] == true, picture.isWithheld { continue }
            guard let text = picture["path"]?.string, let hex = picture["sha256"]?.string,
                let size = picture["bytes"]?.integer
            else {
                fail("manifest.picture-malformed", self.file)
                continue
            }
            let path = ArchivePath(text)
            listed.insert(path)
            guard let digest = digests[path] else {
                fail("manifest.picture-missing", text)
                continue
            }
            if digest.hash.hex != hex || digest.size.rawValue != size {
                fail("manifest.picture-changed", text)
            }
        }
        for path in digests.keys.sorted() where path.text.hasPrefix("data/") {
            if !listed.contains(path) { fail("manifest.file-unlisted", path.text) }
        }
        for volume in volumes where digests[volume] == nil {
            fail("manifest.pdf-missing", volume.text)
        }
        if isWhole {
            report.add(
                .init(.integrity, "manifest.agrees", .passed, detail: "\(pictures.count)")
            )
        }
    }
}

extension JSONValue {
    /// Whether a copy for outside eyes holds nothing of the picture but a page that says so.
    fileprivate var isWithheld: Bool {
        self["masked"]?["withheld"] == true && self["path"] == nil && self["sha256"] == nil
            && self["embedded"] == false
    }
}
