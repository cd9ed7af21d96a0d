import CDeflate
import Glibc

/// Compresses one piece of bytes after another as FlateDecode wants it, with the memory for it taken once.
///
/// libdeflate, since it needs a third of zlib's time for the same sizes, and can be more thorough.
@safe final class Deflater {
    /// How much time may be spent.
    enum Effort {
        /// For bytes of one form of a batch, of which there may be thousands.
        case least
        /// For bytes that are compressed for one document.
        case little
        /// For bytes that go into many documents, and for what a document has many of.
        case much
    }

    private let quickest: OpaquePointer
    private let quick: OpaquePointer
    private let thorough: OpaquePointer

    /// What was kept last, the newest first.
    private var kept: [Kept] = []

    private struct Kept {
        let plain: [UInt8]
        let effort: Effort
        let deflated: [UInt8]

        /// Whether these bytes were compressed; an array's own comparison takes them one by one.
        func isOf(_ bytes: [UInt8]) -> Bool {
            guard plain.count == bytes.count else { return false }
            return unsafe memcmp(plain, bytes, bytes.count) == 0
        }
    }

    init() throws(PDFError) {
        guard let quickest = unsafe libdeflate_alloc_compressor(1) else {
            throw PDFError(.noMemory, "")
        }
        guard let quick = unsafe libdeflate_alloc_compressor(6) else {
            unsafe libdeflate_free_compressor(quickest)
            throw PDFError(.noMemory, "")
        }
        guard let thorough = unsafe libdeflate_alloc_compressor(10) else {
            unsafe libdeflate_free_compressor(quickest)
            unsafe libdeflate_free_compressor(quick)
            throw PDFError(.noMemory, "")
        }
        unsafe self.quickest = quickest
        unsafe self.quick = quick
        unsafe self.thorough = thorough
    }

    deinit {
        unsafe libdeflate_free_compressor(quickest)
        unsafe libdeflate_free_compressor(quick)
        unsafe libdeflate_free_compressor(thorough)
    }

    /// The same for bytes that go into many documents as they are, and are compressed once for all.
    func kept(_ bytes: [UInt8], _ effort: Effort) -> [UInt8] {
        if let known = kept.first(where: { $0.effort == effort && $0.isOf(bytes) }) {
            return known.deflated
        }
        let new = Kept(plain: bytes, effort: effort, deflated: deflated(bytes, effort))
        kept = [new] + kept.prefix(Self.keptCount - 1)
        return new.deflated
    }

    /// A colour profile and the structures of a few forms.
    private static let keptCount = 4

    /// The bytes as one zlib stream; the same bytes always give the same.
    func deflated(_ bytes: [UInt8], _ effort: Effort) -> [UInt8] {
        let compressor =
            switch effort {
            case .least: unsafe quickest
            case .little: unsafe quick
            case .much: unsafe thorough
            }
        let bound = unsafe libdeflate_zlib_compress_bound(compressor, bytes.count)
        return unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            count = unsafe libdeflate_zlib_compress(
                compressor,
                bytes,
                bytes.count,
                output.baseAddress,
                bound
            )
        }
    }

    /// The checksum of a zlib stream's bytes (RFC 1950, 8.2).
    static func checksum(of bytes: [UInt8]) -> UInt32 {
        unsafe libdeflate_adler32(1, bytes, bytes.count)
    }
}
