/// A picture at the three sizes at which it is measured.
///
/// Sizes are named by their long side, for a page whose long side is 2000 pixels when it is scanned
/// or photographed well: blur shows at half of that, lines of text at a quarter, light at an eighth.
/// A picture that is small already is not made smaller, for its text is smaller too.
package struct LumaPyramid: Sendable {
    /// The long side to aim at for each size; the true one is within a factor of 1.5 of it.
    static let detailSide = 1000
    static let textSide = 500
    static let overviewSide = 250

    /// For sharpness.
    package let detail: LumaPlane
    /// For text and ink.
    package let text: LumaPlane
    /// For light, contrast and large shapes.
    package let overview: LumaPlane

    /// Halves a picture as often as its size asks for.
    package init(_ plane: LumaPlane) {
        detail = plane
        text = Self.plane(detail, near: Self.textSide)
        overview = Self.plane(text, near: Self.overviewSide)
    }

    private static func plane(_ plane: LumaPlane, near side: Int) -> LumaPlane {
        // Half the size is nearer to the aim (as a ratio) from a factor of 1.41 on.
        5 * plane.longSide > 7 * side ? plane.halved : plane
    }
}
