/// The TIFF structure of EXIF metadata with an orientation tag.
enum TinyTIFF {
    static func bytes(
        orientation: Int,
        isBigEndian: Bool = true,
        type: Int = 3,
        count: Int = 1,
        entries: Int = 2,
        directory: Int = 8
    ) -> [UInt8] {
        func short(_ value: Int) -> [UInt8] {
            let bytes = [UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
            return isBigEndian ? bytes : bytes.reversed()
        }
        func long(_ value: Int) -> [UInt8] {
            isBigEndian
                ? short(value >> 16) + short(value) : short(value) + short(value >> 16)
        }

        let width = short(0x0100) + short(3) + long(1) + short(16) + short(0)
        let turned = short(0x0112) + short(type) + long(count) + short(orientation) + short(0)
        // The next directory is this one: a loop for whoever follows it.
        return Array((isBigEndian ? "MM" : "II").utf8) + short(42) + long(directory)
            + short(entries) + width + turned + long(8)
    }
}
