import Archiving
import CandidateFixtures
import Sealing
import Verification

/// Verifies mutated bags and archives as an office would that trusts the sample's key.
struct Verifying {
    private let verifier: ArchiveVerifier
    private let untouched: MemoryBag
    private let home: TemporaryFolder

    init(_ sample: SealedSample, trusted: TrustedKeys?, day: Int = SealedSample.day) throws {
        try self.init(sample, VerificationContext(trusted: trusted, day: day))
    }

    init(_ sample: SealedSample, _ context: VerificationContext) throws {
        verifier = ArchiveVerifier(context)
        untouched = sample.bag
        home = try TemporaryFolder()
    }

    func outcome(of bag: MemoryBag) -> Outcome {
        Outcome(verifier.report(on: bag, isUnpacked: bag.rootName == nil))
    }

    /// Verifies the bytes of a zip file; what is accepted must hold the files that it was made with.
    func outcome(ofArchive bytes: [UInt8]) throws -> Outcome {
        let path = try home.write(bytes, to: "changed.zip")
        do throws(ArchiveError) {
            let zip = try ZipReader(path: path)
            let outcome = Outcome(verifier.report(on: zip, isUnpacked: false))
            guard case .told = outcome else { return outcome }
            return try MemoryBag(copying: zip).contents == untouched.contents ? outcome : .missed
        } catch {
            return .caught(error.code.rawValue)
        }
    }
}
