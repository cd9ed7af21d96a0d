import Archiving
import Glibc
import PDFWriting
import Registration
import Sealing

/// Writes to a descriptor and hashes what it writes.
package final class HashingOutput: PDFOutput {
    private let descriptor: CInt
    private var hasher = ContentHasher()
    private var count = 0
    /// Why writing failed: libharu only knows that it did.
    package private(set) var failure: PackagingError?
    private let name: String

    /// Writes to a descriptor; an error names the file so.
    package init(descriptor: CInt, name: String = "dossier.pdf") {
        self.descriptor = descriptor
        self.name = name
    }

    var digest: FileDigest { FileDigest(size: ByteCount(count), hash: hasher.hash) }

    /// The hash that the file would have if these bytes were its last.
    func hash(endingWith bytes: [UInt8]) -> ContentHash {
        var hasher = hasher
        hasher.update(bytes)
        return hasher.hash
    }

    package func write(_ bytes: [UInt8]) throws {
        var written = 0
        while written < bytes.count {
            let taken = bytes.withUnsafeBytes { buffer in
                Glibc.write(
                    descriptor,
                    buffer.baseAddress.map { $0 + written },
                    bytes.count - written
                )
            }
            if taken < 0, errno == EINTR { continue }
            guard taken > 0 else {
                let failure = PackagingError(
                    .outputFailed,
                    name,
                    reason: String(cString: strerror(errno))
                )
                self.failure = failure
                throw failure
            }
            written += taken
        }
        hasher.update(bytes)
        count += bytes.count
    }
}
