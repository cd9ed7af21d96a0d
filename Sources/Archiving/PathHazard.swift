/// Why a path must not be trusted, on this or another system.
public enum PathHazard: String, Hashable, Sendable, CaseIterable {
    case empty = "empty"
    case absolute = "absolute"
    case parentFolder = "parent-folder"
    case dotSegment = "dot-segment"
    case backslash = "backslash"
    case drive = "drive"
    case home = "home"
    case control = "control-character"
    case hiddenCharacter = "hidden-character"
    case lookalike = "lookalike"
    case reservedName = "reserved-name"
    case trailingDotOrSpace = "trailing-dot-or-space"
    case tooLong = "too-long"
    case tooDeep = "too-deep"
}

extension ArchivePath {
    /// What is dangerous about the path, each hazard once, in a fixed order.
    public var hazards: [PathHazard] {
        var found: Set<PathHazard> = []
        if bytes.isEmpty { found.insert(.empty) }
        if bytes.first == UInt8(ascii: "/") { found.insert(.absolute) }
        if bytes.first == UInt8(ascii: "~") { found.insert(.home) }
        if bytes.contains(UInt8(ascii: "\\")) { found.insert(.backslash) }
        if bytes.contains(UInt8(ascii: ":")) { found.insert(.drive) }
        if bytes.count > Self.mostBytes { found.insert(.tooLong) }
        // What is too long is refused as it is, and not looked through.
        let start = bytes.prefix(Self.mostBytes)
        let parts = start.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        if parts.count > Self.mostParts { found.insert(.tooDeep) }
        for part in parts { found.formUnion(Self.hazards(ofPart: part)) }
        for scalar in String(decoding: start, as: UTF8.self).unicodeScalars {
            if let hazard = Self.hazard(of: scalar) { found.insert(hazard) }
        }
        return PathHazard.allCases.filter(found.contains)
    }

    private static func hazards(ofPart part: ArraySlice<UInt8>) -> Set<PathHazard> {
        let name = String(decoding: part, as: UTF8.self)
        switch name {
        case "", ".": return [.dotSegment]
        case "..": return [.parentFolder]
        default: break
        }
        var found: Set<PathHazard> = []
        if name.hasSuffix(".") || name.hasSuffix(" ") { found.insert(.trailingDotOrSpace) }
        if part.count > 255 { found.insert(.tooLong) }
        let stem = name.prefix { $0 != "." }.uppercased()
        if reservedStems.contains(stem) { found.insert(.reservedName) }
        return found
    }

    private static func hazard(of scalar: Unicode.Scalar) -> PathHazard? {
        switch scalar.value {
        case 0x20..<0x7F: nil
        case 0..<0x20, 0x7F..<0xA0: .control
        // Marks that turn the direction of text, or stand for nothing visible.
        case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFFD: .hiddenCharacter
        // Full-width and leader forms that compatibility normalisation turns into "." "/" "\".
        case 0x2024...0x2025, 0xFF0E, 0xFF0F, 0xFF3C: .lookalike
        default: nil
        }
    }

    /// The device names of Windows, which no file there may bear, with any extension.
    private static let reservedStems: Set<String> = Set(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"]
            + (0...9).flatMap { ["COM\($0)", "LPT\($0)"] }
    )
}
