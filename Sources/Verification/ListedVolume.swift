import Sealing

/// A volume of a dossier as its manifest lists it.
struct ListedVolume {
    /// A page.
    struct Sheet {
        /// The printed number, 0 for the cover; nil for a page that is not counted.
        var number: Int?
        /// The pictures shown, by their places among all.
        var pictures: [Int]
    }

    /// Where its PDF lies in the bag.
    var path: String
    /// The pages in their order.
    var sheets: [Sheet]
}

extension CheckedManifest {
    /// The volumes; none if the manifest lists none.
    var volumes: [ListedVolume] {
        (value["volumes"]?.array ?? []).map { volume in
            ListedVolume(
                path: volume["path"]?.string ?? "",
                sheets: (volume["sheets"]?.array ?? []).map { sheet in
                    ListedVolume.Sheet(
                        number: sheet["page"]?.integer,
                        pictures: (sheet["pictures"]?.array ?? []).compactMap(\.integer)
                    )
                }
            )
        }
    }

    /// Whether the pages count through all volumes from the cover to the last, and show only pictures
    /// that there are.
    var hasSoundPages: Bool {
        let sheets = volumes.flatMap(\.sheets)
        let count = (value["materials"]?.array ?? [])
            .reduce(0) { $0 + ($1["pictures"]?.array?.count ?? 0) }
        return !sheets.isEmpty && sheets.compactMap(\.number) == Array(0...max(0, lastPage))
            && sheets.allSatisfy { $0.pictures.allSatisfy { (0..<count).contains($0) } }
            && Set(volumes.map(\.path)).count == volumes.count
    }
}
