import Testing

@testable import Packaging

@Suite struct NaturalOrderTests {
    @Test(
        arguments: [
            ["1.jpg", "2.jpg", "10.jpg"],
            ["IMG_9.jpg", "IMG_10.jpg", "IMG_100.jpg"],
            ["第2页.jpg", "第10页.jpg"],
            ["1-2.jpg", "1-10.jpg", "2-1.jpg"],
            ["007.jpg", "7.jpg", "08.jpg"],
            ["", "1", "a", "a1", "a1b", "a2"],
            // Longer than any integer: a camera's date and time with a serial number.
            ["9", "10", "20261121103045123455", "20261121103045123456789"],
        ]
    )
    func `names are ordered as people count`(names: [String]) {
        #expect(names.reversed().sorted(by: FolderListing.natural) == names)
    }

    @Test func `the order does not depend on the order in which a folder is read`() {
        let names = [
            "1", "01", "1a", "01a", "1A", "001b", "9", "10", "99999999999999999999",
            "100000000000000000000", "9a", "10a", "第1", "第01", "é", "e\u{301}",
        ]
        for a in names {
            #expect(!FolderListing.natural(a, a))
            for b in names where Array(a.utf8) != Array(b.utf8) {
                #expect(FolderListing.natural(a, b) != FolderListing.natural(b, a), "\(a) \(b)")
                for c in names where FolderListing.natural(a, b) && FolderListing.natural(b, c) {
                    #expect(FolderListing.natural(a, c), "\(a) < \(b) < \(c)")
                }
            }
        }
    }
}
