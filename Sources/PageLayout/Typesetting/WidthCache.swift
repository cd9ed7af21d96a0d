/// The widths of single characters, each asked for once for a typeface and size.
struct WidthCache {
    private struct Face: Hashable {
        let role: FontRole
        let size: Double
    }

    private let measure: any TextMeasuring
    private var faces: [Face: Int] = [:]
    private var scalars: [[UInt32: Double]] = []
    private var clusters: [[String: Double]] = []

    init(_ measure: any TextMeasuring) { self.measure = measure }

    /// The number under which the widths of a style are kept.
    mutating func face(of style: TextStyle) -> Int {
        let face = Face(role: style.role, size: style.size)
        if let known = faces[face] { return known }
        scalars.append([:])
        clusters.append([:])
        faces[face] = scalars.count - 1
        return scalars.count - 1
    }

    /// The width of a character that is one scalar, without tracking.
    mutating func width(of scalar: Unicode.Scalar, face: Int, _ style: TextStyle) -> Double {
        if let known = scalars[face][scalar.value] { return known }
        let width = measured(String(Character(scalar)), style)
        scalars[face][scalar.value] = width
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
