/// Finds all codes of a page, scan or photo, worn and blurred ones too.
///
/// A first pass reads what is sound. Then the squares that mark the corners of codes are looked for;
/// where they stand and nothing was read, that part is brought to a few pixels a module, sharpened by
/// the measure of a module and read again. Nothing here decides what a code says: a mended copy can
/// only let the error correction succeed or fail. How often it tries is bounded, so the time is.
public struct QRPageReader: Sendable {
    private let reader: QRReader
    private let rungs: [MendingRung]

    /// The most pixels that are looked at; a larger picture is halved until it has no more.
    private static let mostPixels = 16_000_000
    /// The pixels in which corners are looked for once some code was read: enough for those of a page.
    private static let quickPixels = 2_600_000
    /// How many squares are taken from one copy of a picture.
    private static let mostPatterns = 60
    /// How many places are looked at closely.
    private static let mostSuspects = 10

    /// Makes a reader.
    public init() { self.init(rungs: MendingRung.ladder) }

    /// Makes a reader with other ways of mending, to measure what each is worth.
    package init(rungs: [MendingRung]) {
        reader = QRReader()
        self.rungs = rungs
    }

    /// Reads the codes of a picture.
    ///
    /// - Parameter planes: The picture as luma and, if it has colours, as its red channel, in which
    ///   red seals are paper; all of one size.
    /// - Throws: `QRError` when the reader itself fails; finding nothing is an empty list.
    /// - Returns: Every code once a place, with corners in pixels of the planes given.
    public func read(_ planes: [LumaPlane]) throws(QRError) -> [QRReading] {
        var (planes, factor) = (planes, 1)
        while let first = planes.first, first.width * first.height > Self.mostPixels {
            planes = planes.compactMap(\.halved)
            factor *= 2
        }
        return try readWhole(planes).map { $0.scaledUp(by: factor) }
    }

    private func readWhole(_ planes: [LumaPlane]) throws(QRError) -> [QRReading] {
        var found: [QRReading] = []
        for plane in planes where found.isEmpty { try add(reader.read(plane), to: &found) }
        let hadSome = !found.isEmpty
        // The red channel first: it shows all that luma does, but for what is printed in red.
        for plane in planes.reversed() {
            let pyramid = PlanePyramid(plane)
            let suspects = hadSome ? quickSuspects(in: pyramid) : allSuspects(in: pyramid)
            for suspect in suspects.prefix(Self.mostSuspects)
            where !found.contains(where: { $0.holds(suspect) }) {
                try look(at: suspect, in: pyramid, &found)
            }
            // Some codes of an odd make, of dots say, are read when they are small.
            if found.isEmpty, pyramid.levels.count > 1 {
                let half = try reader.read(pyramid.levels[1])
                add(half.map { $0.scaledUp(by: 2) }, to: &found)
            }
            if !found.isEmpty { break }
        }
        return found
    }

    private func look(
        at suspect: CodeSuspect,
        in pyramid: PlanePyramid,
        _ found: inout [QRReading]
    ) throws(QRError) {
        for rung in rungs {
            guard var part = pyramid.part(suspect, scale: rung.scale) else { continue }
            if rung.reach > 0 {
                part = part.sharpened(reach: rung.reach, strength: rung.strength)
            }
            let readings = try reader.read(part)
            let size = 2 * suspect.reach / Double(part.width)
            let left = suspect.x - suspect.reach
            let top = suspect.y - suspect.reach
            add(readings.map { $0.moved(scale: size, x: left, y: top) }, to: &found)
            if !readings.isEmpty { return }
        }
    }

    /// Where three corners of a code stand; only in the copy that shows codes of a whole page best.
    private func quickSuspects(in pyramid: PlanePyramid) -> [CodeSuspect] {
        let level = pyramid.level(pixels: Self.quickPixels)
        return triples(of: patterns(in: pyramid, level))
    }

    /// Where three corners or one stand, in a copy of any size.
    private func allSuspects(in pyramid: PlanePyramid) -> [CodeSuspect] {
        var patterns: [FinderPattern] = []
        for level in pyramid.levels.indices {
            for pattern in self.patterns(in: pyramid, level)
            where !patterns.contains(where: { $0.isNear(pattern) }) {
                patterns.append(pattern)
            }
        }
        var suspects = triples(of: patterns)
        for pattern in patterns.sorted(by: { $0.rows > $1.rows }) {
            let suspect = CodeSuspect(around: pattern)
            if !suspects.contains(where: { $0.isLike(suspect) }) { suspects.append(suspect) }
        }
        return suspects
    }

    private func patterns(in pyramid: PlanePyramid, _ level: Int) -> [FinderPattern] {
        let factor = Double(1 << level)
        return FinderSearch(pyramid.levels[level]).patterns.sorted { $0.rows > $1.rows }
            .prefix(Self.mostPatterns).map { $0.scaled(by: factor) }
    }

    private func triples(of patterns: [FinderPattern]) -> [CodeSuspect] {
        let best = patterns.sorted { $0.rows > $1.rows }.prefix(24)
        var suspects: [CodeSuspect] = []
        for (first, a) in best.enumerated() {
            for (second, b) in best.enumerated().dropFirst(first + 1) {
                for c in best.dropFirst(second + 1) {
                    guard let suspect = CodeSuspect(a, b, c),
                        !suspects.contains(where: { $0.isLike(suspect) })
                    else { continue }
                    suspects.append(suspect)
                }
            }
        }
        return suspects
    }

    private func add(_ readings: [QRReading], to found: inout [QRReading]) {
        for reading in readings where !found.contains(where: { $0.isSame(as: reading) }) {
            found.append(reading)
        }
    }
}
