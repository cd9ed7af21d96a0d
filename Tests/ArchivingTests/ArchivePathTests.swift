import Testing

@testable import Archiving

@Suite struct ArchivePathTests {
    @Test(arguments: [
        ("data/materials/01-身份证明/01.jpg", []), ("a b/c.tar.gz", []), ("..a/b..c", []),
        ("", [PathHazard.empty, .dotSegment]), ("/etc/passwd", [.absolute, .dotSegment]),
        ("a/../b", [.parentFolder]), ("a/./b", [.dotSegment]), ("a//b", [.dotSegment]),
        ("a\\b", [.backslash]), ("C:/a", [.drive]), ("a.txt:stream", [.drive]), ("~/a", [.home]),
        ("a\nb", [.control]), ("a\u{7F}", [.control]), ("a\u{202E}gpj.exe", [.hiddenCharacter]),
        ("\u{FF0E}\u{FF0E}/a", [.lookalike]), ("con.txt", [.reservedName]),
        ("a/LPT1", [.reservedName]), ("console", []), ("a./b", [.trailingDotOrSpace]),
        ("a ", [.trailingDotOrSpace]), (String(repeating: "x", count: 256), [.tooLong]),
        (String(repeating: "x/", count: 40) + "x", [.tooDeep]),
    ])
    func `A path's hazards are named`(text: String, hazards: [PathHazard]) {
        #expect(ArchivePath(text).hazards == hazards)
    }

    @Test func `Composed and decomposed letters are two paths`() {
        let (composed, decomposed) = (ArchivePath("\u{E9}"), ArchivePath("e\u{301}"))
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed]).count == 2)
        #expect(decomposed < composed)
    }

    /// Unicode's own lower case, from Swift, is the judge.
    @Test func `Every character has its lower case in a folded path`() {
        for value in UInt32(0x21)...0x1FFFF where value != 0x2F {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "中A/\(Character(scalar))z"
            #expect(ArchivePath(text).folded.utf8.elementsEqual(text.lowercased().utf8))
        }
    }

    @Test func `Order is by bytes`() {
        let sorted: [ArchivePath] = ["Z", "a", "a-b", "a/b", "a0", "é", "中"]
        #expect(sorted.reversed().sorted() == sorted)
    }

    @Test func `Bytes that are no UTF-8 are no path`() {
        #expect(ArchivePath(utf8: [0xFF]) == nil)
        #expect(ArchivePath(utf8: [0xC0, 0xAF]) == nil)
    }
}
