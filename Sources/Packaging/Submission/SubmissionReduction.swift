import Glibc
import Imaging
import Registration
import Review
import Sealing

/// Finds how pictures must be reduced to fit into so many bytes together, and no further.
///
/// In memory are the pictures that are being worked on and the files that are handed out, which fit
/// together into what they are made for: of all else it keeps the sizes.
actor SubmissionReduction {
    /// What becomes of a picture.
    enum Treatment: Hashable, Sendable {
        /// Its own bytes.
        case asItIs
        /// The same pixels in fewer bytes.
        case packed
        /// New pixels.
        case coded(PictureCoding)
    }

    /// A treatment and the bytes that it leaves.
    struct Choice: Hashable, Sendable {
        var treatment: Treatment
        var bytes: Int
    }

    /// How all pictures are treated so that they fit.
    struct Fit: Sendable {
        var choices: [Choice]
        /// How far those were reduced that were coded anew; nil if none was.
        var level: ReductionLevel?

        var bytes: Int { choices.reduce(0) { $0 + $1.bytes } }
    }

    /// The part of a picture that coding it anew must save at least: it is not worth a loss else.
    private static let leastSaving = 0.05

    /// The part of the limit that is as good as all of it: a level changes the bytes by that.
    private static let nearness = 0.98

    let pictures: [SubmissionPicture]
    private let levels: [ReductionLevel]
    private let jobs: Int
    private let reducer = PictureReducer()
    private var packedSizes: [Int?]?
    private var codedSizes: [Int: [PictureCoding: Int?]] = [:]

    init(_ pictures: [SubmissionPicture], levels: [ReductionLevel], jobs: Int) {
        self.pictures = pictures
        self.levels = levels
        self.jobs = jobs
    }

    /// The treatment of all pictures that loses least and fits; nil if nothing does.
    ///
    /// - Throws: `PackagingError` if a picture cannot be read any more.
    func fit(within limit: Int) async throws -> Fit? {
        let plain = try await unreduced()
        if let fit = packed(plain, within: limit) { return fit }
        let last = try await least()
        guard last.bytes <= limit else { return nil }
        let best = try await search(from: last, plain.reduce(0) { $0 + $1.bytes }, within: limit)
        return givingBack(best, within: limit)
    }

    /// The best level that fits, or one that comes so near that a better one would hardly show.
    ///
    /// Bytes fall from level to level by about the same part, which tells where to look next; every
    /// third time the middle is asked, for pictures that behave otherwise.
    private func search(from last: Fit, _ unreduced: Int, within limit: Int) async throws -> Fit {
        var best = last
        var low = (level: -1, bytes: unreduced)
        var high = (level: levels.endIndex - 1, bytes: last.bytes)
        var round = 0
        while high.level - low.level > 1, Double(best.bytes) < Double(limit) * Self.nearness {
            round += 1
            let span = log(Double(low.bytes)) - log(Double(max(high.bytes, 1)))
            let part = (log(Double(low.bytes)) - log(Double(limit))) / max(span, 1e-9)
            let share = round.isMultiple(of: 3) ? 0.5 : min(max(part, 0), 1)
            let guess = low.level + Int((Double(high.level - low.level) * share).rounded(.up))
            let level = min(max(guess, low.level + 1), high.level - 1)
            let fit = try await reduced(to: level)
            if fit.bytes <= limit {
                (high, best) = ((level, fit.bytes), fit)
            } else {
                low = (level, fit.bytes)
            }
        }
        return best
    }

    /// The treatment that leaves the fewest bytes.
    func least() async throws -> Fit { try await reduced(to: levels.endIndex - 1) }

    /// What the choices make of the pictures.
    func files(_ fit: Fit) async throws -> [SubmissionFile] {
        let (pictures, reducer) = (pictures, reducer)
        return try await concurrentMap(pictures.count, jobs: jobs) { index in
            let picture = pictures[index]
            let treatment = fit.choices[index].treatment
            guard treatment != .asItIs else { return SubmissionFile(picture) }
            guard let made = try reducer.apply(treatment, to: picture) else {
                throw PackagingError(.fileUnreadable, picture.path)
            }
            return try SubmissionFile(made, of: picture)
        }
    }

    /// As few pictures packed as it takes, those first that it saves most on.
    private func packed(_ choices: [Choice], within limit: Int) -> Fit? {
        var fit = Fit(choices: choices)
        guard let sizes = packedSizes else { return nil }
        let savings = choices.indices.map { index in
            sizes[index].map { choices[index].bytes - $0 } ?? 0
        }
        let order = choices.indices.sorted { (savings[$1], $0) < (savings[$0], $1) }
        for index in order where fit.bytes > limit && savings[index] > 0 {
            fit.choices[index] = packedChoice(index, choices[index])
        }
        return fit.bytes <= limit ? fit : nil
    }

    /// The pictures as they are, or packed where a PDF cannot hold them so.
    private func unreduced() async throws -> [Choice] {
        if packedSizes == nil {
            packedSizes = try await sizes(pictures.indices.map { ($0, .packed) })
        }
        return pictures.indices.map { index in
            let picture = pictures[index]
            guard !picture.fitsAsItIs else {
                return Choice(treatment: .asItIs, bytes: SubmissionFile(picture).count)
            }
            return Choice(treatment: .packed, bytes: packedSizes?[index] ?? .max / 1024)
        }
    }

    /// Each picture in the fewest bytes that a level allows it.
    private func reduced(to level: Int) async throws -> Fit {
        var fit = Fit(choices: try await unreduced(), level: levels[level])
        let codings = pictures.map { $0.coding(at: levels[level]) }
        let unknown = codings.enumerated().compactMap { index, coding in
            coding.flatMap { codedSizes[index]?[$0] == nil ? (index, Treatment.coded($0)) : nil }
        }
        for ((index, treatment), size) in zip(unknown, try await sizes(unknown)) {
            if case .coded(let coding) = treatment {
                codedSizes[index, default: [:]][coding] = size
            }
        }
        for index in pictures.indices {
            let packed = packedChoice(index, fit.choices[index])
            fit.choices[index] = packed
            guard let coding = codings[index], let size = codedSizes[index]?[coding] ?? nil,
                Double(size) <= Double(packed.bytes) * (1 - Self.leastSaving)
            else { continue }
            fit.choices[index] = Choice(treatment: .coded(coding), bytes: size)
        }
        return fit
    }

    private func packedChoice(_ index: Int, _ plain: Choice) -> Choice {
        guard let size = packedSizes?[index] ?? nil, size < plain.bytes else { return plain }
        return Choice(treatment: .packed, bytes: size)
    }

    /// The pictures that need no reduction for all to fit get their own bytes again, those first that
    /// cost least, and of those the ones whose pixels would be lost.
    private func givingBack(_ fit: Fit, within limit: Int) -> Fit {
        var fit = fit
        let costs = pictures.indices.compactMap { index -> (isKept: Int, cost: Int, index: Int)? in
            let choice = fit.choices[index]
            guard choice.treatment != .asItIs, pictures[index].fitsAsItIs else { return nil }
            let own = SubmissionFile(pictures[index]).count
            return (choice.treatment == .packed ? 1 : 0, own - choice.bytes, index)
        }
        var room = limit - fit.bytes
        for (_, cost, index) in costs.sorted(by: { $0 < $1 }) where cost <= room {
            room -= cost
            fit.choices[index] = Choice(
                treatment: .asItIs,
                bytes: fit.choices[index].bytes + cost
            )
        }
        return fit
    }

    private func sizes(_ work: [(Int, Treatment)]) async throws -> [Int?] {
        let (pictures, reducer) = (pictures, reducer)
        return try await concurrentMap(work.count, jobs: jobs) { place in
            let (index, treatment) = work[place]
            return try reducer.apply(treatment, to: pictures[index])?.embeddedCount
        }
    }
}

extension PictureReducer {
    /// What a treatment makes of a picture; nil if it cannot be done, or the picture stays as it is.
    ///
    /// - Throws: `PackagingError` if the file cannot be read, or is another one by now.
    fileprivate func apply(
        _ treatment: SubmissionReduction.Treatment,
        to picture: SubmissionPicture
    ) throws(PackagingError) -> ReducedPicture? {
        let facts = picture.facts
        let bytes = try FileBytes.read(picture.filed.intake.location, as: picture.path)
        guard ContentHash.of(bytes) == facts.hash else {
            throw PackagingError(
                .fileUnreadable,
                picture.path,
                reason: "it changed while it was read"
            )
        }
        return switch treatment {
        case .asItIs: nil
        case .packed: packed(bytes, facts: facts)
        case .coded(let coding):
            coded(bytes, facts: facts, longSide: coding.longSide, quality: coding.quality)
        }
    }
}

extension ReducedPicture {
    /// The bytes that it takes in a document, at most: of a PNG the chunks alone, and a palette twice.
    fileprivate var embeddedCount: Int {
        guard format == .png, let png = try? PNGLayout(reading: bytes.span) else {
            return bytes.count
        }
        return png.imageData.reduce(0) { $0 + $1.count } + 2 * png.palette.count
    }
}
