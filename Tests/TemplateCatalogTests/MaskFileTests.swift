import Registration
import Review
import TemplateCatalog
import Testing

@Suite struct MaskFileTests {
    private static let size = PixelSize(width: 300, height: 200)

    private func file(_ text: String) throws -> MaskFile {
        try MaskFile(bytes: Array(text.utf8)) { path in
            path == "materials/某/1.jpg" ? Self.size : nil
        }
    }

    @Test func `boxes are read in their order, up to the edges`() throws {
        let file = try file(
            """
            - picture: materials/某/1.jpg
              boxes: [[0, 0, 300, 200], [299, 199, 1, 1]]
            """
        )
        #expect(
            file.verdicts == [
                "materials/某/1.jpg": .hide([
                    PixelRegion(x: 0, y: 0, width: 300, height: 200),
                    PixelRegion(x: 299, y: 199, width: 1, height: 1),
                ])
            ]
        )
    }

    @Test func `a picture may be clear`() throws {
        let file = try file("- { picture: materials/某/1.jpg, clear: true }")
        #expect(file.verdicts == ["materials/某/1.jpg": .clear])
    }

    @Test(arguments: [
        (", boxes: [[0, 0, 301, 1]]", "1:41: the box is empty or goes beyond the picture"),
        (", boxes: [[1, 0, 300, 1]]", "1:41: the box is empty or goes beyond the picture"),
        (", boxes: [[0, 0, 1, 0]]", "1:41: the box is empty or goes beyond the picture"),
        (", boxes: [[-1, 0, 1, 1]]", "1:42: a number from 0 to 100000 is expected"),
        (", boxes: [[0.5, 0, 1, 1]]", "1:42: a whole number is expected"),
        (", boxes: [[1, 1, 1]]", "1:41: a box is [x, y, width, height]"),
        (", boxes: []", "1:40: a list without boxes hides nothing"),
        (", boxes: [[0, 0, 1, 1]], clear: true", "1:3: either boxes or"),
        ("", "1:3: either boxes or"),
        (", clear: false", "1:40: true is expected"),
        (", box: [[0, 0, 1, 1]]", "1:33: unknown key"),
    ])
    func `what cannot be meant is told by line and column`(rest: String, message: String) {
        let error = #expect(throws: CatalogError.self) {
            try file("- { picture: materials/某/1.jpg\(rest) }")
        }
        #expect(error?.description.hasPrefix("masks.yaml:\(message)") == true, "\(error as Any)")
    }

    @Test func `a picture that is not there or named twice is told without its name`() {
        let strange = #expect(throws: CatalogError.self) {
            try file("- { picture: materials/某/张三.jpg, clear: true }")
        }
        #expect(
            strange?.description == "masks.yaml:1:14: there is no such picture in the folder"
        )
        let twice = #expect(throws: CatalogError.self) {
            try file(
                """
                - { picture: materials/某/1.jpg, clear: true }
                - { picture: materials/某/1.jpg, clear: true }
                """
            )
        }
        #expect(twice?.description == "masks.yaml:2:14: this picture is there already")
    }

    @Test func `the layout of the identity card can be read and lies within the card`() throws {
        let layout = try Repository.catalog().identityCardLayout()
        #expect(abs(layout.ratio - 85.6 / 54) < 1e-9)
        #expect(layout.hidden.count == 6 && layout.kinds == ["二代身份证"])
        // Where front and back cannot be told, no field of either may stay.
        for box in layout.hidden {
            #expect(box.x >= layout.inDoubt.x && box.y >= layout.inDoubt.y)
            #expect(box.y + box.height <= layout.inDoubt.y + layout.inDoubt.height + 0.02)
        }
    }

    @Test(arguments: ["hunan-2026", "hubei-2025"])
    func `identity documents and photos of an area are marked as such`(id: String) throws {
        let area = try Repository.catalog().area(id).area
        for material in area.materials {
            let isIdentity = ["id", "photo"].contains(material.concept)
            #expect((material.privacy == .identity) == isIdentity, "\(material.id)")
        }
        // Institutions' licences are the only papers about no person.
        let open = area.materials.filter { $0.privacy == .open }
        #expect(open.map(\.concept) == ["licence"])
    }
}
