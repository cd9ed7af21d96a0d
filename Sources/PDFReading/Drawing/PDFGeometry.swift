/// A place in points, in the space of a page: y grows upward.
public struct PDFPoint: Hashable, Sendable {
    /// From the left.
    public var x: Double
    /// From below.
    public var y: Double

    /// States a place.
    public init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

/// An upright rectangle in points.
public struct PDFRectangle: Hashable, Sendable {
    /// The left side.
    public var minX: Double
    /// The lower side.
    public var minY: Double
    /// The right side.
    public var maxX: Double
    /// The upper side.
    public var maxY: Double

    /// States a rectangle by two opposite corners, whichever they are.
    public init(_ first: PDFPoint, _ second: PDFPoint) {
        minX = min(first.x, second.x)
        minY = min(first.y, second.y)
        maxX = max(first.x, second.x)
        maxY = max(first.y, second.y)
    }

    /// The least rectangle around places; nil if there are none.
    public init?(around points: some Sequence<PDFPoint>) {
        var box: Self?
        for point in points {
            guard var known = box else {
                box = Self(point, point)
                continue
            }
            known.minX = min(known.minX, point.x)
            known.minY = min(known.minY, point.y)
            known.maxX = max(known.maxX, point.x)
            known.maxY = max(known.maxY, point.y)
            box = known
        }
        guard let box else { return nil }
        self = box
    }

    /// The width.
    public var width: Double { maxX - minX }
    /// The height.
    public var height: Double { maxY - minY }

    /// What lies in both; without width or height if nothing does.
    public func intersection(_ other: Self) -> Self {
        var result = self
        result.minX = max(minX, other.minX)
        result.minY = max(minY, other.minY)
        result.maxX = max(result.minX, min(maxX, other.maxX))
        result.maxY = max(result.minY, min(maxY, other.maxY))
        return result
    }

    /// Whether both share more than a border.
    public func overlaps(_ other: Self) -> Bool {
        min(maxX, other.maxX) > max(minX, other.minX)
            && min(maxY, other.maxY) > max(minY, other.minY)
    }

    var corners: [PDFPoint] {
        [
            PDFPoint(minX, minY), PDFPoint(maxX, minY), PDFPoint(maxX, maxY),
            PDFPoint(minX, maxY),
        ]
    }
}

/// Turns one space into another (ISO 32000-1, 8.3.3).
public struct PDFMatrix: Hashable, Sendable {
    /// The six numbers in PDF's order.
    public var a, b, c, d, e, f: Double

    /// States a matrix.
    public init(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ e: Double, _ f: Double) {
        (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
    }

    /// Changes nothing.
    public static let identity = Self(1, 0, 0, 1, 0, 0)

    /// This matrix first, then the other.
    public func then(_ other: Self) -> Self {
        Self(
            a * other.a + b * other.c,
            a * other.b + b * other.d,
            c * other.a + d * other.c,
            c * other.b + d * other.d,
            e * other.a + f * other.c + other.e,
            e * other.b + f * other.d + other.f
        )
    }

    /// Where a place comes to lie.
    public func callAsFunction(_ x: Double, _ y: Double) -> PDFPoint {
        PDFPoint(a * x + c * y + e, b * x + d * y + f)
    }

    /// How much lengths grow, in the mean of both directions.
    var scale: Double { abs(a * d - b * c).squareRoot() }

    /// Whether upright rectangles stay upright.
    var keepsUpright: Bool { (b == 0 && c == 0) || (a == 0 && d == 0) }
}

/// A colour as a screen shows it.
public struct PDFColour: Hashable, Sendable {
    /// How much red.
    public var red: UInt8
    /// How much green.
    public var green: UInt8
    /// How much blue.
    public var blue: UInt8

    /// States a colour.
    public init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// No light.
    public static let black = Self(red: 0, green: 0, blue: 0)
    /// Stands for what is not drawn here as it is: pictures, letters, patterns.
    public static let middle = Self(red: 128, green: 128, blue: 128)

    /// Its brightness (ITU-R BT.601).
    public var gray: UInt8 {
        let (red, green, blue) = (Int(red), Int(green), Int(blue))
        return UInt8((299 * red + 587 * green + 114 * blue) / 1000)
    }
}

extension PDFColour {
    /// A colour of one (gray), three (RGB) or four (CMYK) numbers; nil for another count.
    init?(components: ArraySlice<Double>) {
        func byte(_ value: Double) -> UInt8 { UInt8((min(1, max(0, value)) * 255).rounded()) }
        let first = components.startIndex
        guard components.allSatisfy(\.isFinite) else { return nil }
        switch components.count {
        case 1:
            let gray = byte(components[first])
            self.init(red: gray, green: gray, blue: gray)
        case 3:
            self.init(
                red: byte(components[first]),
                green: byte(components[first + 1]),
                blue: byte(components[first + 2])
            )
        case 4:
            let black = components[first + 3]
            self.init(
                red: byte(1 - components[first] - black),
                green: byte(1 - components[first + 1] - black),
                blue: byte(1 - components[first + 2] - black)
            )
        default: return nil
        }
    }
}
