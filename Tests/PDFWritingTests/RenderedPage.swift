import PDFWriting
import PageLayout
import Testing

/// A page as poppler draws it, in gray at 100 dots an inch.
struct RenderedPage {
    static let dotsPerMillimetre = 100 / 25.4
    static let condition = "pdftoppm (poppler-utils) is not installed"

    let map: PortableMap

    init(
        _ layout: DocumentLayout,
        pictures: [PDFPicture] = [],
        fonts: FontLibrary? = nil,
        road: Road = .atOnce,
        page: Int = 1
    ) throws {
        let folder = try TemporaryFolder()
        let pdf = try Sample.write(
            layout,
            pictures: pictures,
            fonts: fonts,
            compressed: true,
            road: road
        )
        let file = try folder.write(pdf, to: "document.pdf")
        let result = try #require(OutsideTool.pdftoppm).run(
            ["-gray", "-r", "100", "-f", "\(page)", "-singlefile", file, folder.path("page")])
        #expect(result.status == 0 && result.output.isEmpty, "\(result.output)")
        map = try PortableMap(folder.bytes(of: "page.pgm"))
        #expect(map.format == "P5")
    }

    /// How dark a box in millimetres is, from 0 to 1, the dots at its edges rounded.
    func ink(_ box: Box) -> Double {
        let dots = [box.x, box.right, box.y, box.bottom].map {
            Int(($0 * Self.dotsPerMillimetre).rounded())
        }
        let columns = max(0, dots[0])..<min(map.width, dots[1])
        let rows = max(0, dots[2])..<min(map.height, dots[3])
        return map.ink(columns, rows)
    }

    /// How much of the page's ink lies outside a box.
    func inkOutside(_ box: Box, page: Size = .a4) -> Double {
        [
            Box(0, 0, page.width, box.y), Box(0, box.bottom, page.width, page.height - box.bottom),
            Box(0, 0, box.x, page.height), Box(box.right, 0, page.width - box.right, page.height),
        ].map(ink).reduce(0, +)
    }
}
