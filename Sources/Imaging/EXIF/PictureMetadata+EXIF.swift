package import Registration

extension PictureMetadata {
    /// Reads place, serial numbers and date from a TIFF structure (Exif 2.32, 4.6).
    package mutating func readEXIF(_ bytes: Span<UInt8>) {
        guard let order = TIFFOrder(bytes) else { return }
        if let place = order.directory(0x8825, in: bytes) {
            // GPSLatitude, GPSLongitude: cameras without a fix write the directory without them.
            hasPlace = [2, 4].contains { tag in
                (order.entry(tag, in: bytes, directory: place)?.count ?? 0) > 0
            }
        }
        // CameraSerialNumber of DNG, which stands in the first directory.
        hasSerialNumber = Self.hasText(0xC62F, in: bytes, order, order.directory)
        guard let exif = order.directory(0x8769, in: bytes) else { return }
        // BodySerialNumber, LensSerialNumber.
        for tag in [0xA431, 0xA435] where !hasSerialNumber {
            hasSerialNumber = Self.hasText(tag, in: bytes, order, exif)
        }
        // DateTimeOriginal, else DateTimeDigitized; DateTime is when the file was last changed.
        for tag in [0x9003, 0x9004] where dateTaken == nil {
            dateTaken = Self.text(tag, in: bytes, order, exif).flatMap(Self.date)
        }
    }

    private static func hasText(
        _ tag: Int,
        in bytes: Span<UInt8>,
        _ order: TIFFOrder,
        _ directory: Int
    ) -> Bool {
        guard let text = text(tag, in: bytes, order, directory) else { return false }
        return text.contains { $0 > 0x20 && $0 != UInt8(ascii: "0") }
    }

    /// The bytes of an ASCII value up to the first zero.
    private static func text(
        _ tag: Int,
        in bytes: Span<UInt8>,
        _ order: TIFFOrder,
        _ directory: Int
    ) -> [UInt8]? {
        guard let entry = order.entry(tag, in: bytes, directory: directory), entry.type == 2 else {
            return nil
        }
        let isShort = entry.count <= 4
        guard let start = isShort ? entry.valueOffset : order.long(bytes, at: entry.valueOffset),
            start >= 0, start <= bytes.count, entry.count <= bytes.count - start
        else { return nil }
        return (start..<start + entry.count).map { bytes[$0] }.prefix { $0 != 0 }.map(\.self)
    }

    /// "2015:09:01 12:00:00", of which the day counts.
    private static func date(_ text: [UInt8]) -> PartialDate? {
        guard text.count >= 10, text[4] == text[7],
            [UInt8(ascii: ":"), UInt8(ascii: "-")].contains(text[4])
        else { return nil }
        let digits = String(decoding: text.prefix(10), as: UTF8.self)
        return PartialDate(digits.split(separator: ":").joined(separator: "-"))
    }
}
