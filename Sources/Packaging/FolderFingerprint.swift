import Glibc
import Registration
import Sealing
import TemplateCatalog

/// A hash that changes when a folder's files, the templates or the options of packing change.
///
/// Files are taken by name, size and time of change, as make does; nothing is read.
struct FolderFingerprint {
    let text: String

    init(
        of path: String,
        options: PackOptions,
        templates: ContentHash
    ) throws(PackagingError) {
        let folder = try CandidateFolder(at: path)
        var lines = [
            options.toolVersion, options.date.description, templates.hex,
            options.key.map { "\($0.id)" } ?? "-", options.allowsFindings ? "findings" : "-",
            options.composition.fingerprint,
            Self.line(of: folder.candidateFile, named: "candidate.yaml"),
            Self.line(of: "\(folder.path)/\(MaskFile.name)", named: MaskFile.name),
        ]
        for material in folder.materials {
            for file in material.files {
                let name = "materials/\(material.name)/\(file)"
                lines.append(Self.line(of: "\(folder.path)/\(name)", named: name))
            }
        }
        for entry in try RepairLog(in: folder).entries {
            let name = entry.repaired.path
            lines.append(Self.line(of: "\(folder.path)/\(name)", named: name))
            lines.append(entry.original.hash.hex)
        }
        // They are findings, by name alone.
        lines += folder.strays + folder.materials.flatMap(\.strays)
        // The place counts too: two candidates may well hand in the same files.
        if let absolute = realpath(path, nil) {
            lines.append(String(cString: absolute))
            free(absolute)
        }
        text = ContentHash.of(Array(lines.joined(separator: "\n").utf8)).hex
    }

    private static func line(of path: String, named name: String) -> String {
        var status = stat()
        guard stat(path, &status) == 0 else { return "\(name) -" }
        return "\(name) \(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
    }
}
