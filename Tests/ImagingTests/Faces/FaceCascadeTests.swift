import FoundationEssentials
import Imaging
import Registration
import Testing

struct FaceCascadeTests {
    /// Where Debian's opencv-data puts the trained cascade, or where DOSSIER_FACES says.
    private static let path =
        ProcessInfo.processInfo.environment["DOSSIER_FACES"]
        ?? "/usr/share/opencv4/lbpcascades/lbpcascade_frontalface_improved.xml"
    private static let isPresent = FileManager.default.fileExists(atPath: path)

    /// One stage with one question: a pattern of nothing but brighter surroundings (255).
    private static let xml = """
        <?xml version="1.0"?>
        <!-- <width>9</width> is not meant -->
        <cascade><featureType>LBP</featureType><height>12</height>\r\n<width>12</width>
        <stages><_><stageThreshold>5.0e-001</stageThreshold><weakClassifiers><_>
        <internalNodes>\r\n0 -1 0 0 0 0 0 0 0 0 -2147483648</internalNodes>
        <leafValues>1. -1.</leafValues></_></weakClassifiers></_></stages>
        <features><_><rect>0 0 4 4</rect></_></features></cascade>
        """

    @Test func `A face is seen where enough windows agree, and only there`() throws {
        let cascade = try #require(read(Array(Self.xml.utf8)))
        // A dark square of a ninth of a window: few positions and sizes have it in their middle.
        let plane = try LumaPlane(300, 400) { x, y in
            (120..<150).contains(x) && (200..<230).contains(y) ? 20 : (x + y) % 7 + 180
        }
        #expect(FaceSearch(cascade).count(in: plane) >= 1)
        let dotted = try LumaPlane(300, 400) { x, y in 255 - (x + y) / 4 }
        #expect(FaceSearch(cascade).count(in: dotted) == 0)
    }

    @Test(
        arguments: [
            ("LBP", "HAAR"), ("0 -1 0 0", "0 1 0 0"), ("0 -1 0 0", "0 -1 1 0"),
            ("0 0 4 4", "0 0 5 4"), ("1. -1.", "1."), ("stageThreshold>", "threshold>"),
        ])
    func `Another kind of cascade is refused`(old: String, new: String) {
        let xml = Self.xml.replacing(old, with: new)
        #expect(read(Array(xml.utf8)) == nil)
    }

    @Test func `A cascade cut anywhere is refused`() throws {
        let bytes = Array(Self.xml.utf8)
        for length in bytes.indices {
            #expect(read(Array(bytes[..<length])) == nil, "\(length)")
        }
    }

    /// OpenCV 4.12 counts the same, from the same files at the same height.
    @Test(
        .enabled(if: Corpus.isPresent && isPresent, "needs the corpora and opencv-data"),
        arguments: [
            ("hopper.jpg", 1), ("icao-compliant_3.png", 1), ("made-idphoto-1-blue.jpg", 1),
            ("made-idphoto-5-white.jpg", 1), ("made-idphoto-shadow-3.jpg", 1), ("astronaut.png", 0),
            ("made-idphoto-3-wrong-ratio.jpg", nil),
        ] as [(String, Int?)]
    )
    func `The trained cascade counts faces as OpenCV does`(file: String, count: Int?) throws {
        let xml = try #require(FileManager.default.contents(atPath: Self.path))
        let cascade = try #require(read(Array(xml)))
        let bytes = try Corpus("portrait").bytes(of: file)
        let content = try facts(of: bytes, faces: cascade).content
        #expect(content?.faceCount == count)
        #expect(try facts(of: bytes).content?.faceCount == nil)
    }

    private func read(_ xml: [UInt8]) -> FaceCascade? { FaceCascade(xml: xml.span) }
}
