import CandidateFixtures
import Registration
import Review
import Testing

@testable import Packaging

/// Large files are read first, and nobody need know.
@Suite struct PictureIntakeTests {
    @Test(arguments: [1, 2, 5])
    func `pictures come back in the order in which they were asked for`(jobs: Int) async throws {
        let home = try TemporaryFolder()
        let rows = [4, 40, 1, 4, 200, 12]
        for (number, rows) in rows.enumerated() {
            _ = try home.write(FlatJPEG.gray(90, rows: rows), to: "\(number).jpg")
        }
        let requests = rows.indices.map {
            PictureIntake.Request(path: "\($0).jpg", repair: nil, isPortrait: false)
        }
        let read = try await PictureIntake(folder: home.path).read(requests, jobs: jobs)
        #expect(read.map(\.picture.path) == requests.map(\.path))
        #expect(read.map(\.picture.facts.height) == rows.map { 8 * $0 })
    }

    @Test(arguments: [1, 3])
    func `a picture that is not there is an error`(jobs: Int) async throws {
        let home = try TemporaryFolder()
        _ = try home.write(FlatJPEG.gray(90), to: "1.jpg")
        let requests = ["1.jpg", "2.jpg"].map {
            PictureIntake.Request(path: $0, repair: nil, isPortrait: false)
        }
        let error = await #expect(throws: PackagingError.self) {
            try await PictureIntake(folder: home.path).read(requests, jobs: jobs)
        }
        #expect(error?.code == .fileUnreadable)
    }
}
