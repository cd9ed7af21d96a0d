/// The widths of single characters, each asked for once for a typeface and size.
struct WidthCache {
    private struct Face: Hashable {
        let role: FontRole
        let size: Double
    }

    private let measure: any TextMeasuring
    private var faces: [Face: Int] = [:]
    private var scalars: [ScalarWidths] = []
    private var clusters: [[String: Double]] = []

    init(_ measure: any TextMeasuring) { self.measure = measure }

    /// The number under which the widths of a style are kept.
    mutating func face(of style: TextStyle) -> Int {
        let face = Face(role: style.role, size: style.size)
        if let known = faces[face] { return known }
        scalars.append(ScalarWidths())
        clusters.append([:])
        faces[face] = scalars.count - 1
        return scalars.count - 1
    }

    /// The width of a character that is one scalar, without tracking.
    mutating func width(of scalar: Unicode.Scalar, face: Int, _ style: TextStyle) -> Double {
        if let known = scalars[face][scalar] { return known }
        let width = measured(String(Character(scalar)), style)
        scalars[face][scalar] = width
        return width
    }

    /// The width of a character of several scalars, without tracking.
    mutating func width(of cluster: Character, face: Int, _ style: TextStyle) -> Double {
        let text = String(cluster)
        if let known = clusters[face][text] { return known }
        let width = measured(text, style)
        clusters[face][text] = width
        return width
    }

    private func measured(_ text: String, _ style: TextStyle) -> Double {
        var plain = style
        plain.tracking = 0
        return measure.width(of: text, in: plain)
    }
}

/// The widths of characters of one face, found without hashing: every character of a text is looked up.
private struct ScalarWidths {
    /// Where the widths of each 256 characters begin; less than 0 for those of which none is known.
    private var starts = [Int32](repeating: -1, count: 0x1100)
    /// Those that are not known are no numbers.
    private var widths: [Double] = []

    subscript(scalar: Unicode.Scalar) -> Double? {
        get {
            let start = Int(starts[Int(scalar.value >> 8)])
            guard start >= 0 else { return nil }
            let width = widths[start + Int(scalar.value & 255)]
            return width.isNaN ? nil : width
        }
        set {
            let page = Int(scalar.value >> 8)
            if starts[page] < 0 {
                starts[page] = Int32(widths.count)
                widths += repeatElement(.nan, count: 256)
            }
            widths[Int(starts[page]) + Int(scalar.value & 255)] = newValue ?? .nan
        }
    }
}
