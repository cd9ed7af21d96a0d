import Registration

/// A sound JPEG taken apart, to be put together again without what is not the picture.
struct JPEGAnatomy {
    let bytes: [UInt8]
    let frame: JPEGFrame
    let structure: JPEGStructure

    /// The largest colour profile that goes along into a file made anew.
    private static let largestProfile = 4096

    /// Reads a file; nil if it is damaged.
    init?(_ bytes: [UInt8], limits: DecodeLimits) {
        var structure = JPEGStructure()
        do throws(DecodeFault) {
            try structure.read(bytes.span, limits: limits)
        } catch {
            return nil
        }
        guard let frame = structure.frame else { return nil }
        self.bytes = bytes
        self.frame = frame
        self.structure = structure
    }

    /// The segments that make the picture and its colours; scans byte for byte as they were.
    var bare: [UInt8] { Self.join(bytes, structure.colourSegments + structure.essentials) }

    /// The ICC segments, if they are small and say something else than sRGB, which goes without
    /// saying.
    var profile: [UInt8] {
        let segments = structure.colourSegments.filter { bytes[$0.lowerBound + 1] == 0xE2 }
        let profile = segments.flatMap { bytes[$0] }
        guard profile.count <= Self.largestProfile, !Self.names(profile, "sRGB") else { return [] }
        return profile
    }

    /// A file as our encoder writes it, with segments put in behind its JFIF segment.
    static func inserting(_ segments: [UInt8], into file: [UInt8]) -> [UInt8] {
        guard !segments.isEmpty, file.span.has([0xFF, 0xD8, 0xFF, 0xE0]),
            let length = file.span.bigEndian16(at: 4)
        else { return file }
        let end = 4 + length
        return Array(file[..<end] + segments + file[end...])
    }

    private static func join(_ bytes: [UInt8], _ ranges: [Range<Int>]) -> [UInt8] {
        var copy: [UInt8] = [0xFF, 0xD8]
        for range in ranges { copy += bytes[range] }
        return copy + [0xFF, 0xD9]
    }

    /// Whether a word stands there, in ASCII or in UTF-16 as later profiles have it.
    private static func names(_ profile: [UInt8], _ word: String) -> Bool {
        let narrow = Array(word.utf8)
        let wide = Array(narrow.flatMap { [UInt8(0), $0] }.dropFirst())
        return [narrow, wide].contains { text in
            profile.indices.contains { profile.span.has(text, at: $0) }
        }
    }
}
