public import Registration

extension PictureFormat {
    /// Tells a format by the content alone; a name is not asked.
    public init(sniffing bytes: Span<UInt8>) {
        self =
            Self.raster(bytes) ?? Self.isoMedia(bytes) ?? Self.document(bytes)
            ?? (bytes.beginsWithSVGElement ? .svg : .unknown)
    }

    private static func raster(_ bytes: Span<UInt8>) -> PictureFormat? {
        if bytes.has([0xFF, 0xD8, 0xFF]) { return .jpeg }
        // Four bytes only: what a text-mode transfer did to the rest is for the inspector to say.
        if bytes.has([0x89, 0x50, 0x4E, 0x47]) { return .png }
        if bytes.has("GIF87a") || bytes.has("GIF89a") { return .gif }
        if bytes.has("RIFF"), bytes.has("WEBP", at: 8) { return .webp }
        if bytes.has("II*\0") || bytes.has("MM\0*") || bytes.has("II+\0") || bytes.has("MM\0+") {
            return .tiff
        }
        if bytes.isBMP { return .bmp }
        if bytes.has([0xFF, 0x0A]) { return .jpegXL }
        if bytes.has([0xFF, 0x4F, 0xFF, 0x51]) { return .jpeg2000 }
        return nil
    }

    /// JPEG XL and JPEG 2000 containers, HEIF and AVIF: boxes as in ISO/IEC 14496-12.
    private static func isoMedia(_ bytes: Span<UInt8>) -> PictureFormat? {
        if bytes.has([0, 0, 0, 12]), bytes.has([13, 10, 0x87, 10], at: 8) {
            if bytes.has("JXL ", at: 4) { return .jpegXL }
            if bytes.has("jP  ", at: 4) { return .jpeg2000 }
        }
        guard bytes.has("ftyp", at: 4), let size = bytes.bigEndian32(at: 0) else { return nil }
        var isHEIF = false
        // The major brand at 8, a version at 12, then the compatible brands.
        for offset in stride(from: 8, to: min(size, bytes.count, 512) - 3, by: 4)
        where offset != 12 {
            if bytes.has("avif", at: offset) || bytes.has("avis", at: offset) { return .avif }
            if bytes.has("jxl ", at: offset) { return .jpegXL }
            isHEIF = isHEIF || bytes.hasHEIFBrand(at: offset)
        }
        return isHEIF ? .heic : nil
    }

    private static func document(_ bytes: Span<UInt8>) -> PictureFormat? {
        for signature: StaticString in ["PK\u{3}\u{4}", "PK\u{5}\u{6}", "PK\u{7}\u{8}"]
        where bytes.has(signature) {
            return .zip
        }
        // Readers accept a PDF with up to a kilobyte of junk before its header.
        for offset in 0...1024 where bytes.has("%PDF-", at: offset) {
            return .pdf
        }
        return nil
    }
}

extension Span where Element == UInt8 {
    /// "BM" is too short a signature: the reserved fields and the size of the next header must fit.
    fileprivate var isBMP: Bool {
        guard has("BM"), littleEndian32(at: 6) == 0, let header = littleEndian32(at: 14) else {
            return false
        }
        return [12, 16, 40, 52, 56, 64, 108, 124].contains(header)
    }

    fileprivate func hasHEIFBrand(at offset: Int) -> Bool {
        let brands: [StaticString] = [
            "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "mif2", "msf1",
        ]
        for brand in brands where has(brand, at: offset) { return true }
        return false
    }
}
