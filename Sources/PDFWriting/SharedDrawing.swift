/// What pages have in common, drawn once.
struct SharedDrawing {
    let marks: RecurringMarks
    var modules: SharedModules

    /// Ends a page: tells the forms that it shows.
    func endPage() -> [(name: String, number: Int)] { marks.endPage() + modules.endPage() }
}
