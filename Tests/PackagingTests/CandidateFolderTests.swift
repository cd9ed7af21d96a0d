import CandidateFixtures
import Glibc
import Registration
import Review
import Testing

@testable import Packaging

@Suite struct CandidateFolderTests {
    let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    @Test func `a folder that is not there is an error that names it`() {
        let path = home.path("nobody")
        #expect(throws: PackagingError(.folderMissing, path)) { try CandidateFolder(at: path) }
    }

    @Test func `a file in the place of the folder is an error`() throws {
        let path = try home.write("", to: "file")
        #expect(throws: PackagingError(.folderMissing, path)) { try CandidateFolder(at: path) }
    }

    @Test(arguments: ["candidate", "candidate.yml", "materials/candidate.yaml"])
    func `a folder without candidate.yaml is an error`(name: String) throws {
        try home.write("area: hubei-2025\n", to: name)
        #expect(throws: PackagingError(.candidateFileMissing, home.path)) {
            try CandidateFolder(at: home.path)
        }
    }

    @Test func `a folder without materials is an error`() throws {
        try home.write("area: hubei-2025\n", to: "candidate.yaml")
        try home.write("", to: "materials.zip")
        #expect(throws: PackagingError(.materialsMissing, home.path)) {
            try CandidateFolder(at: home.path)
        }
    }

    @Test func `folders and files are listed in natural order and slashes at the end do no harm`()
        throws
    {
        try home.write("", to: "candidate.yaml")
        for name in ["b/10.jpg", "b/9.jpg", "a2/1.jpg", "a10/1.jpg"] {
            try home.write("x", to: "materials/\(name)")
        }
        let folder = try CandidateFolder(at: home.path + "///")
        #expect(folder.path == home.path)
        #expect(folder.materials.map(\.name) == ["a2", "a10", "b"])
        #expect(folder.materials.map(\.files) == [["1.jpg"], ["1.jpg"], ["9.jpg", "10.jpg"]])
        #expect(folder.strays.isEmpty)
    }

    @Test(
        arguments: [
            ".DS_Store", "Thumbs.db", "THUMBS.DB", "desktop.ini", "ehthumbs.db", "._1.jpg",
            ".hidden",
        ]
    )
    func `what file managers leave behind is not seen`(litter: String) throws {
        try home.write("", to: "candidate.yaml")
        try home.write("x", to: "materials/身份证明/1.jpg")
        try home.write("x", to: "materials/身份证明/\(litter)")
        try home.write("x", to: "materials/\(litter)")
        let folder = try CandidateFolder(at: home.path)
        #expect(folder.strays.isEmpty)
        #expect(folder.materials.map(\.files) == [["1.jpg"]])
        #expect(folder.materials.flatMap(\.strays).isEmpty)
    }

    @Test func `what is no picture of a material is a stray with its place`() async throws {
        try SmallCandidate().write(to: "c", in: home)
        try home.write("x", to: "c/materials/扫描.jpg")
        try home.write("x", to: "c/materials/身份证明/more/3.jpg")
        mkfifo(home.path("c/materials/身份证明/pipe.jpg"), 0o600)
        symlink("nowhere", home.path("c/materials/身份证明/link.jpg"))
        let strays = [
            "materials/扫描.jpg", "materials/身份证明/link.jpg", "materials/身份证明/more",
            "materials/身份证明/pipe.jpg",
        ]
        let folder = try CandidateFolder(at: home.path("c"))
        #expect(folder.strays + folder.materials.flatMap(\.strays) == strays)

        let review = try await PackRun().review(home.path("c"))
        let found = review.findings.filter { $0.code == .folderStray }
        #expect(found.compactMap(\.picture) == strays)
        #expect(found.allSatisfy { $0.severity == .warning })
    }

    @Test func `a name that is not UTF-8 is a stray and stops nothing`() async throws {
        try SmallCandidate().write(to: "c", in: home)
        // 明 in GBK, as a zip program on an old Windows may leave it.
        var path = Array(home.path("c/materials/身份证明/").utf8CString.dropLast())
        path += [CChar(bitPattern: 0xC3), CChar(bitPattern: 0xF7)] + ".jpg".utf8CString
        let descriptor = creat(path, 0o600)
        try #require(descriptor >= 0)
        close(descriptor)
        let review = try await PackRun().review(home.path("c"))
        #expect(review.findings.count { $0.code == .folderStray } == 1)
        #expect(review.allPictures.count == 3)
    }

    @Test func `a linked picture is a picture`() throws {
        try home.write("", to: "candidate.yaml")
        try home.write("x", to: "elsewhere.jpg")
        try home.write("x", to: "materials/身份证明/1.jpg")
        symlink(home.path("elsewhere.jpg"), home.path("materials/身份证明/2.jpg"))
        let folder = try CandidateFolder(at: home.path)
        #expect(folder.materials.map(\.files) == [["1.jpg", "2.jpg"]])
    }
}
