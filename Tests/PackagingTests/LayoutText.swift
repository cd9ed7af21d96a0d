import PageLayout

extension Page {
    /// The words on the page, in the order drawn.
    var words: [String] {
        marks.compactMap { mark in
            guard case .text(let text, at: _, _) = mark else { return nil }
            return text
        }
    }
}
