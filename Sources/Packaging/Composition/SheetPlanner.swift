import TemplateCatalog

/// How many pages those parts of a dossier take that take as many as they need.
struct PartLengths: Hashable, Sendable {
    var index: Int
    var checklist = 0
    var review = 0
    var reference = 0
    /// What stands before each material that has pictures.
    var dividers: [Int] = []
}

/// Decides what stands on which page: order, fronts and backs, volumes, numbers.
struct SheetPlanner {
    /// A material that has pictures, as far as it matters here.
    struct Material {
        /// Its pictures' places among all.
        var pictures: Range<Int>
        /// Whether two pictures that follow each other are the sides of a card.
        var isPair: (Int) -> Bool
    }

    let profile: DossierProfile
    let limit: VolumeLimit
    let materials: [Material]
    /// The bytes of each picture.
    let sizes: [Int]
    /// The picture on the cover.
    let portrait: Int?
    /// How many pages each part takes.
    let lengths: PartLengths

    /// Sheets that stay together, of which the first begins on a front page if both sides are printed.
    private struct Group {
        var sheets: [DossierPlan.Sheet]
        var startsOnFront = true

        var showsMaterial: Bool { sheets.contains { $0.kind.material != nil } }
    }

    func plan() -> DossierPlan {
        let parts = profile.parts
        let middle = parts.firstIndex(of: .pictures) ?? parts.endIndex
        var volumes = [volume(parts[..<middle])]
        for material in materials.indices {
            for group in groups(ofMaterial: material, after: &volumes) {
                if !volumes[volumes.count - 1].hasRoom(for: [group], limit) { open(&volumes) }
                volumes[volumes.count - 1].add(group)
            }
        }
        for part in parts[middle...].dropFirst() where part != .contact {
            let group = group(part)
            if !volumes[volumes.count - 1].hasRoom(for: [group], limit) { open(&volumes) }
            volumes[volumes.count - 1].add(group)
        }
        return numbered(volumes.map { $0.sheets })
    }

    /// The groups of a material, in a new volume if that holds all of them and this one does not.
    private func groups(ofMaterial index: Int, after volumes: inout [VolumeBuilder]) -> [Group] {
        let groups = groups(ofMaterial: index)
        let current = volumes[volumes.count - 1]
        if !current.isFresh, !current.hasRoom(for: groups, limit) {
            var fresh = volumes
            open(&fresh)
            if fresh[fresh.count - 1].hasRoom(for: groups, limit) { volumes = fresh }
        }
        return groups
    }

    /// Begins a volume with a cover and the index over all volumes; one without pictures is not left for it.
    private func open(_ volumes: inout [VolumeBuilder]) {
        guard !volumes[volumes.count - 1].isFresh else { return }
        let repeated: Set<DossierProfile.Part> = [.cover, .index, .contact]
        let middle = profile.parts.firstIndex(of: .pictures) ?? profile.parts.endIndex
        volumes.append(volume(profile.parts[..<middle].filter(repeated.contains)[...]))
    }

    /// A volume that begins with these parts; its thumbnails stand where the profile has them.
    private func volume(_ parts: ArraySlice<DossierProfile.Part>) -> VolumeBuilder {
        var volume = VolumeBuilder(profile, sizes)
        for part in parts {
            if part == .contact { volume.placeThumbnails() } else { volume.add(group(part)) }
        }
        return volume
    }

    private func group(_ part: DossierProfile.Part) -> Group {
        let sheets: [DossierPlan.Sheet] =
            switch part {
            case .cover: [DossierPlan.Sheet(kind: .cover, pictures: portrait.map { [$0] } ?? [])]
            case .index: (0..<lengths.index).map { DossierPlan.Sheet(kind: .index($0)) }
            case .checklist:
                (0..<lengths.checklist).map { DossierPlan.Sheet(kind: .checklist($0)) }
            case .review: (0..<lengths.review).map { DossierPlan.Sheet(kind: .review($0)) }
            case .reference:
                (0..<lengths.reference).map { DossierPlan.Sheet(kind: .reference($0)) }
            case .contact, .pictures: []
            }
        return Group(sheets: sheets)
    }

    private func groups(ofMaterial index: Int) -> [Group] {
        let material = materials[index]
        var sheets: [DossierPlan.Sheet] = []
        var next = material.pictures.lowerBound
        while next < material.pictures.upperBound {
            let hasSecond = next + 1 < material.pictures.upperBound
            let arrangement: DossierPlan.Arrangement =
                if hasSecond, profile.pairsCards, material.isPair(next) {
                    .cards
                } else if hasSecond, profile.picturesPerPage == 2 {
                    .stacked
                } else {
                    .single
                }
            let end = arrangement == .single ? next + 1 : next + 2
            sheets.append(
                DossierPlan.Sheet(kind: .pictures(index, arrangement), pictures: Array(next..<end))
            )
            next = end
        }
        var groups = sheets.enumerated().map { Group(sheets: [$1], startsOnFront: $0 == 0) }
        if profile.hasDividers, !groups.isEmpty {
            // The first picture stands on the divider's back: a leaf less for every material.
            groups[0].sheets =
                (0..<lengths.dividers[index]).map {
                    DossierPlan.Sheet(kind: .divider(index, part: $0))
                } + groups[0].sheets
        }
        return groups
    }

    /// The volumes with the numbers of their pages, which count through; a cover's back has none.
    private func numbered(_ volumes: [[DossierPlan.Sheet]]) -> DossierPlan {
        var next = 0
        var plan = DossierPlan(volumes: [])
        for (position, var sheets) in volumes.enumerated() {
            if profile.isDuplex, !sheets.count.isMultiple(of: 2), position < volumes.count - 1 {
                sheets.append(DossierPlan.Sheet(kind: .blank))
            }
            for index in sheets.indices {
                sheets[index].isBack = profile.isDuplex && !index.isMultiple(of: 2)
                guard position > 0 || index != 1 || sheets[index].kind != .blank else { continue }
                sheets[index].number = next
                next += 1
            }
            plan.volumes.append(DossierPlan.Volume(sheets: sheets))
        }
        return plan
    }

    /// A volume that is being filled.
    private struct VolumeBuilder {
        /// Whether no pictures have been put into it yet.
        private(set) var isFresh = true
        private let isDuplex: Bool
        private let thumbnailsPerPage: Int
        private let sizes: [Int]
        private var groups: [Group] = []
        /// The group before which the thumbnails stand; nil for none.
        private var thumbnails: Int?

        init(_ profile: DossierProfile, _ sizes: [Int]) {
            isDuplex = profile.isDuplex
            thumbnailsPerPage = profile.thumbnailsPerPage
            self.sizes = sizes
        }

        mutating func add(_ group: Group) {
            guard !group.sheets.isEmpty else { return }
            groups.append(group)
            if group.showsMaterial { isFresh = false }
        }

        /// The thumbnails of what the volume shows, and of nothing else, stand here.
        mutating func placeThumbnails() { thumbnails = groups.count }

        /// The pages, with blanks where what follows begins on a front page.
        var sheets: [DossierPlan.Sheet] {
            var sheets: [DossierPlan.Sheet] = []
            var hasMaterial = false
            func append(_ group: Group) {
                let isFirst = group.showsMaterial && !hasMaterial
                if isDuplex, group.startsOnFront || isFirst, !sheets.count.isMultiple(of: 2) {
                    sheets.append(DossierPlan.Sheet(kind: .blank))
                }
                sheets += group.sheets
                if group.showsMaterial { hasMaterial = true }
            }
            for (place, group) in groups.enumerated() {
                if place == thumbnails { append(contact) }
                append(group)
            }
            if thumbnails == groups.count { append(contact) }
            return sheets
        }

        private var contact: Group {
            let shown = groups.filter(\.showsMaterial).flatMap(\.sheets).flatMap(\.pictures)
            return Group(
                sheets: stride(from: 0, to: shown.count, by: thumbnailsPerPage).map { first in
                    let end = min(shown.count, first + thumbnailsPerPage)
                    return DossierPlan.Sheet(kind: .contact, pictures: Array(shown[first..<end]))
                }
            )
        }

        func hasRoom(for groups: [Group], _ limit: VolumeLimit) -> Bool {
            // Most dossiers are one volume, and to count their pages again for each takes time.
            guard limit != VolumeLimit() else { return true }
            var filled = self
            for group in groups { filled.add(group) }
            let sheets = filled.sheets
            return limit.allows(
                // A leaf has two pages, though nothing be printed on its back.
                pages: isDuplex ? sheets.count + sheets.count % 2 : sheets.count,
                bytes: Set(sheets.flatMap(\.pictures)).reduce(0) { $0 + sizes[$1] }
            )
        }
    }
}
