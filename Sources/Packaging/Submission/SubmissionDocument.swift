import Archiving
import PDFWriting
import PageLayout
import Registration
import Review
import Sealing
import TemplateCatalog

/// A document of pictures to upload, made anew until it fits.
struct SubmissionDocument {
    let path: String
    let pictures: [SubmissionPicture]
    let layout: DocumentLayout
    let area: Area
    let resources: PackResources
    let library: FontLibrary
    let options: SubmissionOptions

    /// How often it is made anew with less room for pictures: compressed tables are never foreseen
    /// to the byte.
    private static let attempts = 4
    /// The digits of offsets and lengths that a picture adds to an empty one, at most.
    private static let digitsPerPicture = 24

    /// Makes the document, with pictures as they are where that fits.
    func make(_ limits: SubmissionLimits?) async throws -> SubmissionPacker.Outcome {
        let levels = resources.profiles.submission
            .levels(downTo: pictures.map(\.floor.quality).min() ?? 1)
        let reduction = SubmissionReduction(pictures, levels: levels, jobs: options.jobs)
        if pictures.allSatisfy(\.fitsAsItIs) {
            let files = pictures.map { SubmissionFile($0) }
            let bytes = files.reduce(0) { $0 + $1.drawn.source.count }
            if bytes <= limits?.most ?? .max,
                let report = try publish(files, within: limits?.most, limits, level: nil)
            {
                return .made(report)
            }
        }
        let overhead = try overhead
        for target in [limits?.aim, limits?.most] {
            var room = (target ?? .max) - overhead
            for _ in 0..<Self.attempts {
                guard let fit = try await reduction.fit(within: room) else { break }
                let files = try await reduction.files(fit)
                let level = fit.isCodedAnew ? fit.level : nil
                if let report = try publish(files, within: target, limits, level: level) {
                    return .made(report)
                }
                room -= Self.digitsPerPicture * pictures.count
            }
        }
        let least = try await reduction.least()
        return .illegible(
            report(
                try await reduction.files(least),
                size: least.bytes + overhead,
                limits,
                level: least.level
            )
        )
    }

    /// The bytes of a document beside its pictures, at most.
    private var overhead: Int {
        get throws {
            let empty = pictures.map { picture in
                var file = SubmissionFile(picture)
                file.drawn.source = .bytes([])
                return file
            }
            let output = MemoryOutput()
            try write(empty, to: output)
            return output.bytes.count + Self.digitsPerPicture * pictures.count
        }
    }

    /// Writes the document and gives it its name, unless it is too large; nil if it is.
    private func publish(
        _ files: [SubmissionFile],
        within most: Int?,
        _ limits: SubmissionLimits?,
        level: ReductionLevel?
    ) throws -> SubmissionReport? {
        let staged = try TemporaryFile(beside: path)
        let output = HashingOutput(descriptor: staged.descriptor, name: "submission.pdf")
        do {
            try write(files, to: output)
        } catch {
            throw output.failure ?? error
        }
        let size = output.digest.size.rawValue
        guard size <= most ?? .max else { return nil }
        try staged.publish(replacing: options.replaces)
        return report(files, size: size, limits, level: level)
    }

    private func write(_ files: [SubmissionFile], to output: any PDFOutput) throws(PDFError) {
        try PDFWriter(fonts: library).write(
            layout,
            pictures: files.map(\.drawn),
            metadata: metadata,
            to: output
        )
    }

    private var metadata: PDFMetadata {
        let style = resources.style
        let date = options.date
        // What goes into the document decides what comes out of it.
        var seed = pictures.flatMap(\.facts.hash.bytes)
        seed += "\(options.limit?.rawValue ?? 0) \(area.id) \(options.toolVersion)".utf8
        return PDFMetadata(
            title: style.text("documentTitle"),
            subject: style.text(
                "submissionSubject",
                ["area": area.name, "year": "\(area.year)"]
            ),
            creator: "dossier \(options.toolVersion)",
            date: PDFDate(year: date.year, month: date.month, day: date.day),
            identifier: Array(ContentHash.of(seed).bytes.prefix(16)),
            colourProfile: resources.colourProfile,
            opening: PDFOpening(zoom: .wholePage)
        )
    }

    private func report(
        _ files: [SubmissionFile],
        size: Int,
        _ limits: SubmissionLimits?,
        level: ReductionLevel?
    ) -> SubmissionReport {
        SubmissionReport(
            path: path,
            size: ByteCount(size),
            limit: limits.map { ByteCount($0.most) },
            level: level,
            pictures: zip(pictures, files).enumerated().map { index, pair in
                SubmissionReport.Entry(pair.0, pair.1, page: index + 1)
            }
        )
    }
}

extension SubmissionReduction.Fit {
    /// Whether pixels of any picture are new.
    fileprivate var isCodedAnew: Bool {
        choices.contains { choice in
            if case .coded = choice.treatment { true } else { false }
        }
    }
}

extension SubmissionReport.Entry {
    fileprivate init(_ picture: SubmissionPicture, _ file: SubmissionFile, page: Int) {
        let facts = picture.facts
        let pixels = PixelSize(width: facts.width, height: facts.height)
        self.init(
            path: picture.path,
            material: picture.material,
            page: page,
            before: SubmissionReport.State(
                size: facts.size,
                pixels: pixels,
                quality: facts.metadata.quality?.value,
                dpi: picture.resolution(of: pixels)
            ),
            after: SubmissionReport.State(
                size: file.steps.isEmpty ? facts.size : ByteCount(file.drawn.source.count),
                pixels: file.size,
                quality: file.quality,
                dpi: picture.resolution(of: file.size)
            ),
            steps: file.steps
        )
    }
}
