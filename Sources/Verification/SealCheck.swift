import Archiving
import Registration
import Sealing

/// Checks the seal of an archive: what it covers, whose key made it, whether it is still in force.
struct SealCheck {
    let trusted: TrustedKeys?
    let day: Int

    private typealias Step = VerificationReport.Step
    private static let file = "seal.txt"

    func check(
        seal bytes: [UInt8]?,
        payloadManifest: [UInt8]?,
        _ manifest: CheckedManifest?,
        into report: inout VerificationReport
    ) {
        guard let bytes else {
            // Who names the keys to trust wants a seal: else to strip it would be to pass.
            report.add(Step(.issuer, "seal.absent", trusted == nil ? .absent : .failed))
            report.add(Step(.status, "seal.absent", .absent))
            return
        }
        let seal: SealText
        do throws(SealError) {
            guard bytes.last == UInt8(ascii: "\n"),
                let text = String(validating: bytes.dropLast(), as: UTF8.self)
            else { throw SealError(.prefix, Self.file) }
            seal = try SealText(parsing: text)
        } catch {
            report.add(
                Step(.integrity, error.code.rawValue, .failed, file: Self.file, detail: "\(error)")
            )
            return
        }
        checkCover(seal.payload, payloadManifest, into: &report)
        checkClaims(seal.payload, manifest, into: &report)
        checkIssuer(seal, into: &report)
        checkStatus(seal.payload, into: &report)
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

    /// The seal repeats what the manifest says of area, year and person; both must agree.
    private func checkClaims(
        _ payload: SealPayload,
        _ manifest: CheckedManifest?,
        into report: inout VerificationReport
    ) {
        guard let manifest else { return }
        let area = manifest.value["area"]
        let subject = manifest.value["candidate"]?["commitment"]?.string
        let agrees =
            area?["region"]?.string == "\(payload.exam.area)"
            && area?["year"]?.integer == payload.exam.year
            && subject == ContentHash.hexText(payload.subject.bytes)
            && manifest.revision == payload.revision && manifest.caseID == payload.caseID
        report.add(
            Step(
                .integrity,
                agrees ? "seal.agrees" : "seal.contradicts-manifest",
                agrees ? .passed : .failed,
                file: Self.file
            )
        )
    }

    private func checkIssuer(_ seal: SealText, into report: inout VerificationReport) {
        guard let trusted else {
            report.add(
                Step(.issuer, "issuer.no-trust-file", .absent, detail: "\(seal.envelope.keyID)")
            )
            return
        }
        let (code, outcome, detail): (String, VerificationReport.Outcome, String) =
            switch trusted.verdict(on: seal, day: seal.payload.issued) {
            case .trusted(let key): ("issuer.trusted", .passed, key.name)
            case .unknownKey(let id): ("issuer.unknown-key", .failed, "\(id)")
            case .badSignature(let id): ("issuer.bad-signature", .failed, "\(id)")
            case .notForArea(let key): ("issuer.not-for-area", .failed, key.name)
            case .notForYear(let key): ("issuer.not-for-year", .failed, key.name)
            case .outsideValidity(let key): ("issuer.outside-validity", .failed, key.name)
            }
        report.add(Step(.issuer, code, outcome, detail: detail))
    }

    private func checkStatus(_ payload: SealPayload, into report: inout VerificationReport) {
        let outcome: (String, VerificationReport.Outcome) =
            if day < payload.issued {
                ("status.not-yet-issued", .failed)
            } else if day > payload.expires {
                ("status.expired", .failed)
            } else {
                ("status.in-force", .passed)
            }
        report.add(Step(.status, outcome.0, outcome.1))
    }
}
