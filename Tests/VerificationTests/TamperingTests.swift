import Archiving
import CandidateFixtures
import Packaging
import Registration
import Sealing
import Testing
import Verification

/// Every file of a bag is changed, added, removed and renamed in turn, by somebody without a key.
@Suite struct TamperingTests {
    @Test func `one byte changed at the beginning, middle or end of any file is noticed`()
        async throws
    {
        let archive = try await SealedArchive()
        let folder = try archive.unpack()
        let files = try archive.home.files(in: "bag")
        #expect(files.count == 10)
        for file in files {
            let whole = try archive.home.bytes(of: "bag/\(file)")
            for place in Set([0, whole.count / 2, whole.count - 1]) {
                var bytes = whole
                bytes[place] ^= 0x01
                try archive.home.write(bytes, to: "bag/\(file)")
                try expectRefusal(of: folder, naming: [file], "byte \(place)")
            }
            try archive.home.write(Array(whole.dropLast()), to: "bag/\(file)")
            try expectRefusal(of: folder, naming: [file], "one byte less")
            try archive.home.write(whole + [0x0A], to: "bag/\(file)")
            try expectRefusal(of: folder, naming: [file], "one byte more")
            try archive.home.write(whole, to: "bag/\(file)")
        }
        // Put back, it is as it was.
        #expect(try SealedArchive.verify(folder, trust: SealedArchive.trust()).isAccepted)
    }

    @Test func `any file removed or renamed is noticed`() async throws {
        let archive = try await SealedArchive()
        let folder = try archive.unpack()
        for file in try archive.home.files(in: "bag") {
            let whole = try archive.home.bytes(of: "bag/\(file)")
            try archive.home.remove("bag/\(file)")
            try expectRefusal(of: folder, naming: [file], "removed")
            try archive.home.write(whole, to: "bag/\(file).bak")
            try expectRefusal(of: folder, naming: [file, "\(file).bak"], "renamed")
            try archive.home.move("bag/\(file).bak", to: "bag/\(file)")
        }
        #expect(try SealedArchive.verify(folder, trust: SealedArchive.trust()).isAccepted)
    }

    @Test(
        arguments: [
            "data/materials/01-身份证明/03.jpg", "data/more.txt", "extra.txt", "meta/extra.txt",
            "fetch.txt", "manifest-sha512.txt", "data/.hidden", "seal.txt.bak",
        ]
    )
    func `a file put beside the others is noticed`(file: String) async throws {
        let archive = try await SealedArchive()
        let folder = try archive.unpack()
        try archive.home.write("", to: "bag/\(file)")
        try expectRefusal(of: folder, naming: [file], "added")
    }

    @Test func `two pictures that changed places are noticed`() async throws {
        let archive = try await SealedArchive()
        let folder = try archive.unpack()
        let pictures = ["data/materials/01-身份证明/01.jpg", "data/materials/01-身份证明/02.jpg"]
        try archive.home.move("bag/\(pictures[0])", to: "bag/swap")
        try archive.home.move("bag/\(pictures[1])", to: "bag/\(pictures[0])")
        try archive.home.move("bag/swap", to: "bag/\(pictures[1])")
        for picture in pictures { try expectRefusal(of: folder, naming: [picture], "swapped") }
    }

    private func expectRefusal(
        of folder: String,
        naming files: [String],
        _ what: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        // Neither needs a trusted key: integrity alone must fail.
        let report = try SealedArchive.verify(folder, trust: nil)
        #expect(!report.isAccepted, "\(files[0]): \(what)", sourceLocation: sourceLocation)
        #expect(report.outcome(of: .integrity) == .failed, sourceLocation: sourceLocation)
        let isNamed = files.contains { report.blames($0) }
        let steps = report.steps.filter { $0.outcome == .failed }
        #expect(
            isNamed,
            "\(files[0]): \(what): \(steps.map { ($0.code, $0.file) })",
            sourceLocation: sourceLocation
        )
    }
}
