/// One page as a value: what is drawn on it and where, before anything is drawn.
public struct Page: Hashable, Sendable {
    /// The paper.
    public var size: Size
    /// The printed page number, used as the page label too ("3", "封面").
    public var label: String
    /// What is drawn, first to last.
    public var marks: [Mark]

    /// States a page.
    public init(size: Size = .a4, label: String, marks: [Mark] = []) {
        self.size = size
        self.label = label
        self.marks = marks
    }
}

/// One entry of a document's outline.
public struct Bookmark: Hashable, Sendable {
    /// What the reader sees.
    public var title: String
    /// The page that it leads to, from 0.
    public var page: Int
    /// The place on the page, in millimetres from its top; nil for the page whole.
    public var top: Double?
    /// Whether the entries under it are seen before the reader asks for them.
    public var isOpen: Bool
    /// The entries under it.
    public var children: [Bookmark]

    /// States an entry.
    public init(
        _ title: String,
        page: Int,
        top: Double? = nil,
        isOpen: Bool = true,
        children: [Bookmark] = []
    ) {
        self.title = title
        self.page = page
        self.top = top
        self.isOpen = isOpen
        self.children = children
    }
}

/// A whole document as values.
public struct DocumentLayout: Hashable, Sendable {
    /// The pages in order.
    public var pages: [Page]
    /// The outline.
    public var bookmarks: [Bookmark]

    /// States a document.
    public init(pages: [Page] = [], bookmarks: [Bookmark] = []) {
        self.pages = pages
        self.bookmarks = bookmarks
    }
}
