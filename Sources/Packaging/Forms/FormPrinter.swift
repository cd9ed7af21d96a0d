import Archiving
public import FormLayout
import Glibc
import PDFWriting
import PageLayout
import QRCodes
public import Registration
public import Sealing
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

        /// States options.
        public init(
            layout: FormCompositor.Options = FormCompositor.Options(),
            copies: Int = 1,
            date: IssueDate,
            toolVersion: String
        ) {
            self.layout = layout
            self.copies = copies
            self.date = date
            self.toolVersion = toolVersion
        }
    }

    private let template: FormTemplate
    private let templateHash: ContentHash
    private let words: Words
    /// One for each copy.
    private let compositors: [FormCompositor]
    private let fonts: DossierFonts
    private let options: Options
    private let colourProfile: [UInt8]

    /// Prepares to print forms of a template, whose file has the hash.
    ///
    /// - Throws: `CatalogError` if the forms' style is missing or wrong.
    public init(
        _ template: FormTemplate,
        hash: ContentHash,
        catalog: TemplateCatalog,
        fonts: DossierFonts,
        options: Options
    ) throws(CatalogError) {
        self.template = template
        templateHash = hash
        let style = try catalog.formStyle()
        words = Words(template, style)
        colourProfile = try catalog.bytes(of: "Colour/sRGB.icc")
        self.fonts = fonts
        self.options = options
        compositors = (1...max(1, options.copies)).map { copy in
            var layout = options.layout
            if options.copies > 1 { layout.copy = copy }
            return FormCompositor(
                template: template,
                style: style,
                measure: fonts.library,
                options: layout
            )
        }
    }

    /// What is printed on all forms alike.
    private struct Words {
        let subject: String
        let alternative: String
        let blankStamp: String
        let filledStamp: String

        init(_ template: FormTemplate, _ style: FormStyle) {
            let values = ["form": template.id, "version": "\(template.version)"]
            subject = style.text("subject", values)
            alternative = style.text("codeAlternative")
            blankStamp = style.text("stampBlank", values)
            filledStamp = style.text("stampFilled", values)
        }
    }

    private var title: String { compositors[0].title }

    /// The pages of a form's copies, codes and all.
    ///
    /// - Throws: `TableError` if the template cannot be laid out, `QRError` if its id is too long for a code.
    public func pages(_ answers: FormAnswers = [:]) throws -> [FormPages] {
        try pages(answers, hash: answersHash(answers))
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
                return try stamp(page, of: pages, hash: hash, isBlank: answers.isEmpty)
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
        let forms: [FormPages]
        do {
            forms = try write(answers, to: output)
        } catch {
            throw output.failure ?? error
        }
        try file.publish(replacing: replaces)
        return forms
    }

    /// Writes forms as one PDF, piece by piece.
    ///
    /// - Parameters:
    ///   - answers: The answers to each form.
    ///   - sink: Takes the bytes in order.
    /// - Throws: `PDFError` or `TableError`, and what `sink` throws.
    public func write(
        _ answers: [FormAnswers],
        to sink: @escaping ([UInt8]) throws -> Void
    ) throws {
        let output = SinkOutput(sink)
        do {
            _ = try write(answers, to: output)
        } catch {
            throw output.failure ?? error
        }
    }

    private func write(_ answers: [FormAnswers], to output: any PDFOutput) throws -> [FormPages] {
        let hashes = answers.map(answersHash)
        let forms = try zip(answers, hashes).flatMap { try pages($0, hash: $1) }
        try PDFWriter(fonts: fonts.library).write(
            joined(forms.map(\.layout)),
            pictures: [],
            metadata: metadata(of: hashes),
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
        let layout = options.layout
        var identity = templateHash.bytes + hashes.flatMap(\.bytes)
        identity += "\(title) \(layout.purpose) \(options.copies)".utf8
        return PDFMetadata(
            title: title,
            subject: words.subject,
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

    /// The SHA-256 of the canonical JSON of template and answers (RFC 8785).
    public func answersHash(_ answers: FormAnswers) -> ContentHash {
        let value: JSONValue = [
            "answers": answers.json, "form": .string(template.id),
            "version": .integer(Int64(template.version)),
        ]
        return ContentHash.of((try? value.canonicalBytes()) ?? [])
    }

    private func stamp(
        _ page: Int,
        of pages: Int,
        hash: ContentHash,
        isBlank: Bool
    ) throws -> PageStamp {
        let code = try FormCode(
            page: page,
            pages: pages,
            answers: hash,
            template: template.id,
            version: template.version
        )
        let matrix = try QRMatrix(encoding: code.text)
        return PageStamp(
            code: CodeModules(
                side: matrix.side,
                runs: matrix.horizontalRuns.map {
                    CodeModules.Run(row: $0.row, start: $0.start, length: $0.length)
                }
            ),
            alternative: words.alternative,
            words: isBlank ? words.blankStamp : words.filledStamp,
            check: isBlank ? "" : hash.prefix
        )
    }
}

extension FormAnswers {
    /// The answers as JSON, those left blank left out.
    public var json: JSONValue {
        .object(filter { !$0.value.isEmpty }.mapValues(\.json))
    }
}

extension FormAnswer {
    fileprivate var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .texts(let texts): .array(texts.map { .string($0) })
        case .rows(let rows):
            .array(
                rows.map { row in
                    .object(row.filter { !$0.value.isEmpty }.mapValues { .string($0) })
                }
            )
        }
    }
}

/// Hands bytes on, and remembers why they were not taken: libharu only knows that they were not.
private final class SinkOutput: PDFOutput {
    private let sink: ([UInt8]) throws -> Void
    private(set) var failure: (any Error)?

    init(_ sink: @escaping ([UInt8]) throws -> Void) { self.sink = sink }

    func write(_ bytes: [UInt8]) throws {
        do {
            try sink(bytes)
        } catch {
            failure = error
            throw error
        }
    }
}
