import Sealing

extension DossierPlan {
    /// What stands on which page, from the manifest of an archive.
    ///
    /// - Parameters:
    ///   - manifest: The manifest.
    ///   - contents: What the dossier says.
    ///   - isDuplex: Whether it is printed on both sides.
    ///   - arrangement: How two pictures share a page.
    /// - Throws: `PackagingError` of code `manifestUnreadable` if its pages cannot be those of a dossier.
    init(
        manifest: JSONValue,
        contents: DossierContents,
        isDuplex: Bool,
        arrangement: @escaping ([Int]) -> Arrangement
    ) throws(PackagingError) {
        let ranges = contents.presentMaterials.map(\.pictures)
        volumes = []
        for listed in manifest["volumes"]?.array ?? [] {
            var reader = SheetReader(ranges: ranges, arrangement: arrangement)
            let values = listed["sheets"]?.array ?? []
            var sheets: [Sheet] = []
            for (place, value) in values.enumerated() {
                guard let kind = reader.kind(of: value, before: values[(place + 1)...]) else {
                    throw Self.unreadable
                }
                sheets.append(
                    Sheet(
                        kind: kind,
                        number: value["page"]?.integer,
                        pictures: value.places,
                        isBack: isDuplex && !place.isMultiple(of: 2)
                    )
                )
            }
            guard sheets.first?.kind == .cover, sheets.first?.number != nil else {
                throw Self.unreadable
            }
            volumes.append(Volume(sheets: sheets))
        }
        let numbers = volumes.flatMap(\.sheets).compactMap(\.number)
        guard let last = manifest["pages"]?.integer, numbers.count == last + 1,
            numbers == Array(0...last)
        else { throw Self.unreadable }
    }

    private static var unreadable: PackagingError {
        PackagingError(.manifestUnreadable, "manifest.json", reason: "volumes")
    }

    /// Whether its parts are as long as they would be laid out now.
    func agrees(with lengths: PartLengths) -> Bool {
        let kinds = volumes.flatMap(\.sheets).map(\.kind)
        func count(_ name: String) -> Int { kinds.count { $0.name == name } }
        let indexes = volumes.map { $0.sheets.count { $0.kind.name == "index" } }
        let dividers = lengths.dividers.indices.map { material in
            kinds.count { $0.name == "divider" && $0.material == material }
        }
        return indexes.allSatisfy { $0 == lengths.index || $0 == 0 }
            // Archives from before there were any have none.
            && [0, lengths.checklist].contains(count("checklist"))
            && count("review") == lengths.review && count("reference") == lengths.reference
            && count("divider") == lengths.dividers.reduce(0, +) && dividers == lengths.dividers
    }
}

/// Tells what the pages of a volume are, in their order.
private struct SheetReader {
    /// The pictures of each material that has some.
    let ranges: [Range<Int>]
    let arrangement: ([Int]) -> DossierPlan.Arrangement
    private var counts: [String: Int] = [:]
    /// The material to which the last page belonged that belonged to one.
    private var material = 0

    init(ranges: [Range<Int>], arrangement: @escaping ([Int]) -> DossierPlan.Arrangement) {
        self.ranges = ranges
        self.arrangement = arrangement
    }

    /// What a page is; nil if there is no such page, or not here.
    mutating func kind(
        of value: JSONValue,
        before rest: ArraySlice<JSONValue>
    ) -> DossierPlan.Kind? {
        let places = value.places
        guard places.allSatisfy({ (0..<(ranges.last?.upperBound ?? 0)).contains($0) }) else {
            return nil
        }
        switch value["kind"]?.string {
        case "cover": return .cover
        case "index": return .index(next("index"))
        case "checklist": return .checklist(next("checklist"))
        case "review": return .review(next("review"))
        case "contact": return .contact
        case "reference": return .reference(next("reference"))
        case "blank": return .blank
        case "divider":
            // It stands before the first pictures of its material.
            let pictures = rest.first { $0["kind"]?.string == "pictures" }
            guard let material = pictures.flatMap({ self.material(of: $0.places) }) else {
                return nil
            }
            return .divider(material, part: next("divider \(material)"))
        case "pictures":
            guard let material = material(of: places), (1...2).contains(places.count) else {
                return nil
            }
            return .pictures(material, places.count == 1 ? .single : arrangement(places))
        default: return nil
        }
    }

    /// The number of pages of a part that have come before.
    private mutating func next(_ part: String) -> Int {
        defer { counts[part, default: 0] += 1 }
        return counts[part, default: 0]
    }

    /// The material of pictures, which come in the materials' order.
    private mutating func material(of places: [Int]) -> Int? {
        guard let first = places.first,
            let found = ranges.firstIndex(where: { $0.contains(first) }), found >= material,
            places.allSatisfy(ranges[found].contains)
        else { return nil }
        material = found
        return found
    }
}

extension JSONValue {
    /// The places of the pictures that a page shows.
    fileprivate var places: [Int] { (self["pictures"]?.array ?? []).compactMap(\.integer) }
}
