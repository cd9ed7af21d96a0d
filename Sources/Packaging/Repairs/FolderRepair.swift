import Archiving
import Glibc
import Imaging
public import Registration
import Review
import Sealing
public import TemplateCatalog

/// Mends the pictures of a candidate's folder into its folder `repaired`; what lies under
/// `materials` is read and never written.
public struct FolderRepair: Sendable {
    private let review: FolderReview
    private let mender: PictureMender
    private let old: RepairLog

    /// Prepares the repair of a folder whose originals were reviewed.
    ///
    /// - Parameters:
    ///   - review: The review of the originals, made without regard to earlier repairs.
    ///   - catalog: Where the file that describes faces is found.
    /// - Throws: `PackagingError` if there is an earlier log that cannot be read.
    public init(_ review: FolderReview, catalog: TemplateCatalog) throws {
        self.review = review
        mender = PictureMender(faces: try FolderReview.faces(catalog))
        old = try RepairLog(in: review.folder)
    }

    /// How many pictures there are to mend.
    public var workCount: Int { work().count }

    /// Mends every picture that needs it, in memory.
    ///
    /// - Parameters:
    ///   - jobs: How many pictures to mend at once.
    ///   - advance: Called after each picture, for who is watching.
    /// - Returns: What became of each, in the order of the dossier.
    /// - Throws: `PackagingError` if a picture cannot be read any more.
    public func mend(
        jobs: Int,
        advance: () -> Void = {}
    ) async throws -> [PictureRepair] {
        let work = work()
        return try await withThrowingTaskGroup(of: (Int, PictureRepair).self) { group in
            var results: [PictureRepair?] = Array(repeating: nil, count: work.count)
            var next = 0
            func start() {
                guard next < work.count else { return }
                let index = next
                next += 1
                group.addTask { (index, try mend(work[index])) }
            }
            for _ in 0..<max(1, jobs) { start() }
            while let (index, repair) = try await group.next() {
                results[index] = repair
                advance()
                start()
            }
            return results.compactMap(\.self)
        }
    }

    /// Whether a finding of a code that can be mended really can: not every format is decoded.
    public static func mayMend(_ finding: Finding) -> Bool {
        guard finding.picture?.hasPrefix("\(RepairLog.folder)/") != true else { return false }
        switch finding.code {
        case .pictureUnsupported:
            return PictureMender.unusualKinds.contains { $0 == finding.measured }
        case .pictureWrongFormat:
            let formats = ForeignDecoder.formats.union([.jpeg, .png])
            return formats.contains { $0.title == finding.measured }
        default: return true
        }
    }

    private struct Job {
        var picture: Picture
        var location: String
        var requirement: Requirement
        var order: RepairOrder
        var isMisnamed: Bool
        /// The path of the mended file, without its extension.
        var stem: String
    }

    private func work() -> [Job] {
        var taken: Set<String> = []
        return review.presentMaterials.flatMap { requirement, pictures in
            pictures.compactMap { intake -> Job? in
                let own = review.findings.filter { $0.picture == intake.picture.path }
                let turning = review.file.turns.first { $0.picture == intake.picture.path }
                guard turning != nil || own.contains(where: Self.mayMend) else { return nil }
                let order = requirement.material.pictureRule.repairOrder(
                    for: intake.picture,
                    findings: own.filter(Self.mayMend),
                    turning: turning?.quarters ?? 0,
                    letStand: review.letStand(on: intake.picture)
                )
                guard let order else { return nil }
                var stem = Self.stem(of: intake.picture)
                // 1.jpg and 1.png of one folder must not become the same file.
                var number = 2
                while !taken.insert(stem).inserted {
                    stem = "\(Self.stem(of: intake.picture))-\(number)"
                    number += 1
                }
                return Job(
                    picture: intake.picture,
                    location: intake.location,
                    requirement: requirement,
                    order: order,
                    isMisnamed: own.contains {
                        $0.code == .pictureExtensionMismatch || $0.code == .pictureDoubleExtension
                    },
                    stem: stem
                )
            }
        }
    }

    /// "repaired/毕业证书/1" of "materials/毕业证书/1.jpg".
    private static func stem(of picture: Picture) -> String {
        let folders = picture.path.split(separator: "/").dropFirst().dropLast().map(String.init)
        return ([RepairLog.folder] + folders + [picture.bareName]).joined(separator: "/")
    }

    private func mend(_ job: Job) throws(PackagingError) -> PictureRepair {
        let facts = job.picture.facts
        let bytes = try FileBytes.read(job.location, as: job.picture.path)
        guard ContentHash.of(bytes) == facts.hash else {
            throw PackagingError(
                .fileUnreadable,
                job.picture.path,
                reason: "it changed while it was read"
            )
        }
        var mended = mender.mend(bytes, facts: facts, by: job.order)
        let ending = mended.format.extensions.first ?? "bin"
        let path = "\(job.stem).\(ending)"
        if job.isMisnamed, mended.format == facts.format,
            job.order.formats.contains(facts.format)
        {
            mended.steps.append(.renamed)
        }
        var repair = PictureRepair(
            original: job.picture,
            material: job.requirement.material.title,
            notes: job.order.portrait == nil ? [] : job.requirement.notes,
            shortfalls: mended.shortfalls
        )
        guard !mended.steps.isEmpty else { return repair }
        let hash = ContentHash.of(mended.bytes)
        let after = PictureInspector().facts(of: mended.bytes.span, hash: hash)
        // What we make is read as strictly as what we are given.
        if let damage = after.damage {
            repair.shortfalls = [.undecodable("\(damage)")]
            return repair
        }
        repair.entry = RepairLog.Entry(
            original: RepairLog.File(path: job.picture.path, facts),
            repaired: RepairLog.File(path: path, after),
            steps: mended.steps
        )
        repair.bytes = mended.bytes
        return repair
    }

    /// Writes the mended files, then their log, then removes what earlier repairs left behind.
    ///
    /// - Throws: `PackagingError` or `ArchiveError`; a repair that is cut off is found by its log.
    public func write(_ repairs: [PictureRepair]) throws {
        let entries = repairs.compactMap(\.entry)
        guard !entries.isEmpty || !old.entries.isEmpty else { return }
        let top = review.folder.path
        try Self.makeFolder("\(top)/\(RepairLog.folder)")
        for repair in repairs {
            guard let entry = repair.entry else { continue }
            try Self.makeFolders(of: entry.repaired.path, in: top)
            try Self.write(repair.bytes, to: "\(top)/\(entry.repaired.path)")
        }
        let log = try RepairLog(entries).json.canonicalBytes()
        try Self.write(log, to: "\(top)/\(RepairLog.path)")
        let kept = Set(entries.map(\.repaired.path))
        for entry in old.entries where !kept.contains(entry.repaired.path) {
            removeIfOurs(entry.repaired)
        }
    }

    /// Removes a file that an earlier repair made, unless somebody changed it since.
    private func removeIfOurs(_ file: RepairLog.File) {
        let location = "\(review.folder.path)/\(file.path)"
        guard let bytes = try? FileBytes.read(location, as: file.path),
            ContentHash.of(bytes) == file.hash
        else { return }
        unlink(location)
    }

    private static func makeFolders(of path: String, in top: String) throws(PackagingError) {
        var folder = top
        for part in path.split(separator: "/").dropLast() {
            folder += "/\(part)"
            try makeFolder(folder)
        }
    }

    private static func makeFolder(_ path: String) throws(PackagingError) {
        guard mkdir(path, 0o700) != 0 else { return }
        var status = stat()
        // Through a link, repairs could land on the originals.
        guard errno == EEXIST, lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw PackagingError(.outputFailed, path, reason: String(cString: strerror(errno)))
        }
    }

    private static func write(_ bytes: [UInt8], to path: String) throws {
        let staged = try TemporaryFile(beside: path)
        try HashingOutput(descriptor: staged.descriptor, name: path).write(bytes)
        try staged.publish(replacing: true)
    }
}

extension RepairLog.File {
    fileprivate init(path: String, _ facts: PictureFacts) {
        self.init(
            path: path,
            hash: facts.hash,
            size: facts.size,
            format: facts.format,
            pixels: PixelSize(width: facts.width, height: facts.height),
            quality: facts.metadata.quality?.value
        )
    }
}
