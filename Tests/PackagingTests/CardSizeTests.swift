import CandidateFixtures
import Testing

@testable import Packaging

/// Both sides of an identity card stand on one page, as large as the card is (ISO/IEC 7810, ID-1).
@Suite struct CardSizeTests {
    let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    /// A picture of one colour with the proportions of a card, or of something else.
    private func picture(_ colour: [UInt8], height: Int = 108) -> [UInt8] {
        let row = (0..<171).flatMap { _ in colour }
        return RawPNG(width: 171, colourType: 2, rows: Array(repeating: row, count: height)).bytes
    }

    @Test(.enabled(if: OutsideTool.isInstalled("pdftoppm"), "needs poppler-utils"))
    func `printed, both are 85.6 by 54 millimetres within a tenth`() async throws {
        let candidate = SmallCandidate(pictures: [
            "身份证明/1.png": picture([255, 0, 0]), "身份证明/2.png": picture([0, 0, 255]),
        ])
        try await PackRun().pack(candidate.write(to: "c", in: home), to: .pdf(home.path("c.pdf")))
        let list = try #require(OutsideTool("pdfimages")).run(["-list", home.path("c.pdf")])
        let pages = list.split(separator: "\n").dropFirst(2)
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(pages.count == 2 && pages[0] == pages[1])
        try #require(OutsideTool("pdftoppm")).run([
            "-r", "300", "-singlefile", "-f", pages[0], "-l", pages[0], home.path("c.pdf"),
            home.path("page"),
        ])
        let page = try #require(PortableMap(try home.bytes(of: "page.ppm")))
        for isFirst in [true, false] {
            let size = page.size { red, green, blue in
                green < 60 && (isFirst ? red > 200 && blue < 60 : blue > 200 && red < 60)
            }
            #expect(abs(size.width * 25.4 / 300 - 85.6) < 0.1, "\(size)")
            #expect(abs(size.height * 25.4 / 300 - 54) < 0.1, "\(size)")
        }
    }

    @Test func `what has other proportions, or is no identity document, has a page of its own`()
        async throws
    {
        let card = picture([255, 0, 0])
        let candidate = SmallCandidate(pictures: [
            "身份证明/1.png": card, "身份证明/2.png": picture([0, 0, 255], height: 118),
            "毕业证书/1.png": card, "毕业证书/2.png": card,
        ])
        let review = try await PackRun().review(candidate.write(to: "c", in: home))
        let plan = try review.drawing().plan()
        #expect(Set(plan.pages.values).count == 4)
        #expect(plan.arrangements.values.allSatisfy { $0 == .single })
    }
}

extension PortableMap {
    /// Width and height in pixels of the box that a test picks, measured to the middle of its outline.
    fileprivate func size(
        of isWanted: (_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Bool
    ) -> (width: Double, height: Double) {
        let middle = centre(where: isWanted)
        func reach(_ stepX: Int, _ stepY: Int) -> Double {
            var (inner, outer) = (0, 0)
            var (x, y) = (Int(middle.x), Int(middle.y))
            while (0..<width).contains(x), (0..<height).contains(y) {
                let at = (y * width + x) * channels
                let pixel = (samples[at], samples[at + 1], samples[at + 2])
                guard min(pixel.0, pixel.1, pixel.2) < 250 else { break }
                outer += 1
                if isWanted(pixel.0, pixel.1, pixel.2) { inner += 1 }
                (x, y) = (x + stepX, y + stepY)
            }
            return Double(inner + outer) / 2
        }
        // The pixel in the middle was counted twice.
        return (reach(-1, 0) + reach(1, 0) - 1, reach(0, -1) + reach(0, 1) - 1)
    }
}
