public import Registration

/// When a dossier goes on in a further volume.
public struct VolumeLimit: Hashable, Sendable {
    /// The most pages of a volume; nil for no limit.
    public var pages: Int?
    /// The most bytes of a volume; nil for no limit.
    public var size: ByteCount?

    /// States a limit; without any there is one volume.
    public init(pages: Int? = nil, size: ByteCount? = nil) {
        self.pages = pages
        self.size = size
    }

    /// What a page and a file take besides their pictures, at most.
    private static let overhead = (page: 1536, file: 200_000)

    /// Whether so much has room in one volume.
    func allows(pages count: Int, bytes: Int) -> Bool {
        if let pages, count > pages { return false }
        guard let size else { return true }
        return self.size(pages: count, bytes: bytes) <= size
    }

    /// What a volume of so many pages and bytes of pictures takes, at most.
    func size(pages count: Int, bytes: Int) -> ByteCount {
        ByteCount(bytes + count * Self.overhead.page + Self.overhead.file)
    }
}
