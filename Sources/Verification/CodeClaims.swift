public import Sealing

/// What a code says, to be compared with the paper and the person in front of one.
public struct CodeClaims: Hashable, Sendable {
    /// The code.
    public let code: PrintedCode
    /// The picture that it was found in; nil for a typed text.
    public let file: String?
    /// The place of its corners in the picture, in pixels, clockwise.
    public let corners: [[Int]]

    init(_ code: PrintedCode, file: String? = nil, corners: [[Int]] = []) {
        self.code = code
        self.file = file
        self.corners = corners
    }

    /// The dossier that it belongs to; nil for codes that are not made over a manifest.
    public var id: DossierID? {
        switch code.place.kind {
        case .cover, .page: DossierID(manifest: code.digest)
        case .form, .archive, .document, .slip: nil
        }
    }
}
