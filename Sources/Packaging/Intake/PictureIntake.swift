import Glibc
import Imaging
import Registration
public import Review
import Sealing

/// A picture as it was read: its facts, and what a PDF needs to take over its bytes.
public struct IntakePicture: Sendable {
    /// The path relative to the candidate's folder, and the facts.
    public var picture: Picture
    /// The path by which it can be opened again.
    var location: String
    /// How a PNG is built; nil for other formats and for damaged files.
    var png: PNGLayout?
    /// What a PDF holds in place of the file; nil where it holds the file itself.
    var embedding: PNGEmbedding?
    /// What was done to the picture; nil if it is the candidate's own file.
    public var repair: RepairLog.Entry?
    /// Why a repair that the log names is not used.
    var lapse: Finding.Code?
    /// What a copy for outside eyes shows of it; nil where everything is shown as it is.
    public var masking: PictureMasking?
}

extension IntakePicture {
    /// The path of the candidate's own file.
    public var originalPath: String { repair?.original.path ?? picture.path }

    /// The picture without what is large and wanted only until near copies have been found.
    var withoutLikeness: Self {
        var picture = self
        picture.picture.facts.content?.likeness = nil
        return picture
    }

    /// Whether a copy for outside eyes holds no file of it, but a page that says so.
    public var isWithheld: Bool { masking?.treatment == .withheld }
}

/// Reads pictures, hashes them and decodes every one of them, each once.
struct PictureIntake: Sendable {
    /// A picture to read.
    struct Request: Sendable {
        /// The path relative to the folder.
        var path: String
        /// The repair that the log names.
        var repair: RepairLog.Entry?
        /// Whether faces are worth looking for, which takes longer than all else.
        var isPortrait: Bool
    }

    let folder: String
    var inspector = PictureInspector()
    var portraitInspector = PictureInspector()

    /// Reads pictures in parallel, results in order.
    ///
    /// Something is kept of each until all are read, so what takes the most memory to decode comes first.
    func read(_ paths: [Request], jobs: Int) async throws -> [IntakePicture] {
        var results: [IntakePicture?] = Array(repeating: nil, count: paths.count)
        let order = largestFirst(paths)
        guard jobs > 1, paths.count > 1 else {
            for index in order { results[index] = try read(paths[index]) }
            return results.compactMap(\.self)
        }
        return try await withThrowingTaskGroup(of: (Int, IntakePicture).self) { group in
            var rest = order[...]
            func start() {
                guard let index = rest.popFirst() else { return }
                group.addTask { (index, try read(paths[index])) }
            }
            for _ in 0..<jobs { start() }
            while let (index, picture) = try await group.next() {
                results[index] = picture
                start()
            }
            return results.compactMap(\.self)
        }
    }

    /// The places of files by their sizes; those of one size stay in order.
    private func largestFirst(_ paths: [Request]) -> [Int] {
        let sizes = paths.map { request in
            var status = stat()
            return stat("\(folder)/\(request.path)", &status) == 0 ? status.st_size : 0
        }
        return paths.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    }

    /// Reads a picture.
    func read(_ request: Request) throws(PackagingError) -> IntakePicture {
        let original = try FileBytes.read("\(folder)/\(request.path)", as: request.path)
        let hash = ContentHash.of(original)
        guard let repair = request.repair else {
            return picture(request.path, original, hash, request)
        }
        var lapse = Finding.Code.repairStale
        if repair.original.hash == hash {
            let path = repair.repaired.path
            if let bytes = try? FileBytes.read("\(folder)/\(path)", as: path),
                ContentHash.of(bytes) == repair.repaired.hash
            {
                var picture = picture(path, bytes, repair.repaired.hash, request)
                picture.repair = repair
                return picture
            }
            lapse = .repairAltered
        }
        var picture = picture(request.path, original, hash, request)
        picture.lapse = lapse
        return picture
    }

    private func picture(
        _ path: String,
        _ bytes: [UInt8],
        _ hash: ContentHash,
        _ request: Request
    ) -> IntakePicture {
        let inspector = request.isPortrait ? portraitInspector : inspector
        let (facts, png) = inspector.read(bytes.span, hash: hash)
        return IntakePicture(
            picture: Picture(path: path, facts: facts),
            location: "\(folder)/\(path)",
            png: png,
            embedding: png.flatMap { PNGEmbedding($0, of: bytes) }
        )
    }
}
