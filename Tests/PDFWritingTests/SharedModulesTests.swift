import PDFWriting
import PageLayout
import Testing

/// Codes that are alike in part share that part, and look as if they did not.
struct SharedModulesTests {
    /// A code of random modules, of which those in the columns from `changed` on differ from page to page.
    private static func code(_ page: Int, changed: Int, mask: Int = 0) -> CodeModules {
        let side = 29
        var runs: [CodeModules.Run] = []
        for row in 0..<side {
            for column in 0..<side {
                var seed = UInt64(row * side + column + 10_000 * mask)
                if column >= changed { seed += UInt64(1_000_000 * (page + 1)) }
                guard noise(seed) & 1 == 1 else { continue }
                runs.append(.init(row: row, start: column, length: 1))
            }
        }
        return CodeModules(side: side, runs: runs)
    }

    /// SplitMix64.
    private static func noise(_ seed: UInt64) -> UInt64 {
        var value = seed &* 0x9E37_79B9_7F4A_7C15
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    /// Sides of modules lie anywhere between the dots.
    private static let box = Box(25.5, 25.3, 29, 29)

    private static func layout(count: Int, changed: Int) -> DocumentLayout {
        DocumentLayout(
            pages: (0..<count).map { page in
                Page(
                    label: "\(page + 1)",
                    marks: TaggedSample.part(
                        .figure(alternative: "二维码", box),
                        [.code(code(page, changed: changed, mask: page % 2), box)]
                    )
                )
            }
        )
    }

    // Where corners of two drawings meet, the edges are not smoothed quite alike (41 of 255); a
    // line of light between two sides would be brighter (79).
    @Test(
        .enabled(if: OutsideTool.pdftoppm != nil, Comment(rawValue: RenderedPage.condition)),
        arguments: [9, 15, 28],
        [1, 2, 11, 12]
    )
    func `A code looks the same, whole or in parts`(changed: Int, page: Int) throws {
        let maps = try Road.allCases.map { road in
            try RenderedPage(Self.layout(count: 12, changed: changed), road: road, page: page).map
        }
        let differences = zip(maps[0].samples, maps[1].samples).map { abs(Int($0) - Int($1)) }
        #expect(differences.max() ?? 255 < 48)
        #expect(maps[0].ink(100..<216, 100..<216) > 0.4)
    }

    @Test(.enabled(if: OutsideTool.qpdf != nil, "qpdf is not installed"))
    func `Codes under one mask share a form, those under another have their own`() throws {
        let bytes = try Sample.write(Self.layout(count: 12, changed: 20), road: .pageByPage)
        let pdf = try ParsedPDF(bytes, inflated: true)
        let forms = try (0..<12).map { Set(try pdf.resources("XObject", ofPage: $0).values) }
        #expect(forms[0] != forms[1])
        for page in 2..<12 { #expect(forms[page] == forms[page - 2]) }
        let isShown = try pdf.content(ofPage: 11).contains("cm\n/C1 Do\n")
        #expect(isShown)
    }

    @Test(.enabled(if: OutsideTool.qpdf != nil, "qpdf is not installed"))
    func `A page with two codes names the form of both once`() throws {
        var layout = Self.layout(count: 12, changed: 20)
        for page in layout.pages.indices {
            let second = Box(80, 25.3, 29, 29)
            layout.pages[page].marks += TaggedSample.part(
                .figure(alternative: "二维码", second),
                [.code(Self.code(page + 20, changed: 20, mask: page % 2), second)]
            )
        }
        // Of a name that is there twice qpdf complains, and the document is then not parsed.
        let bytes = try Sample.write(layout, road: .pageByPage)
        let pdf = try ParsedPDF(bytes, inflated: true)
        for page in 0..<12 {
            let lines = try pdf.content(ofPage: page).split(separator: "\n")
            #expect(lines.count { $0.hasPrefix("/C") && $0.hasSuffix(" Do") } == 2)
            #expect(try pdf.resources("XObject", ofPage: page).count == 1)
        }
    }

    // A part of a code must not be taken for a code: who reads them looks for 21 rectangles and more. Poppler
    // and PDFium draw one that is alone with other edges.
    @Test(.enabled(if: OutsideTool.qpdf != nil, "qpdf is not installed"))
    func `Fills of what codes share have few rectangles`() throws {
        let bytes = try Sample.write(Self.layout(count: 12, changed: 20), road: .pageByPage)
        let pdf = try ParsedPDF(bytes, inflated: true)
        let form = try #require(pdf.resources("XObject", ofPage: 0).values.first)
        // ISO 32000 asks for them even where there are none.
        let entries = try pdf.dictionary(form)
        #expect(entries["Resources"] != nil)
        let drawn = String(decoding: try pdf.stream(form), as: UTF8.self)
        let fills = drawn.split(separator: "f\n")
        #expect(fills.count > 2)
        let counts = fills.map { $0.split(separator: "\n").count }
        #expect(counts.allSatisfy { (2...20).contains($0) })
    }

    @Test(.enabled(if: OutsideTool.qpdf != nil, "qpdf is not installed"))
    func `Codes that have nothing in common share nothing`() throws {
        let bytes = try Sample.write(Self.layout(count: 12, changed: 0), road: .pageByPage)
        let pdf = try ParsedPDF(bytes, inflated: true)
        for page in 0..<12 {
            let forms = try? pdf.resources("XObject", ofPage: page)
            #expect(forms == nil)
        }
    }
}
