extension String {
    /// Whether the path stays under a folder, and has that many parts if one asks: a log may come from
    /// anywhere.
    func isPlain(under folder: String, parts count: Int? = nil) -> Bool {
        let parts = split(separator: "/", omittingEmptySubsequences: false)
        return hasPrefix(folder) && (count == nil || parts.count == count)
            && !parts.contains { $0.isEmpty || $0 == "." || $0 == ".." || $0.contains("\0") }
    }
}
