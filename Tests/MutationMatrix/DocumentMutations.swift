import Archiving
import CandidateFixtures
import Registration
import Sealing
import Verification

/// Tampers with dossier.pdf when it travels alone: bytes, and pages by a program that knows PDF.
struct DocumentMutations {
    let sample: SealedSample
    /// Another candidate's, sealed with the same key.
    let other: SealedSample
    let trusted: TrustedKeys
    let stranger: SigningKey
    /// How many bytes; nil for every byte there is.
    let count: Int?

    private let home: TemporaryFolder

    init(
        sample: SealedSample,
        other: SealedSample,
        trusted: TrustedKeys,
        stranger: SigningKey,
        count: Int?
    ) throws {
        self.sample = sample
        self.other = other
        self.trusted = trusted
        self.stranger = stranger
        self.count = count
        home = try TemporaryFolder()
    }

    func run(into table: inout CaughtTable) throws {
        let pdf = sample.bag["data/dossier.pdf"]
        guard try outcome(of: pdf) == .missed else { throw MutationMatrix.Refused() }
        try changeBytes(of: pdf, into: &table)
        table.begin("dossier.pdf alone, as a whole")
        for (name, bytes) in try wholes(of: pdf) { table.add(try outcome(of: bytes), name) }
        table.begin("dossier.pdf alone, its pages changed by qpdf, and hashed or sealed anew")
        for (name, bytes) in try pages(of: pdf) {
            table.add(try outcome(of: bytes), "\(name), the seal kept")
            table.add(try outcome(of: unsigned(bytes)), "\(name), hashed anew without a seal")
            table.add(try outcome(of: sealed(bytes)), "\(name), sealed anew by a stranger")
        }
    }

    private func outcome(of bytes: [UInt8]) throws -> Outcome {
        let path = try home.write(bytes, to: "changed.pdf")
        let context = VerificationContext(trusted: trusted, day: SealedSample.day)
        do {
            let verification = try Verifier(context).verify([path])
            guard let report = verification.reports.first else { return .missed }
            return Outcome(report)
        } catch let error as VerificationError {
            return .caught(error.code.rawValue)
        }
    }

    private func changeBytes(of pdf: [UInt8], into table: inout CaughtTable) throws {
        table.begin("One byte of dossier.pdf alone", isSampled: true)
        var random = SeededGenerator(seed: 3)
        let places: [Int] =
            if let count {
                (0..<count).map { _ in Int.random(in: pdf.indices, using: &random) }
            } else {
                Array(pdf.indices)
            }
        var bytes = pdf
        for place in places {
            let change = UInt8.random(in: 1...255, using: &random)
            bytes[place] ^= change
            table.add(try outcome(of: bytes), "a byte", detail: "\(place) ^ \(change)")
            bytes[place] ^= change
        }
    }

    private func wholes(of pdf: [UInt8]) throws -> [(String, [UInt8])] {
        let theirs = other.bag["data/dossier.pdf"]
        var exchanged = pdf
        exchanged.replaceSubrange(try seal(in: pdf), with: theirs[try seal(in: theirs)])
        var blanked = pdf
        blanked.replaceSubrange(try seal(in: pdf), with: Array(repeating: 0x20, count: 320))
        let update = "1 0 obj\n<< >>\nendobj\nxref\n0 0\ntrailer\n<< >>\nstartxref\n9\n%%EOF\n"
        return [
            ("a byte behind the end", pdf + [0x0A]),
            ("a page of blanks behind the end", pdf + blanks),
            ("bytes before the beginning", Array("hello\n".utf8) + pdf),
            ("cut by a byte", pdf.dropLast()), ("cut in half", Array(pdf.prefix(pdf.count / 2))),
            ("an update appended", pdf + update.utf8),
            ("another dossier appended", pdf + theirs),
            ("the seal of another dossier", exchanged), ("the seal blanked", blanked),
            ("hashed anew without a seal", try unsigned(pdf)),
            ("sealed anew by a stranger", try sealed(pdf)),
        ]
    }

    private var blanks: [UInt8] { Array(repeating: 0x20, count: 4096) }

    private func pages(of pdf: [UInt8]) throws -> [(String, [UInt8])] {
        guard let qpdf = OutsideTool("qpdf") else { throw Missing() }
        let mine = try home.write(pdf, to: "mine.pdf")
        let theirs = try home.write(other.bag["data/dossier.pdf"], to: "theirs.pdf")
        let changes: [(String, [String])] = [
            ("written anew", [mine]),
            ("a page removed", [mine, "--pages", ".", "1-2,4-z", "--"]),
            ("a page twice", [mine, "--pages", ".", "1-3,3-z", "--"]),
            ("two pages exchanged", [mine, "--pages", ".", "1-2,4,3,5-z", "--"]),
            (
                "a page of another dossier",
                [mine, "--pages", ".", "1-2", theirs, "3", ".", "4-z", "--"]
            ),
            ("a page turned", [mine, "--rotate=+90:3"]),
            ("a page covered", [mine, "--overlay", theirs, "--from=3", "--to=3", "--"]),
            ("the attached manifest removed", [mine, "--remove-attachment=manifest.json"]),
            ("the attached seal removed", [mine, "--remove-attachment=seal.txt"]),
        ]
        return try changes.map { name, arguments in
            let output = home.path("out.pdf")
            // The seal must lie in the file as it is, or the forger has nothing to write over.
            try qpdf.run(
                arguments + ["--stream-data=preserve", "--deterministic-id", output]
            )
            return (name, try home.bytes(of: "out.pdf"))
        }
    }

    /// What a forger without the office's key can make of a changed file: a hash, or a seal of their own.
    private func unsigned(_ pdf: [UInt8]) throws -> [UInt8] {
        try resealed(pdf) { digest in
            let place = try SealPlace(.document, page: 0, pages: lastPage)
            return try DocumentSeal(PageCode(place, digest: digest))
        }
    }

    private func sealed(_ pdf: [UInt8]) throws -> [UInt8] {
        try resealed(pdf) { digest in
            let place = try SealPlace(.document, page: 0, pages: lastPage)
            let payload = try sample.payload(place: place, digest: digest)
            return try DocumentSeal(SealText(sealing: payload, with: stranger))
        }
    }

    private var lastPage: Int { sample.manifest["pages"]?.integer ?? 0 }

    private func resealed(
        _ pdf: [UInt8],
        _ make: (ContentHash) throws -> DocumentSeal
    ) throws -> [UInt8] {
        guard let place = try? seal(in: pdf) else { return pdf }
        var bytes = pdf
        bytes.replaceSubrange(place, with: blanks.prefix(place.count))
        bytes.replaceSubrange(place, with: try make(.of(bytes)).bytes)
        return bytes
    }

    private func seal(in pdf: [UInt8]) throws -> Range<Int> {
        let mark = Array("\nstream\nDS1:".utf8)
        guard let start = pdf.indices.first(where: { pdf[$0...].starts(with: mark) }) else {
            throw MutationMatrix.Refused()
        }
        return start + 8..<start + 8 + DocumentSeal.size
    }

    /// qpdf is not installed.
    struct Missing: Error {}
}
