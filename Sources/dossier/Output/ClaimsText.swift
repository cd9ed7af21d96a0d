import Packaging
import Registration
import Sealing
import Verification

/// What a code says, in a line for people.
struct ClaimsText {
    let claims: CodeClaims
    let console: Console

    var line: String {
        let code = claims.code
        var parts = [
            console.text(
                "code.\(code.kindName)",
                ["page": "\(code.place.page)", "pages": "\(code.place.pages)"]
            )
        ]
        if let id = claims.id { parts.append("\(id)") }
        switch code {
        case .page: break
        case .form(let form):
            parts.append(
                console.text(
                    "code.template",
                    ["template": form.template, "version": "\(form.version)"]
                )
            )
        case .seal(let seal): parts.append(words(of: seal.payload))
        }
        parts.append(code.digest.prefix)
        if let file = claims.file { parts.append(file) }
        return parts.joined(separator: "  ")
    }

    private func words(of payload: SealPayload) -> String {
        console.text(
            "code.sealed",
            [
                "area": "\(payload.exam.area)", "year": "\(payload.exam.year)",
                "category": "\(payload.exam.category)", "revision": "\(payload.revision)",
                "issued": day(payload.issued), "expires": day(payload.expires),
            ]
        )
    }

    private func day(_ number: Int) -> String {
        IssueDate(daysSince1970: number)?.description ?? "\(number)"
    }
}
