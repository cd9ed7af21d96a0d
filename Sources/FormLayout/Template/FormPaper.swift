public import PageLayout

/// The paper that a form is printed on.
public enum FormPaper: String, Hashable, Sendable, CaseIterable {
    /// 210 x 297 mm (ISO 216), what offices and archives use.
    case a4
    /// The same on its side.
    case a4Landscape = "a4-landscape"
    /// 148 x 210 mm.
    case a5

    /// Width and height.
    public var size: Size {
        switch self {
        case .a4: .a4
        case .a4Landscape: Size(297, 210)
        case .a5: Size(148, 210)
        }
    }

    /// The empty room left and right of every form: Templates/Sheets/form.yaml says the same.
    public static let margin = 18.0

    /// The width of a dossier's page between its margins: Templates/Sheets/dossier.yaml says the same.
    static let dossierWidth = 170.0

    /// The width between the margins.
    public var innerWidth: Double { size.width - 2 * Self.margin }
}
