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
    }

    func plan() -> DossierPlan {
        let parts = profile.parts
        let middle = parts.firstIndex(of: .pictures) ?? parts.endIndex
        var volumes = [VolumeBuilder(profile, sizes)]
        for part in parts[..<middle] { volumes[0].add(group(part)) }
        for material in materials.indices {
            for group in groups(ofMaterial: material, after: &volumes) {
                if !volumes[volumes.count - 1].hasRoom(for: [group], limit) { open(&volumes) }
                volumes[volumes.count - 1].add(group)
            }
        }
        for part in parts[middle...].dropFirst() {
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
        if !current.hasRoom(for: groups, limit), !current.isFresh {
            var fresh = volumes
            open(&fresh)
            if fresh[fresh.count - 1].hasRoom(for: groups, limit) { volumes = fresh }
        }
        return groups
    }

    /// Begins a volume with a cover and the index over all volumes; one without pictures is not left for it.
    private func open(_ volumes: inout [VolumeBuilder]) {
        guard !volumes[volumes.count - 1].isFresh else { return }
        var volume = VolumeBuilder(profile, sizes)
        for part in profile.parts where part == .cover || part == .index { volume.add(group(part)) }
        volume.isFresh = true
        volumes.append(volume)
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
            case .contact: contactSheets
            case .pictures: []
            }
        return Group(sheets: sheets)
    }

    private var contactSheets: [DossierPlan.Sheet] {
        let all = materials.flatMap { Array($0.pictures) }
        let step = profile.thumbnailsPerPage
        return stride(from: 0, to: all.count, by: step).map {
            DossierPlan.Sheet(kind: .contact, pictures: Array(all[$0..<min(all.count, $0 + step)]))
        }
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
        private(set) var sheets: [DossierPlan.Sheet] = []
        /// Whether no pictures have been put into it yet.
        var isFresh = true
        private let isDuplex: Bool
        private let sizes: [Int]
        private var shown: Set<Int> = []

        init(_ profile: DossierProfile, _ sizes: [Int]) {
            isDuplex = profile.isDuplex
            self.sizes = sizes
        }

        mutating func add(_ group: Group) {
            guard !group.sheets.isEmpty else { return }
            let showsMaterial = group.sheets.contains { $0.kind.material != nil }
            let startsOnFront = group.startsOnFront || (isFresh && showsMaterial)
            if isDuplex, startsOnFront, !sheets.count.isMultiple(of: 2) {
                sheets.append(DossierPlan.Sheet(kind: .blank))
            }
            sheets += group.sheets
            shown.formUnion(group.sheets.flatMap(\.pictures))
            if showsMaterial { isFresh = false }
        }

        func hasRoom(for groups: [Group], _ limit: VolumeLimit) -> Bool {
            var filled = self
            for group in groups { filled.add(group) }
            let count = filled.sheets.count
            return limit.allows(
                // A leaf has two pages, though nothing be printed on its back.
                pages: isDuplex ? count + count % 2 : count,
                bytes: filled.shown.reduce(0) { $0 + sizes[$1] }
            )
        }
    }
}
