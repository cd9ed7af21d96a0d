/// What stands on which page of a dossier: decided before anything is drawn.
struct DossierPlan: Hashable, Sendable {
    /// What a page is.
    enum Kind: Hashable, Sendable {
        case cover
        /// A page of a part that takes as many as it needs, counted from 0.
        case index(Int)
        case checklist(Int)
        case review(Int)
        case contact
        case reference(Int)
        /// A page of what stands before a material, by its place among those that have pictures.
        case divider(Int, part: Int)
        /// Pictures of a material, by the same place.
        case pictures(Int, Arrangement)
        case blank
    }

    /// How pictures share a page.
    enum Arrangement: String, Hashable, Sendable {
        /// One, as large as the page allows.
        case single
        /// Two, one over the other.
        case stacked
        /// Both sides of a card, at true size.
        case cards
    }

    /// A page.
    struct Sheet: Hashable, Sendable {
        var kind: Kind
        /// The printed number, 0 for the cover; nil for the back of the cover, which is not counted.
        var number: Int?
        /// The pictures shown, by their places among all.
        var pictures: [Int] = []
        /// Whether it is the back of a leaf.
        var isBack = false
    }

    /// A PDF of its own.
    struct Volume: Hashable, Sendable {
        var sheets: [Sheet]

        /// The numbers of the first and the last page that have one.
        var numbers: ClosedRange<Int> {
            let numbers = sheets.compactMap(\.number)
            return (numbers.first ?? 0)...(numbers.last ?? 0)
        }

        /// The pictures shown, each once, in the order in which they appear.
        var pictures: [Int] {
            var seen: Set<Int> = []
            return sheets.flatMap(\.pictures).filter { seen.insert($0).inserted }
        }
    }

    var volumes: [Volume]

    /// The number of the last page; the cover is not counted.
    var lastPage: Int { volumes.last?.numbers.upperBound ?? 0 }
    /// The number of pages of all volumes.
    var pageCount: Int { volumes.reduce(0) { $0 + $1.sheets.count } }

    /// The page on which each picture stands as large as it gets, by its place among all.
    var pages: [Int: Int] {
        var pages: [Int: Int] = [:]
        for sheet in volumes.flatMap(\.sheets) {
            guard case .pictures = sheet.kind else { continue }
            for picture in sheet.pictures { pages[picture] = sheet.number }
        }
        return pages
    }

    /// How pictures share the page on which each stands as large as it gets.
    var arrangements: [Int: Arrangement] {
        var arrangements: [Int: Arrangement] = [:]
        for sheet in volumes.flatMap(\.sheets) {
            guard case .pictures(_, let arrangement) = sheet.kind else { continue }
            for picture in sheet.pictures { arrangements[picture] = arrangement }
        }
        return arrangements
    }
}

extension DossierPlan.Kind {
    /// The word for it in the manifest.
    var name: String {
        switch self {
        case .cover: "cover"
        case .index: "index"
        case .checklist: "checklist"
        case .review: "review"
        case .contact: "contact"
        case .reference: "reference"
        case .divider: "divider"
        case .pictures: "pictures"
        case .blank: "blank"
        }
    }

    /// The place of the material to which the page belongs; nil if it belongs to none.
    var material: Int? {
        switch self {
        case .divider(let material, _), .pictures(let material, _): material
        default: nil
        }
    }
}
