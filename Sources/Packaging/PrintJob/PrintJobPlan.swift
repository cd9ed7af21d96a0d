/// What stands where in a print job: decided before anything is drawn.
struct PrintJobPlan: Hashable, Sendable {
    /// Pages that belong together and follow each other.
    struct Run: Hashable, Sendable {
        /// What the pages are.
        enum Kind: Hashable, Sendable {
            /// The list of all archives.
            case control
            /// The cover of a bag.
            case bag
            /// What stands before a dossier.
            case separator
            /// A volume of a dossier.
            case volume(Int)
            /// The back of a leaf whose front is printed.
            case blank
        }

        var kind: Kind
        /// The place of the archive in the job; nil for the control list and its back.
        var archive: Int?
        /// The place of the first page in the job, from 0.
        var first: Int
        /// The number of pages.
        var count: Int
    }

    /// How many pages an archive brings.
    struct Lengths: Hashable, Sendable {
        /// Those of each volume.
        var volumes: [Int]
        /// Those of the cover of the bag.
        var bag = 0
    }

    private(set) var runs: [Run] = []
    /// The number of pages.
    private(set) var pageCount = 0
    /// The place of the first page of each archive, from 0.
    private(set) var starts: [Int] = []
    private let isDuplex: Bool

    /// Decides for archives in their order.
    ///
    /// - Parameters:
    ///   - archives: How many pages each brings.
    ///   - control: The number of pages of the control list.
    ///   - isDuplex: Whether both sides of the paper are printed: each run then begins on a front page.
    ///   - hasSeparators: Whether a sheet stands before each dossier.
    ///   - bags: Where the covers of the bags stand; nil for none.
    init(
        _ archives: [Lengths],
        control: Int,
        isDuplex: Bool,
        hasSeparators: Bool,
        bags: PrintJobOptions.Bags?
    ) {
        self.isDuplex = isDuplex
        add(.control, of: nil, count: control)
        for (archive, lengths) in archives.enumerated() {
            let before = runs.count
            if bags == .before { add(.bag, of: archive, count: lengths.bag) }
            if hasSeparators { add(.separator, of: archive, count: 1) }
            for (volume, count) in lengths.volumes.enumerated() {
                add(.volume(volume), of: archive, count: count)
            }
            // The blank before it belongs to what it is the back of.
            let first = runs[before...].first { $0.archive == archive }
            starts.append(first?.first ?? pageCount)
        }
        guard bags == .end else { return }
        for (archive, lengths) in archives.enumerated() {
            add(.bag, of: archive, count: lengths.bag)
        }
    }

    private mutating func add(_ kind: Run.Kind, of archive: Int?, count: Int) {
        guard count > 0 else { return }
        if isDuplex, !pageCount.isMultiple(of: 2) {
            append(.blank, of: runs.last?.archive, count: 1)
        }
        append(kind, of: archive, count: count)
    }

    private mutating func append(_ kind: Run.Kind, of archive: Int?, count: Int) {
        runs.append(Run(kind: kind, archive: archive, first: pageCount, count: count))
        pageCount += count
    }

    /// The sheets of paper that it takes.
    var sheetCount: Int { isDuplex ? (pageCount + 1) / 2 : pageCount }
}
