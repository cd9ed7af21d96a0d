import PDFWriting
import PageLayout
import Testing

struct OpeningTests {
    private static let layout = DocumentLayout(
        pages: ["1", "2"].map { Page(label: $0, marks: [.link(Box(0, 0, 9, 9), toPage: 0)]) },
        bookmarks: [
            Bookmark("全", page: 0),
            Bookmark("一", page: 1, top: 100, isOpen: false, children: [Bookmark("二", page: 1)]),
        ]
    )

    private func pdf(_ opening: PDFOpening, _ road: Road) throws -> ParsedPDF {
        var metadata = try Sample.metadata()
        metadata.opening = opening
        return try ParsedPDF(Sample.write(Self.layout, metadata: metadata, road: road))
    }

    // ISO 32000-1, 12.3.2.2: a magnification of 1 is 100 %.
    @Test(arguments: Road.allCases)
    func `A document may open in its true size or whole`(road: Road) throws {
        for (zoom, expected) in [
            (PDFOpening.Zoom.trueSize, [.name("XYZ"), .null, .null, .number(1)]),
            (.wholePage, [PDFValue.name("Fit")]),
        ] {
            let pdf = try pdf(PDFOpening(zoom: zoom), road)
            let action = try pdf.array(pdf.catalog["OpenAction"])
            #expect(action.first == (try pdf.pages.first))
            #expect(Array(action.dropFirst()) == expected)
        }
        #expect(try pdf(PDFOpening(), road).catalog["OpenAction"] == nil)
    }

    // ISO 32000-1, tables 28 and 150.
    @Test(arguments: Road.allCases)
    func `A document may say how it is laid out and printed`(road: Road) throws {
        let opening = PDFOpening(
            arrangement: .book,
            sides: .bothLikeBook,
            printsTrueSize: true
        )
        let pdf = try pdf(opening, road)
        #expect(try pdf.catalog["PageLayout"] == .name("TwoPageRight"))
        let preferences = try pdf.dictionary(pdf.catalog["ViewerPreferences"])
        #expect(preferences["Duplex"] == .name("DuplexFlipLongEdge"))
        #expect(preferences["PrintScaling"] == .name("None"))
        #expect(preferences["DisplayDocTitle"] == .boolean(true))
    }

    // On A4, 100 mm from the top are 841.890 - 100 * 72/25.4 = 558.425 pt.
    @Test(arguments: Road.allCases)
    func `A bookmark may lead to a place on its page`(road: Road) throws {
        for (zoom, whole) in [(PDFOpening.Zoom.viewers, "Fit"), (.trueSize, "XYZ")] {
            let pdf = try pdf(PDFOpening(zoom: zoom), road)
            let outline = try pdf.dictionary(pdf.catalog["Outlines"])
            let first = try pdf.dictionary(outline["First"])
            #expect(try pdf.array(first["Dest"])[1] == .name(whole))
            let second = try pdf.dictionary(first["Next"])
            let place = try pdf.array(second["Dest"])
            #expect(place[0] == (try pdf.pages[1]))
            #expect(place[1] == .name("XYZ"))
            #expect(place[2] == .number(0))
            let top = try #require(place[3].number)
            #expect(abs(top - 558.425) < 0.002)
            #expect(place[4] == .null)
            // A closed entry hides as many as its count is below zero (ISO 32000-1, table 153).
            #expect(second["Count"] == .number(-1))
            let link = try pdf.dictionary(pdf.array(pdf.page(1)["Annots"]).first)
            #expect(try pdf.array(link["Dest"])[1] == .name(whole))
        }
    }
}
