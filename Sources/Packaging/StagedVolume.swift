import Archiving

/// A volume's PDF that is written but not yet where it shall be; it is removed if it never gets there.
final class StagedVolume {
    let path: String
    let digest: FileDigest
    private var file: TemporaryFile?

    /// Writes a volume and reads its codes back.
    ///
    /// - Throws: `PackagingError`, `PDFError` or `ArchiveError`.
    init(_ dossier: ComposedDossier, volume: Int, beside target: String) throws {
        let file = try TemporaryFile(beside: target)
        let output = HashingOutput(descriptor: file.descriptor, name: dossier.volumeNames[volume])
        try dossier.write(volume: volume, to: output)
        path = file.path
        digest = output.digest
        self.file = consume file
        try CodeReadback(
            texts: dossier.codeTexts(ofVolume: volume),
            name: dossier.volumeNames[volume]
        ).check(path)
    }

    /// Gives the file its name.
    func publish(replacing: Bool) throws(ArchiveError) {
        guard let file = file.take() else { return }
        try file.publish(replacing: replacing)
    }
}
