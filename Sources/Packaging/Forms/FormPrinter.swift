import Archiving
public import FormLayout
import Glibc
import PDFWriting
import PageLayout
public import Registration
import Sealing
public import TemplateCatalog

/// Prints forms of one template as PDF/A-3u, blank or filled.
///
/// Not for sharing between tasks: each worker has its own, with its own fonts.
public final class FormPrinter {
    /// What all forms of a run have in common.
    public struct Options: Sendable {
        /// The exam year and what the pages are for.
        public var layout: FormCompositor.Options
        /// How many copies of each form are printed, each with its number.
        public var copies: Int
        /// The day that the files state as that of their making.
        public var date: IssueDate
        /// The version of the tool.
        public var toolVersion: String
        /// What makes the codes seals; nil for codes that show only what was filled in.
        public var sealing: FormSealing?

        /// States options.
        public init(
            layout: FormCompositor.Options = FormCompositor.Options(),
            copies: Int = 1,
            date: IssueDate,
            toolVersion: String,
            sealing: FormSealing? = nil
        ) {
            self.layout = layout
            self.copies = copies
            self.date = date
            self.toolVersion = toolVersion
            self.sealing = sealing
        }
    }

    private let template: FormTemplate
    private let templateHash: ContentHash
    private let stamps: FormStamps
    /// One for each copy.
    private let compositors: [FormCompositor]
    private let fonts: DossierFonts
    private let options: Options
    private let colourProfile: [UInt8]
    private let title: String
    /// What tells two prints of the same answers apart.
    private let printing: [UInt8]
    /// How many more files of a batch have their codes read back: the place of the code is the same in
    /// all of them, and after these it is proven.
    private var proofs = 3

    /// Prepares to print forms of a template, whose file has the hash.
    ///
    /// - Throws: `CatalogError` if the forms' style is missing or wrong, `QRError` or `SealError` if no seal
    ///   can be made.
    public init(
        _ template: FormTemplate,
        hash: ContentHash,
        catalog: TemplateCatalog,
        fonts: DossierFonts,
        options: Options
    ) throws {
        self.template = template
        templateHash = hash
        let style = try catalog.formStyle()
        stamps = FormStamps(template, style, options.sealing)
        let codeSide = try options.sealing?.codeSide() ?? 0
        colourProfile = try catalog.bytes(of: "Colour/sRGB.icc")
        self.fonts = fonts
        self.options = options
        compositors = (1...max(1, options.copies)).map { copy in
            var layout = options.layout
            if options.copies > 1 { layout.copy = copy }
            layout.codeSide = codeSide
            return FormCompositor(
                template: template,
                style: style,
                measure: fonts.library,
                options: layout
            )
        }
        title = compositors[0].title
        let seal = options.sealing.map { " \($0.keyID)" } ?? ""
        printing = Array("\(title) \(options.layout.purpose) \(options.copies)\(seal)".utf8)
    }

    /// The pages of a form's copies, codes and all.
    ///
    /// - Throws: `TableError` if the template cannot be laid out, `QRError` if its id is too long for a code.
    public func pages(_ answers: FormAnswers = [:]) throws -> [FormPages] {
        try pages(answers, hash: template.hash(of: answers))
    }

    private func pages(_ answers: FormAnswers, hash: ContentHash) throws -> [FormPages] {
        try compositors.map { try pages(answers, hash: hash, by: $0) }
    }

    private func pages(
        _ answers: FormAnswers,
        hash: ContentHash,
        by compositor: FormCompositor
    ) throws -> FormPages {
        var failure: (any Error)?
        let pages = try compositor.pages(answers) { page, pages in
            do {
                return try stamps.stamp(page, of: pages, hash, isBlank: answers.isEmpty)
            } catch {
                failure = error
                return nil
            }
        }
        if let failure { throw failure }
        return pages
    }

    /// Writes forms into one file, whole or not at all, for its owner's eyes only.
    ///
    /// - Parameters:
    ///   - answers: The answers to each form, in the order of the pages.
    ///   - path: The file to make.
    ///   - replaces: Whether a file that exists is replaced.
    /// - Returns: What was laid out, a value for each form.
    /// - Throws: `PackagingError`, `PDFError`, `TableError` or `ArchiveError`; nothing is then left behind.
    @discardableResult
    public func print(
        _ answers: [FormAnswers],
        to path: String,
        replaces: Bool
    ) throws -> [FormPages] {
        guard replaces || access(path, F_OK) != 0 else {
            throw PackagingError(.outputExists, path)
        }
        let file = try TemporaryFile(beside: path)
        let output = HashingOutput(descriptor: file.descriptor, name: path)
        let hashed = answers.map { ($0, template.hash(of: $0)) }
        let forms: [FormPages]
        do {
            forms = try write(hashed, to: output)
        } catch {
            throw output.failure ?? error
        }
        try readback(of: forms, hashed.map(\.1)).check(file.path)
        try file.publish(replacing: replaces)
        return forms
    }

    /// Writes forms as one PDF, piece by piece.
    ///
    /// - Parameters:
    ///   - answers: The answers to each form.
    ///   - sink: Takes the bytes in order; they are worth something only once this returns.
    /// - Throws: `PDFError` or `TableError`, `PackagingError` if a code does not read back, and what `sink`
    ///   throws.
    public func write(
        _ answers: [FormAnswers],
        to sink: @escaping ([UInt8]) throws -> Void
    ) throws {
        try write(answers.map { ($0, template.hash(of: $0)) }, to: sink)
    }

    /// The same for answers whose hashes are known, as `FormTemplate.hash(of:)` gives them.
    public func write(
        _ answers: [(answers: FormAnswers, hash: ContentHash)],
        to sink: @escaping ([UInt8]) throws -> Void
    ) throws {
        var proof: [UInt8]? = proofs > 0 ? [] : nil
        let output = SinkOutput { bytes in
            proof? += bytes
            try sink(bytes)
        }
        let forms: [FormPages]
        do {
            forms = try write(answers, to: output)
        } catch {
            throw output.failure ?? error
        }
        guard let proof else { return }
        try readback(of: forms, answers.map(\.hash)).check(proof)
        proofs -= 1
    }

    /// What the codes of forms must say when they are read back, copy by copy.
    private func readback(of forms: [FormPages], _ hashes: [ContentHash]) throws -> CodeReadback {
        let copies = compositors.count
        let texts = try forms.enumerated().flatMap { index, form in
            let pages = form.layout.pages.count
            return try (1...max(1, pages)).map {
                try stamps.text($0, of: pages, hashes[index / copies])
            }
        }
        return CodeReadback(texts: texts, name: template.id)
    }

    private func write(
        _ answers: [(answers: FormAnswers, hash: ContentHash)],
        to output: any PDFOutput
    ) throws -> [FormPages] {
        let forms = try answers.flatMap { try pages($0.answers, hash: $0.hash) }
        try PDFWriter(fonts: fonts.library).write(
            joined(forms.map(\.layout)),
            pictures: [],
            metadata: metadata(of: answers.map(\.hash)),
            to: output
        )
        return forms
    }

    /// The forms one after the other, their pages counted through.
    private func joined(_ layouts: [DocumentLayout]) -> DocumentLayout {
        guard layouts.count > 1 else { return layouts.first ?? DocumentLayout() }
        var all = DocumentLayout(pages: layouts.flatMap(\.pages))
        for index in all.pages.indices { all.pages[index].label = "\(index + 1)" }
        return all
    }

    private func metadata(of hashes: [ContentHash]) -> PDFMetadata {
        let identity = templateHash.bytes + hashes.flatMap(\.bytes) + printing
        return PDFMetadata(
            title: title,
            subject: stamps.subject,
            creator: "dossier \(options.toolVersion)",
            date: PDFDate(
                year: options.date.year,
                month: options.date.month,
                day: options.date.day
            ),
            identifier: Array(ContentHash.of(identity).bytes.prefix(16)),
            colourProfile: colourProfile
        )
    }
}
