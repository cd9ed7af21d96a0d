import ArgumentParser
import Packaging
import Registration
import TemplateCatalog

/// What a dossier is composed for, as the user says it.
struct CompositionOptions: ParsableArguments {
    @Option(
        help: """
            What the dossier is for: screen, print, review; or submission: the pictures alone in one PDF \
            to upload (see Templates/Sheets/profiles.yaml).
            """
    )
    var profile: String?
    @Option(
        help: """
            With --profile submission: the most bytes of the PDF, such as 2MB (else what the area takes).
            """
    )
    var maxSize: String?
    @Option(help: "Pictures to a page, 1 or 2 (else what the profile wants).")
    var perPage: Int?
    @Option(
        help: """
            Pages of thumbnails, 4, 6, 9 or 12 to a page, in any profile (else what the profile wants).
            """
    )
    var thumbnails: Int?
    @Option(help: "The most pages of a volume; what is more goes on in a further one.")
    var volumePages: Int?
    @Option(help: "The most bytes of a volume, such as 20MB or 500KB.")
    var volumeSize: String?
    @Flag(help: "Mark the pages of identity documents as for this registration only.")
    var watermark = false
    @Flag(
        help: """
            Make a copy for outside eyes: personal data are taken out of the pictures where masks.yaml \
            or the layout of the identity card says; what cannot be masked is withheld.
            """
    )
    var masked = false

    func validate() throws {
        if let perPage, !DossierProfile.pictureCounts.contains(perPage) {
            throw ValidationError("--per-page takes 1 or 2.")
        }
        if let thumbnails, !DossierProfile.thumbnailCounts.contains(thumbnails) {
            throw ValidationError("--thumbnails takes 4, 6, 9 or 12.")
        }
        if let volumePages, !(3...60_000).contains(volumePages) {
            throw ValidationError("--volume-pages takes a number from 3 to 60000.")
        }
        if let volumeSize, Self.size(volumeSize) == nil {
            throw ValidationError("--volume-size takes a number of bytes, 20MB or 500KB.")
        }
        if let maxSize, Self.size(maxSize) == nil {
            throw ValidationError("--max-size takes a number of bytes, 2MB or 500KB.")
        }
        guard isSubmission else {
            guard maxSize == nil else {
                throw ValidationError("--max-size goes with --profile submission.")
            }
            return
        }
        guard volumePages == nil, volumeSize == nil, !watermark, !masked else {
            throw ValidationError(
                "--profile submission makes one plain PDF: no volumes, no watermark, no masks."
            )
        }
        guard perPage == nil, thumbnails == nil else {
            throw ValidationError("--profile submission has a page for each picture, and no other.")
        }
    }

    /// Whether the pictures alone are wanted, in a PDF to upload.
    var isSubmission: Bool { profile == SubmissionProfile.name }

    /// The most bytes of that PDF, if the user says so.
    var submissionLimit: ByteCount? { maxSize.flatMap(Self.size) }

    /// What is asked for.
    ///
    /// - Throws: `ValidationError` if there is no such profile.
    func composition(_ resources: PackResources) throws -> Composition {
        var wanted: DossierProfile?
        if let profile {
            guard let known = resources.profiles[profile] else {
                let names = (resources.profiles.all.map(\.name) + [SubmissionProfile.name])
                    .joined(separator: ", ")
                throw ValidationError("There is no profile \(profile); there are \(names).")
            }
            wanted = known
        }
        return Composition(
            profile: wanted,
            picturesPerPage: perPage,
            thumbnailsPerPage: thumbnails,
            limit: VolumeLimit(pages: volumePages, size: volumeSize.flatMap(Self.size)),
            hasWatermark: watermark,
            isMasked: masked
        )
    }

    /// The bytes that a text names: KB and MB are of 1,024, as the areas' limits are read.
    private static func size(_ text: String) -> ByteCount? {
        let units = [("MB", 1 << 20), ("KB", 1 << 10), ("", 1)]
        for (unit, factor) in units where text.uppercased().hasSuffix(unit) {
            guard let number = Int(text.dropLast(unit.count)), number > 0,
                number <= (1 << 50) / factor
            else { return nil }
            return ByteCount(number * factor)
        }
        return nil
    }
}
