/// Where a code stands: on what kind of thing, and on which page of how many.
public struct SealPlace: Hashable, Sendable {
    /// The kind of thing that a code stands on.
    public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        case cover = 1
        case page = 2
        case form = 3
        case archive = 4
        /// A PDF as a file: all of its bytes.
        case document = 5
        /// A page of the slip that tells a candidate what an office decided.
        case slip = 6
    }

    /// The kind of thing.
    public let kind: Kind
    /// The page, counted from 1; 0 for the cover, the archive and the document.
    public let page: Int
    /// How many pages there are, a cover not counted.
    public let pages: Int

    /// States a place.
    ///
    /// - Parameters:
    ///   - kind: The kind of thing.
    ///   - page: 0 for cover, archive and document, 1 to `pages` for a page of a dossier
    ///     or a slip, either for a form.
    ///   - pages: At most 65,535.
    /// - Throws: A ``SealError`` of code `field` if there is no such place.
    public init(_ kind: Kind, page: Int, pages: Int) throws(SealError) {
        guard (0...0xFFFF).contains(pages) else { throw SealError(.field, "pages") }
        let isPossible =
            switch kind {
            case .cover, .archive, .document: page == 0
            case .page, .slip: page >= 1 && page <= pages
            case .form: page >= 0 && page <= pages
            }
        guard isPossible else { throw SealError(.field, "page") }
        self.kind = kind
        self.page = page
        self.pages = pages
    }
}
