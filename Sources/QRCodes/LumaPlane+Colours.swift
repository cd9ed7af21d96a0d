extension LumaPlane {
    /// What of a picture in colours codes are looked for in: luma, and red, in which a red seal is paper.
    ///
    /// - Parameters:
    ///   - width: The number of columns, 1 to 32,767.
    ///   - height: The number of rows, 1 to 32,767.
    ///   - colours: Red, green and blue of width × height pixels.
    /// - Throws: `QRError` when the sides do not fit the number of bytes.
    /// - Returns: Both planes, or luma alone if it is the same as red.
    public static func planes(
        width: Int,
        height: Int,
        colours: [UInt8]
    ) throws(QRError) -> [LumaPlane] {
        guard colours.count == 3 * width * height else {
            throw QRError(.badPlane, "\(width) × \(height), \(colours.count) bytes")
        }
        let count = width * height
        let samples = colours.span
        let red = [UInt8](capacity: count) { output in
            for index in 0..<count { output.append(samples[3 * index]) }
        }
        let luma = [UInt8](capacity: count) { output in
            for index in 0..<count {
                // Rec. 601 in 256ths, as JPEG has it.
                let sum =
                    77 &* UInt32(samples[3 * index]) &+ 150 &* UInt32(samples[3 * index + 1])
                    &+ 29 &* UInt32(samples[3 * index + 2])
                output.append(UInt8(truncatingIfNeeded: (sum &+ 128) >> 8))
            }
        }
        let plane = try LumaPlane(width: width, height: height, bytes: luma)
        return luma == red ? [plane] : [plane, LumaPlane(unchecked: red, width, height)]
    }
}
