extension DossierComparison {
    /// Compares what two manifests say; whether they belong to whole archives is for others to check.
    ///
    /// - Parameters:
    ///   - old: The file manifest.json of the older dossier.
    ///   - new: That of the newer one.
    /// - Throws: `VerificationError` of code `notComparable` if one of them is no manifest.
    public init(from old: [UInt8], to new: [UInt8]) throws(VerificationError) {
        self.init(from: try Self.manifest(old), to: try Self.manifest(new))
    }

    private static func manifest(_ bytes: [UInt8]) throws(VerificationError) -> CheckedManifest {
        var report = VerificationReport(.archive)
        let check = ManifestCheck()
        guard let manifest = check.read(bytes, into: &report), report.isAccepted else {
            let reason = report.steps.first { $0.outcome == .failed }?.code
            throw VerificationError(.notComparable, check.file, reason: reason)
        }
        return manifest
    }
}
