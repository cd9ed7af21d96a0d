import Registration
import Sealing

/// Every single slip in the text of a code and in the printed id: another character, one left out, one
/// too many, two exchanged.
struct TextMutations {
    let sample: SealedSample
    let trusted: TrustedKeys

    /// Any, but always the same: else each change of the sample would catch other letters otherwise.
    private static let digest = ContentHash.of(Array("manifest".utf8))

    /// The alphabet of base45, and some that no such text has.
    private static let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:aoz_,\n\u{7F}")

    func run(into table: inout CaughtTable) throws {
        let page = try SealText(
            sealing: sample.payload(
                place: SealPlace(.page, page: 1, pages: 3),
                digest: Self.digest
            ),
            with: sample.key
        )
        table.begin("One character of a sealed code (DS1)")
        for (kind, text) in Self.edits(of: page.text) { table.add(sealed(text), kind) }
        let code = PageCode(try SealPlace(.page, page: 1, pages: 3), digest: Self.digest)
        table.begin("One character of an unsealed code (DS0), read beside the manifest")
        for (kind, text) in Self.edits(of: code.text) { table.add(plain(text, code), kind) }
        table.begin("One character of an unsealed code (DS0), read alone")
        for (kind, text) in Self.edits(of: code.text) { table.add(alone(text), kind) }
        let id = DossierID(manifest: Self.digest)
        table.begin("One character of the printed id")
        for (kind, text) in Self.edits(of: id.description) { table.add(typed(text, id), kind) }
    }

    private func sealed(_ text: String) -> Outcome {
        do throws(SealError) {
            let seal = try SealText(parsing: text)
            guard case .trusted = trusted.verdict(on: seal, day: seal.payload.issued) else {
                return .caught("issuer")
            }
            return .missed
        } catch {
            return .caught(error.code.rawValue)
        }
    }

    private func plain(_ text: String, _ right: PageCode) -> Outcome {
        do throws(SealError) {
            let code = try PageCode(parsing: text)
            if code.digest != right.digest { return .caught("another manifest") }
            return code.place == right.place ? .missed : .caught("another page")
        } catch {
            return .caught(error.code.rawValue)
        }
    }

    private func alone(_ text: String) -> Outcome {
        do throws(SealError) {
            _ = try PageCode(parsing: text)
            return .missed
        } catch {
            return .caught(error.code.rawValue)
        }
    }

    private func typed(_ text: String, _ right: DossierID) -> Outcome {
        do throws(SealError) {
            return try DossierID(parsing: text) == right ? .same : .missed
        } catch {
            return .caught(error.code.rawValue)
        }
    }

    private static func edits(of text: String) -> [(kind: String, text: String)] {
        let right = Array(text)
        var edits: [(kind: String, text: String)] = []
        let add = { (kind: String, before: Int, letter: Character?, after: Int) in
            let inserted = letter.map { [$0] } ?? []
            edits.append((kind, String(right[..<before] + inserted + right[after...])))
        }
        for place in right.indices {
            for letter in letters where letter != right[place] {
                add("another", place, letter, place + 1)
            }
            add("one left out", place, nil, place + 1)
            let next = place + 1
            if next < right.count, right[place] != right[next] {
                var swapped = right
                swapped.swapAt(place, next)
                edits.append(("two neighbours exchanged", String(swapped)))
            }
        }
        for place in 0...right.count {
            for letter in letters { add("one too many", place, letter, place) }
        }
        return edits
    }
}
