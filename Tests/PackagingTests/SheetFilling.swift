import FormFixtures
import FormLayout
import PageLayout
import TemplateCatalog

@testable import Packaging

/// What a sheet is filled with, and the pages that it then has.
enum SheetFilling: String, CaseIterable, Sendable {
    case blank
    case usual
    case longest

    /// The room in a dossier, and the corner of it in which a code of a seal stands; for documents of their
    /// own all of the page.
    static func place(of sheet: SheetTemplate) -> FormPlace {
        switch sheet {
        case .bag, .control: FormPlace(content: Box(18, 15, 174, 267))
        case .cover: FormPlace(content: Box(25, 14, 170, 271))
        case .divider, .index, .reference, .review, .separator:
            FormPlace(content: Box(25, 22, 170, 255), corner: Size(35, 41), headingLevel: 2)
        }
    }

    func answers(to sheet: SheetTemplate) -> FormAnswers {
        guard self != .blank else { return [:] }
        let contents = self == .usual ? SheetContents.usual : .longest
        let job = PrintJobContents.of(self == .usual ? 5 : 60)
        return switch sheet {
        case .cover: CoverContents.sample(of: self).answers
        case .index: IndexContents.sample(of: self).answers
        case .divider: contents.divider(before: self == .usual ? 1 : 0)
        case .reference: contents.reference
        case .review: contents.review
        case .bag: contents.bag
        case .separator: job.separator(before: 3)
        case .control: job.control
        }
    }

    func pages(of sheet: SheetTemplate) throws -> [Page] {
        var code = Self.code
        if sheet != .cover { code.captions = [] }
        return try Self.compositor(sheet).pages(
            answers(to: sheet),
            in: Self.place(of: sheet),
            inserts: FormInserts(
                code: self == .blank ? nil : code,
                pictures: self == .usual ? ["portrait": Self.portrait] : [:],
                targets: ["materials": [2, nil, 4]]
            )
        )
    }

    static func compositor(_ sheet: SheetTemplate) throws -> SheetCompositor {
        try SheetCompositor(
            sheet,
            catalog: FormRepository.catalog(),
            measure: FormRepository.fonts()
        )
    }

    private static let code = PageStamp(
        code: CodeModules(side: 33, runs: [CodeModules.Run(row: 0, start: 0, length: 33)]),
        alternative: "二维码",
        words: "",
        captions: ["7K3QX-9D2M-VB04T", "0/12  0123abcd"]
    )

    private static let portrait = FormPicture(
        index: 0,
        proportions: Size(413, 579),
        turn: .none,
        alternative: "照片"
    )
}
