import Registration

/// Checks a bag against RFC 8493 and its drafts back to 0.93, to the end: no fault hides another.
public struct BagValidator: Sendable {
    /// Which bags are held valid.
    public enum Strictness: Hashable, Sendable {
        /// Every bag that the RFC holds valid.
        case standard
        /// Only bags in the one form that `BagWriter` gives: version 1.0 with SHA-256 manifests,
        /// each tag file listed, and no byte that could be another. Then every byte of every file
        /// is bound by the payload manifest and the tag manifest.
        case canonical
    }

    /// Which bags are held valid.
    public let strictness: Strictness

    /// Makes a validator.
    public init(strictness: Strictness = .standard) { self.strictness = strictness }

    /// Validates a bag, reading each file once.
    ///
    /// - Parameter bag: What holds the bag.
    /// - Returns: The faults, and the digests computed on the way.
    public func validate(_ bag: borrowing some BagContainer & ~Copyable) -> BagValidation {
        var inspection = BagInspection(files: bag.files, isCanonical: strictness == .canonical)
        inspection.report(bag.faults)
        inspection.readDeclaration(of: bag)
        inspection.readTagFiles(of: bag)
        inspection.hashFiles(of: bag)
        if !bag.folders.contains("data") {
            inspection.report([BagFault(.payloadFolderMissing)])
        }
        inspection.compareManifests()
        inspection.checkListing()
        inspection.checkInfo()
        return inspection.result
    }
}
