import TemplateCatalog

extension Composition {
    /// The profile with what is asked for in place of its own.
    ///
    /// - Parameter standard: The profile where none is asked for.
    /// - Returns: The profile by which pages are laid out.
    func settled(_ standard: DossierProfile) -> DossierProfile {
        var settled = profile ?? standard
        if let picturesPerPage { settled.picturesPerPage = picturesPerPage }
        guard let thumbnailsPerPage else { return settled }
        settled.thumbnailsPerPage = thumbnailsPerPage
        if !settled.parts.contains(.contact) {
            let pictures = settled.parts.firstIndex(of: .pictures) ?? settled.parts.endIndex
            settled.parts.insert(.contact, at: pictures)
        }
        return settled
    }

    /// Whether pages can be laid out so.
    var isSound: Bool {
        DossierProfile.pictureCounts.contains(picturesPerPage ?? 1)
            && DossierProfile.thumbnailCounts.contains(thumbnailsPerPage ?? 6)
    }
}
