import Registration

/// A validation under way: what was read so far.
struct BagInspection {
    private var validation = BagValidation()

    let isCanonical: Bool
    let files: [BagFile]
    private(set) var declaration: BagDeclaration?
    private(set) var manifests: [ManifestText] = []
    private(set) var fetch: FetchText?
    private(set) var info: BagInfoText?
    private(set) var digests: [ArchivePath: DigestSet] = [:]

    /// By manifest, the files that it lists under another case or Unicode form.
    var twins: [ArchivePath: Set<ArchivePath>] = [:]

    init(files: [BagFile], isCanonical: Bool) {
        self.files = files
        self.isCanonical = isCanonical
    }

    var isFinal: Bool { declaration?.isFinal ?? true }

    /// What remains of the bytes that tag files may have together to be read as text.
    private var textBytes = 16 << 20
    private var faults = FaultList()

    /// What was found so far.
    var result: BagValidation {
        var result = validation
        result.faults = faults.faults
        return result
    }

    mutating func report(_ more: [BagFault]) { faults.append(contentsOf: more) }

    /// Reports a fault that only our own bags must not have.
    mutating func reportUnusual(_ code: BagFault.Code, _ file: ArchivePath, _ detail: String = "") {
        report([BagFault(code, isCanonical ? .error : .warning, file, detail: detail)])
    }

    mutating func readDeclaration(of bag: borrowing some BagContainer & ~Copyable) {
        guard let bytes = bytes(of: BagDeclaration.path, in: bag) else {
            return report([BagFault(.declarationMissing, .error, BagDeclaration.path)])
        }
        let declaration = BagDeclaration(bytes)
        self.declaration = declaration
        validation.version = declaration.version
        report(declaration.faults)
        if isCanonical, bytes != BagWriter.declaration, declaration.faults.isEmpty {
            report([BagFault(.declarationMalformed, .error, BagDeclaration.path)])
        }
    }

    mutating func readTagFiles(of bag: borrowing some BagContainer & ~Copyable) {
        for file in files where !file.path.bytes.contains(UInt8(ascii: "/")) {
            readManifest(file.path, of: bag)
        }
        if let text = text(of: FetchText.path, in: bag) {
            let fetch = FetchText(text)
            self.fetch = fetch
            report(fetch.faults.faults)
            if isCanonical { report([BagFault(.fetchPresent, .error, FetchText.path)]) }
        }
        // Before 0.96 the file had another name.
        for path: ArchivePath in ["bag-info.txt", "package-info.txt"] where info == nil {
            info = text(of: path, in: bag).map { BagInfoText($0, at: path, isFinal: isFinal) }
        }
    }

    private mutating func readManifest(
        _ path: ArchivePath,
        of bag: borrowing some BagContainer & ~Copyable
    ) {
        let isForTags = path.text.hasPrefix("tagmanifest-")
        guard isForTags || path.text.hasPrefix("manifest-"), path.text.hasSuffix(".txt") else {
            return
        }
        let name = path.text.dropFirst(isForTags ? 12 : 9).dropLast(4).lowercased()
        guard let algorithm = ManifestAlgorithm(rawValue: name) else {
            return report([BagFault(.algorithmUnknown, .warning, path)])
        }
        guard let text = text(of: path, in: bag) else { return }
        let manifest = ManifestText(
            text,
            at: path,
            algorithm,
            isForTags: isForTags,
            isFinal: isFinal
        )
        manifests.append(manifest)
        report(manifest.faults.faults)
        if isCanonical, !manifest.isCanonical(text) {
            report([BagFault(.manifestNotCanonical, .error, path)])
        }
    }

    mutating func hashFiles(of bag: borrowing some BagContainer & ~Copyable) {
        let algorithms = Set(manifests.map(\.algorithm))
        for file in files {
            do throws(ArchiveError) {
                let set = try DigestSet(of: file, in: bag, by: algorithms)
                digests[file.path] = set
                validation.digests[file.path] = set.digest
            } catch {
                report([BagFault(.fileUnreadable, .error, file.path, detail: error.reason)])
            }
        }
    }

    mutating func checkInfo() {
        guard var info else { return }
        let payload = files.filter(\.path.isPayload)
        info.checkOxum(octets: payload.reduce(0) { $0 + $1.size }, files: payload.count)
        report(info.faults.faults)
        validation.info = info.fields
    }

    /// The bytes of a tag file; nil when it is not there or cannot be read, which is told later.
    private mutating func bytes(
        of path: ArchivePath,
        in bag: borrowing some BagContainer & ~Copyable
    ) -> [UInt8]? {
        guard let file = bag.file(at: path) else { return nil }
        guard file.size <= textBytes else {
            report([BagFault(.tooLarge, .error, path, detail: "\(file.size) bytes")])
            return nil
        }
        textBytes -= file.size
        return try? bag.bytes(of: file)
    }

    /// A tag file's text as UTF-8.
    private mutating func text(
        of path: ArchivePath,
        in bag: borrowing some BagContainer & ~Copyable
    ) -> [UInt8]? {
        guard let bytes = bytes(of: path, in: bag) else { return nil }
        guard let text = (declaration?.encoding ?? .utf8).utf8(of: bytes) else {
            report([BagFault(.tagFileUndecodable, .error, path)])
            return nil
        }
        return text
    }
}
