import PageLayout

/// States the outline of a growing document (ISO 32000-1, 12.3.3).
struct OutlineWriter {
    let pages: GrowingPages
    let opening: PDFOpening
    let file: GrowingFile

    /// Writes the entries under a root.
    func write(_ bookmarks: [Bookmark], as root: Int) {
        var text = ObjectText("<</Type/Outlines")
        let numbers = write(bookmarks, under: root)
        add(numbers, count: bookmarks.visibleCount, to: &text)
        text.add(">>")
        file.add(text, as: root)
    }

    private func write(_ bookmarks: [Bookmark], under parent: Int) -> [Int] {
        let numbers = bookmarks.map { _ in file.reserve() }
        for (index, bookmark) in bookmarks.enumerated() {
            var text = ObjectText("<</Title")
            text.add(text: bookmark.title)
            text.add("/Parent")
            text.add(reference: parent)
            if index > 0 {
                text.add("/Prev")
                text.add(reference: numbers[index - 1])
            }
            if index + 1 < numbers.count {
                text.add("/Next")
                text.add(reference: numbers[index + 1])
            }
            let children = write(bookmark.children, under: numbers[index])
            let count = bookmark.children.visibleCount
            add(children, count: bookmark.isOpen ? count : -count, to: &text)
            let height = pages.height(ofPage: bookmark.page) ?? 0
            text.add("/Dest")
            text.add(
                destination: pages.number(ofPage: bookmark.page),
                opening.target(from: bookmark.top, onPageOfHeight: height)
            )
            text.add(">>")
            file.add(text, as: numbers[index])
        }
        return numbers
    }

    private func add(_ children: [Int], count: Int, to text: inout ObjectText) {
        guard let first = children.first, let last = children.last else { return }
        text.add("/First")
        text.add(reference: first)
        text.add("/Last")
        text.add(reference: last)
        text.add("/Count")
        text.add(count)
    }
}

extension [Bookmark] {
    /// How many entries are seen where these are.
    fileprivate var visibleCount: Int {
        reduce(count) { $0 + ($1.isOpen ? $1.children.visibleCount : 0) }
    }
}
