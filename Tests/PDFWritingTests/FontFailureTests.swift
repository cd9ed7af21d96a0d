import Foundation
import PDFWriting
import PageLayout
import Testing

struct FontFailureTests {
    /// The real fonts with another one at the head of the song chain.
    private func library(song: FontLocation) throws -> FontLibrary {
        var chains = try TestFont.locations()
        chains[.song] = [song]
        return try FontLibrary(chains: chains)
    }

    private func opening(_ location: FontLocation) -> PDFError? {
        do {
            _ = try library(song: location)
            return nil
        } catch {
            return error as? PDFError
        }
    }

    @Test func `A font file that is not there is unreadable`() throws {
        let path = try TemporaryFolder().path("gone.ttf")
        #expect(opening(FontLocation(path: path)) == PDFError(.fontUnreadable, path))
    }

    @Test func `A folder is no font`() throws {
        let folder = try TemporaryFolder()
        let code = try #require(opening(FontLocation(path: folder.path))).code
        #expect([.fontUnreadable, .fontUnusable].contains(code))
    }

    @Test(
        arguments: [
            "", "O", "OTTO", "ttcf", "This is a text and no font at all.\n",
            "\u{0}\u{1}\u{0}\u{0}\u{0}\u{9}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}",
        ]
    )
    func `A file that is no font is unusable`(text: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Array(text.utf8), to: "font.ttf")
        let error = try #require(opening(FontLocation(path: path)))
        #expect([.fontUnreadable, .fontUnusable].contains(error.code))
        #expect(error.subject == path)
    }

    @Test(arguments: [5, 100, -1, Int.max, Int.min])
    func `A number that a collection does not have is unusable`(index: Int) throws {
        let path = try TestFont.notoSerif.location().path
        let error = opening(FontLocation(path: path, index: index))
        #expect(error == PDFError(.fontUnusable, path))
    }

    @Test(arguments: [0.001, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99], [TestFont.notoSerif, .kai])
    func `A font cut short is refused when it is opened or used`(
        share: Double,
        font: TestFont
    ) throws {
        let location = try font.location()
        let bytes = try Data(contentsOf: URL(filePath: location.path), options: .alwaysMapped)
        let folder = try TemporaryFolder()
        let cut = bytes.prefix(Int(Double(bytes.count) * share))
        let path = folder.path("cut.ttf")
        try cut.write(to: URL(filePath: path))
        do {
            let library = try library(song: FontLocation(path: path, index: location.index))
            let bytes = try Sample.write(Sample.text("医师Ag龘"), fonts: library)
            // What could be used in spite of the damage must be whole.
            let whole = try Sample.write(
                Sample.text("医师Ag龘"),
                fonts: self.library(song: location)
            )
            #expect(bytes == whole)
        } catch let error as PDFError {
            let codes: [PDFError.Code] = [.fontUnreadable, .fontUnusable, .missingGlyph]
            #expect(codes.contains(error.code), "\(error)")
        }
    }

    // The head of the CFF table, which every glyph is found by, is overwritten.
    @Test func `A font whose outlines cannot be read is refused`() throws {
        let location = try TestFont.notoSans.location()
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: location.path)))
        func word(_ offset: Int) -> Int {
            bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
        }
        // A collection's fonts are listed from byte 12, a font's tables from its byte 12, 16 bytes each.
        let directory = word(12 + 4 * location.index)
        let tables = (0..<32).map { directory + 12 + 16 * $0 }
        let entry = try #require(tables.first { bytes[$0..<$0 + 4].elementsEqual("CFF ".utf8) })
        let table = word(entry + 8)
        for offset in table..<table + 256 { bytes[offset] = 0xFF }
        let folder = try TemporaryFolder()
        let path = try folder.write(bytes, to: "damaged.ttc")
        #expect(throws: PDFError(.fontUnusable, path)) {
            let damaged = FontLocation(path: path, index: location.index)
            _ = try Sample.write(Sample.text("医师"), fonts: library(song: damaged))
        }
    }

    @Test(arguments: FontRole.allCases)
    func `A role without a font is named`(role: FontRole) throws {
        var chains = try TestFont.locations()
        chains[role] = nil
        #expect(throws: PDFError(.fontMissing, role.rawValue)) { try FontLibrary(chains: chains) }
        chains[role] = []
        #expect(throws: PDFError(.fontMissing, role.rawValue)) { try FontLibrary(chains: chains) }
    }

    @Test(arguments: ["医\u{2A6D7}师", "\u{10FFFD}", "a\nb", "\u{7}"])
    func `A character that no font has is refused by its number`(text: String) throws {
        let library = try TestFont.library()
        let missing = try #require(library.missingCharacters(in: text, role: .kai).first)
        let error = #expect(throws: PDFError.self) {
            try Sample.write(Sample.text(text, .kai), fonts: library)
        }
        #expect(error?.code == .missingGlyph)
        // The Unicode Standard writes a code point as U+ and four to six capital digits.
        let digits = String(missing.value, radix: 16, uppercase: true)
        let padding = String(repeating: "0", count: max(0, 4 - digits.count))
        #expect(error?.subject == "U+" + padding + digits)
    }

    @Test func `A failure leaves the fonts usable`() throws {
        let library = try TestFont.library()
        #expect(throws: PDFError.self) {
            try Sample.write(Sample.text("\u{2A6D7}"), fonts: library)
        }
        #expect(try Sample.write(Sample.text("医"), fonts: library).count > 1000)
    }
}
