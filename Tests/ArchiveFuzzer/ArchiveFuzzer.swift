import Archiving
import CaseLog
import FoundationEssentials
import Glibc
import Registration
import Sealing
import Verification

/// What libFuzzer drives: bytes go through what reads archives and codes that strangers hand in.
///
/// `ARCHIVE_READER` says which: zip, bag, manifest, seal, log or base45. Whatever is read must be written as it
/// was read, where there is only one way to write it.
enum ArchiveFuzzer {
    static let reader = ProcessInfo.processInfo.environment["ARCHIVE_READER"] ?? "zip"
    static let file = AnonymousFile()
    static let verifier = ArchiveVerifier(
        VerificationContext(trusted: TrustedKeys([]), day: 20_489)
    )

    static func read(_ input: [UInt8]) {
        switch reader {
        case "zip": readArchive(input)
        case "bag": readBag(input)
        case "manifest": readManifest(input)
        case "seal": readSeal(input)
        case "log": readLog(input)
        case "base45": readText(input)
        default: preconditionFailure("ARCHIVE_READER is zip, bag, manifest, seal, log or base45")
        }
    }

    /// A zip file as it comes: its directory, its entries, and all of the verification.
    private static func readArchive(_ input: [UInt8]) {
        file.write(input)
        guard let zip = try? ZipReader(path: file.path) else { return }
        for file in zip.files {
            var count = 0
            let isWhole = (try? zip.read(file) { count += $0.count }) != nil
            precondition(!isWhole || count == file.size, "a whole entry has its size")
        }
        _ = verifier.report(on: zip, isUnpacked: false)
    }

    /// Files parted by a line of their own, so that every tag file can be damaged without a zip around.
    private static func readBag(_ input: [UInt8]) {
        let bag = FuzzedBag(input)
        for strictness in [BagValidator.Strictness.standard, .canonical] {
            let result = BagValidator(strictness: strictness).validate(bag)
            precondition(result.faults.count <= 1_001, "faults are kept to a number")
        }
        _ = verifier.report(on: bag, isUnpacked: true)
    }

    /// The log of a case, with its head and without.
    private static func readLog(_ input: [UInt8]) {
        let text = LogText(input)
        let rules = CaseRules(lockScope: .image)
        let check = LogCheck(of: text, rules: rules, keys: [])
        for entry in check.entries {
            precondition(LogEntry(line: entry.bytes) == entry, "a line reads back as the same")
        }
        if let last = check.entries.last {
            _ = LogCheck(of: text, head: LogHead(last), rules: rules)
        }
        _ = LogHead(parsing: input)
    }

    private static func readManifest(_ input: [UInt8]) {
        if let value = try? JSONValue(parsing: input), let bytes = try? value.canonicalBytes() {
            precondition(JSONValue.isCanonical(bytes), "the canonical form is canonical")
            precondition((try? JSONValue(parsing: bytes)) == value, "it reads back as the same")
        }
        let files: [ArchivePath: [UInt8]] = ["data/manifest.json": input, "data/dossier.pdf": []]
        _ = verifier.report(on: FuzzedBag(files), isUnpacked: true)
        _ = try? TrustedKeys(parsing: input)
    }

    private static func readSeal(_ input: [UInt8]) {
        if let value = try? CBOR(decoding: input) {
            precondition(value.encoded == input, "CBOR has one encoding")
        }
        if let envelope = try? COSESign1(parsing: input) {
            precondition(envelope.encoded == input, "an envelope has one encoding")
        }
        if let payload = try? SealPayload(decoding: input) {
            precondition(payload.encoded == input, "a payload has one encoding")
        }
        let text = "DS1:" + Base45.encode(input)
        if let seal = try? SealText(parsing: text) {
            precondition("DS1:" + Base45.encode(seal.envelope.encoded) == text)
        }
    }

    private static func readText(_ input: [UInt8]) {
        let text = String(decoding: input, as: UTF8.self)
        if let bytes = try? Base45.decode(text) {
            precondition(Base45.encode(bytes) == text, "bytes have one text")
        }
        if let code = try? PageCode(parsing: text) {
            precondition(code.text == text, "a code has one text")
        }
        if let id = try? DossierID(parsing: text) {
            precondition((try? DossierID(parsing: id.description)) == id)
        }
        _ = try? SealText(parsing: text)
        _ = try? FormCode(parsing: text)
    }
}

/// The function that libFuzzer calls with each input.
@c(LLVMFuzzerTestOneInput)
public func readInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    ArchiveFuzzer.read(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
