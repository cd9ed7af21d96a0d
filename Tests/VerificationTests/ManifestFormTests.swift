import Archiving
import CandidateFixtures
import Packaging
import Registration
import Sealing
import Testing
import Verification

/// Manifests that a stranger wrote, in bags without a seal: only the manifest's form is left to tell.
@Suite struct ManifestFormTests {
    /// What verification says failed when this is the manifest, and all else is made to fit it.
    private func failures(_ manifest: [UInt8]) -> [String] {
        let report = ArchiveVerifier(VerificationContext(trusted: nil, day: SealedArchive.issued))
            .report(on: LoneManifest(bytes: manifest), isUnpacked: true)
        return report.steps.filter { $0.outcome == .failed && $0.code.hasPrefix("manifest.") }
            .map { "\($0.code) \($0.detail ?? "")" }
    }

    @Test(
        arguments: [
            (#"{"format":"dossier-manifest/1","format":"dossier-manifest/1"}"#, "duplicate"),
            (String(repeating: "[", count: 33), "deep"),
            (#"{"format":"dossier-manifest/1","pages":1e400}"#, "number"),
            (#"{"format":"dossier-manifest/1","pages":9007199254740993}"#, "number"),
            (#"{"format":"dossier-manifest/1","pages":-0}"#, "canonical"),
            (#"{"format":"dossier-manifest/1","pages":1.0}"#, "canonical"),
            (#"{"format":"dossier-manifest/1","pages":1e0}"#, "canonical"),
            (#"{"pages":1,"format":"dossier-manifest/1"}"#, "canonical"),
            ("{\"format\":\"dossier-manifest/1\"}\n", "canonical"),
            (#"{"format":"dossier\u002dmanifest/1"}"#, "canonical"),
            ("\u{FEFF}{\"format\":\"dossier-manifest/1\"}", "order mark"),
            (#"{"format":"dossier-manifest/1"}{}"#, "more behind"),
            (#"{"format":"dossier-manifest/1"}"#, "nothing else in it"),
            ("7", "no object"), ("null", "no object"), ("\"dossier-manifest/1\"", "no object"),
        ]
    )
    func `A manifest of another form is refused`(text: String, why: String) {
        let failures = failures(Array(text.utf8)).filter { !$0.contains("picture") }
        #expect(!failures.isEmpty, "\(why)")
    }

    @Test func `Every value of a manifest replaced by one of another kind is named`() async throws {
        let archive = try await SealedArchive(seed: nil)
        let files = try UnpackedArchive(archive.path).files
        let bytes = try #require(files["data/manifest.json"])
        let manifest = try JSONValue(parsing: bytes)
        var tried = 0
        for (place, whole, old) in replaceable(manifest, at: "manifest", in: { $0 })
        where !place.hasPrefix("manifest.candidate.profile.") {
            for value: JSONValue in ["x", 7, true, [], [:], nil] where !isOfOneKind(value, old) {
                let changed = try whole(value).canonicalBytes()
                let failures = failures(changed)
                let isNamed = failures.contains { $0.hasPrefix("manifest.wrong-form \(place)") }
                let isUnknown = failures.contains { $0.hasPrefix("manifest.unknown-format") }
                // What comes before may be null, or the id of the revision before, or of the first.
                let isFree =
                    ["manifest.supersedes", "manifest.case"].contains(place)
                    && value.string != nil
                #expect(isNamed || isUnknown || isFree, "\(place): \(failures)")
                tried += 1
            }
        }
        #expect(tried > 500)
    }

    private func isOfOneKind(_ one: JSONValue, _ other: JSONValue) -> Bool {
        switch (one, other) {
        case (.string, .string), (.integer, .integer), (.bool, .bool), (.array, .array),
            (.object, .object), (.null, .null):
            true
        default: false
        }
    }

    private typealias Place = (name: String, whole: (JSONValue) -> JSONValue, old: JSONValue)

    /// All values inside a value, and how the whole looks with another in its place.
    private func replaceable(
        _ value: JSONValue,
        at place: String,
        in whole: @escaping (JSONValue) -> JSONValue
    ) -> [Place] {
        let members = (value.object ?? [:]).sorted { $0.key < $1.key }.flatMap { name, member in
            let put: (JSONValue) -> JSONValue = { new in
                var members = value.object ?? [:]
                members[name] = new
                return whole(.object(members))
            }
            let here: Place = ("\(place).\(name)", put, member)
            return [here] + replaceable(member, at: "\(place).\(name)", in: put)
        }
        let elements = (value.array ?? []).enumerated().flatMap { index, element in
            let put: (JSONValue) -> JSONValue = { new in
                var elements = value.array ?? []
                elements[index] = new
                return whole(.array(elements))
            }
            let here: Place = ("\(place)[\(index)]", put, element)
            return [here] + replaceable(element, at: "\(place)[\(index)]", in: put)
        }
        return members + elements
    }
}

/// A bag with nothing in it but a manifest.
private struct LoneManifest: BagContainer {
    let bytes: [UInt8]
    let rootName: String? = nil
    let folders: Set<ArchivePath> = ["data"]
    let faults: [BagFault] = []

    var files: [BagFile] { [BagFile(path: "data/manifest.json", size: bytes.count)] }

    func read(_ file: BagFile, _ body: (Span<UInt8>) -> Void) throws(ArchiveError) {
        body(bytes.span)
    }
}
