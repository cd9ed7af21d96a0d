import CJPEG
import Glibc

/// Encodes pixels as JPEG: 4:2:0, Huffman tables made for the picture, no metadata.
package enum JPEGEncoder {
    /// In how many scans a file is written.
    package enum Scans {
        /// One, which every program reads.
        case one
        /// Several that refine each other: fewer bytes.
        case several
    }

    /// Encodes a picture.
    ///
    /// - Parameters:
    ///   - pixels: Gray or RGB.
    ///   - quality: 1 to 100, on the scale of the Independent JPEG Group.
    ///   - scans: In how many scans.
    /// - Returns: The file.
    /// - Throws: `ImagingError` if there is not enough memory.
    package static func encode(
        _ pixels: PixelBuffer,
        quality: Int,
        scans: Scans = .one
    ) throws(ImagingError) -> [UInt8] {
        let encode = unsafe scans == .one ? cjpeg_encode : cjpeg_encode_progressive
        return unsafe try JPEGFile.make { file, message in
            unsafe pixels.samples.withUnsafeBufferPointer { samples in
                unsafe encode(
                    samples.baseAddress,
                    UInt32(pixels.width),
                    UInt32(pixels.height),
                    Int32(pixels.channels),
                    Int32(quality),
                    file,
                    message
                )
            }
        }
    }

    /// Packs the same coefficients into fewer bytes, without metadata.
    ///
    /// - Throws: `ImagingError` if libjpeg has anything against the file.
    package static func repack(
        _ bytes: [UInt8],
        scans: Scans = .one
    ) throws(ImagingError) -> [UInt8] {
        let repack = unsafe scans == .one ? cjpeg_repack : cjpeg_repack_progressive
        return unsafe try JPEGFile.make { file, message in
            unsafe bytes.withUnsafeBufferPointer { data in
                unsafe repack(data.baseAddress, data.count, file, message)
            }
        }
    }
}

/// A file that C made, taken over into Swift and freed.
private enum JPEGFile {
    typealias Maker = (UnsafeMutablePointer<cjpeg_file>, UnsafeMutablePointer<CChar>) -> Int32

    static func make(_ make: Maker) throws(ImagingError) -> [UInt8] {
        var file = unsafe cjpeg_file()
        defer { unsafe free(file.bytes) }
        let failure: String? = unsafe withUnsafeTemporaryAllocation(
            of: CChar.self,
            capacity: Int(CJPEG_MESSAGE_SIZE)
        ) { message in
            guard let text = message.baseAddress else { return "out of memory" }
            return unsafe make(&file, text) == 0 ? nil : String(cString: text)
        }
        if let failure { throw ImagingError(.notDecoded, failure) }
        return unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
}
