import Crypto
import Registration

/// The digests of one file by every algorithm that the bag's manifests use.
struct DigestSet {
    private(set) var values: [ManifestAlgorithm: String] = [:]
    private(set) var digest: FileDigest

    /// Hashes a file of a bag in one pass.
    init(
        of file: BagFile,
        in bag: borrowing some BagContainer & ~Copyable,
        by algorithms: Set<ManifestAlgorithm>
    ) throws(ArchiveError) {
        var sum = RunningDigest()
        var md5 = algorithms.contains(.md5) ? Insecure.MD5() : nil
        var sha1 = algorithms.contains(.sha1) ? Insecure.SHA1() : nil
        var sha512 = algorithms.contains(.sha512) ? SHA512() : nil
        try bag.read(file) { piece in
            unsafe piece.withUnsafeBytes { bytes in
                unsafe sum.update(bytes)
                unsafe md5?.update(bufferPointer: bytes)
                unsafe sha1?.update(bufferPointer: bytes)
                unsafe sha512?.update(bufferPointer: bytes)
            }
        }
        digest = sum.finish()
        values[.sha256] = digest.hash.hex
        values[.md5] = md5.map { Self.hex($0.finalize()) }
        values[.sha1] = sha1.map { Self.hex($0.finalize()) }
        values[.sha512] = sha512.map { Self.hex($0.finalize()) }
    }

    private static func hex(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
