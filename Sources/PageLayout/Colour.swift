/// A colour in sRGB.
public struct Colour: Hashable, Sendable {
    /// Red, 0 to 255.
    public var red: UInt8
    /// Green, 0 to 255.
    public var green: UInt8
    /// Blue, 0 to 255.
    public var blue: UInt8

    /// States a colour.
    public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Reads "#rrggbb"; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let digits = text.dropFirst()
        guard text.first == "#", digits.utf8.count == 6,
            digits.utf8.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
            let value = Int(digits, radix: 16)
        else { return nil }
        self.init(UInt8(value >> 16), UInt8(value >> 8 & 255), UInt8(value & 255))
    }

    /// Black.
    public static let black = Self(0, 0, 0)
    /// White.
    public static let white = Self(255, 255, 255)
}

extension Colour: CustomStringConvertible {
    /// The colour as "#rrggbb".
    public var description: String {
        "#"
            + [red, green, blue].map { part in
                let text = String(part, radix: 16)
                return part < 16 ? "0" + text : text
            }.joined()
    }
}
