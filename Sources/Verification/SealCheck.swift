import Archiving
import Registration
import Sealing

/// Checks the seal of an archive: what it covers, whose key made it, whether it is still in force.
struct SealCheck {
    let issuer: IssuerCheck

    private typealias Step = VerificationReport.Step
    private static let file = "seal.txt"

    func check(
        seal bytes: [UInt8]?,
        payloadManifest: [UInt8]?,
        _ manifest: CheckedManifest?,
        into report: inout VerificationReport
    ) {
        guard let bytes else {
            report.add(Step(.issuer, "seal.absent", issuer.wantsSeal ? .failed : .absent))
            report.add(Step(.status, "seal.absent", .absent))
            return
        }
        report.isSealed = true
        let seal: SealText
        do throws(SealError) {
            guard bytes.count <= 4096, bytes.last == UInt8(ascii: "\n"),
                let text = String(validating: bytes.dropLast(), as: UTF8.self)
            else { throw SealError(.prefix, Self.file) }
            seal = try SealText(parsing: text)
        } catch {
            report.add(
                Step(
                    .integrity,
                    error.code.rawValue,
                    .failed,
                    file: Self.file,
                    detail: error.subject
                )
            )
            return
        }
        checkCover(seal.payload, payloadManifest, into: &report)
        if let manifest { Self.compare(seal.payload, with: manifest, into: &report) }
        issuer.check(seal, manifest: manifest?.hash, into: &report)
    }

    private func checkCover(
        _ payload: SealPayload,
        _ payloadManifest: [UInt8]?,
        into report: inout VerificationReport
    ) {
        guard payload.place.kind == .archive else {
            report.add(Step(.integrity, "seal.not-for-archives", .failed, file: Self.file))
            return
        }
        let covers = payloadManifest.map { ContentHash.of($0) == payload.digest } ?? false
        report.add(
            covers
                ? Step(.integrity, "seal.covers-payload", .passed, file: Self.file)
                : Step(
                    .integrity,
                    "seal.other-payload",
                    .failed,
                    file: PayloadManifest.path.text
                )
        )
    }

    /// The seal repeats what the manifest says of area, year, person and revision; both must agree.
    static func compare(
        _ payload: SealPayload,
        with manifest: CheckedManifest,
        into report: inout VerificationReport
    ) {
        let agrees = payload.agrees(with: manifest)
        report.add(
            .integrity,
            agrees ? "seal.agrees" : "seal.contradicts-manifest",
            agrees ? .passed : .failed,
            file: file
        )
    }
}

extension SealPayload {
    /// Whether the seal says the same as the manifest of area, year, person and revision.
    func agrees(with manifest: CheckedManifest) -> Bool {
        let area = manifest.value["area"]
        let commitment = manifest.value["candidate"]?["commitment"]?.string
        return area?["region"]?.string == "\(exam.area)" && area?["year"]?.integer == exam.year
            && commitment == ContentHash.hexText(subject.bytes)
            && revision == manifest.revision && caseID == manifest.caseID
    }
}
