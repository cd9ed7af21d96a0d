import Registration
import Sealing

/// Checks who sealed, and whether the seal is still in force.
struct IssuerCheck {
    let trusted: TrustedKeys?
    let day: Int

    private typealias Step = VerificationReport.Step

    /// Who names the keys to trust wants a seal: else to strip it would be to pass.
    var wantsSeal: Bool { trusted != nil }

    /// Whether nothing speaks against a seal's signature; without trusted keys nothing can.
    func mayHaveSigned(_ seal: SealText) -> Bool {
        guard let trusted, case .badSignature = trusted.verdict(on: seal, day: seal.payload.issued)
        else { return true }
        return false
    }

    /// Adds what is known of a seal's issuer and status.
    func check(_ seal: SealText, dossier: DossierID?, into report: inout VerificationReport) {
        checkIssuer(seal, into: &report)
        checkStatus(seal.payload, into: &report)
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
