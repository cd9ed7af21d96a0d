import CandidateFixtures
import Registration
import TemplateCatalog
import Testing

@testable import Packaging

/// What stands on which page, for many dossiers of which only the sizes are known.
@Suite struct SheetPlannerTests {
    /// A dossier of so many pictures a material, and how it is composed.
    struct Case: Sendable, CustomTestStringConvertible {
        var counts: [Int]
        var pages: Int?
        var kilobytes: Int?
        var indexPages: Int
        /// Where the sides of a card follow each other, by the first.
        var pairs: Set<Int>
        var testDescription: String {
            "\(counts) pages \(pages ?? 0) KB \(kilobytes ?? 0) index \(indexPages)"
        }

        var pictureCount: Int { counts.reduce(0, +) }

        func plan(_ profile: DossierProfile) -> DossierPlan {
            var next = 0
            let materials = counts.map { count in
                defer { next += count }
                return SheetPlanner.Material(pictures: next..<(next + count)) { pairs.contains($0) }
            }
            let limit = VolumeLimit(pages: pages, size: kilobytes.map { ByteCount($0 * 1024) })
            return SheetPlanner(
                profile: profile,
                limit: limit,
                materials: materials,
                sizes: Array(repeating: 100_000, count: pictureCount),
                portrait: pictureCount > 0 ? 0 : nil,
                lengths: PartLengths(index: indexPages, dividers: counts.map { $0 % 2 + 1 })
            ).plan()
        }
    }

    static let cases: [Case] = {
        var numbers = SeededNumbers(seed: 20_261_121)
        return (0..<400).map { round in
            let counts = (0..<Int.random(in: 1...12, using: &numbers)).map { _ in
                Int.random(in: 1...9, using: &numbers)
            }
            let indexPages = Int.random(in: 1...3, using: &numbers)
            var pairs: Set<Int> = []
            for first in 0..<counts.reduce(0, +) where Int.random(in: 0..<4, using: &numbers) == 0 {
                pairs.insert(first)
            }
            return Case(
                counts: counts,
                // A cover, an index, a divider and a picture with their blanks have room in the least of these.
                pages: round % 3 == 1 ? Int.random(in: 14...40, using: &numbers) : nil,
                kilobytes: round % 3 == 2 ? Int.random(in: 600...3000, using: &numbers) : nil,
                indexPages: indexPages,
                pairs: pairs
            )
        }
    }()

    private static func profile(_ name: String) throws -> DossierProfile {
        try #require(try Repository.catalog().dossierProfiles()[name])
    }

    @Test(arguments: ["screen", "print", "review"])
    func `pages count through, and every picture has one page of its own size`(
        name: String
    ) throws {
        let profile = try Self.profile(name)
        for example in Self.cases {
            let plan = example.plan(profile)
            let sheets = plan.volumes.flatMap(\.sheets)
            #expect(sheets.compactMap(\.number) == Array(0...plan.lastPage), "\(example)")
            #expect(sheets.first?.kind == .cover && sheets.first?.number == 0)
            let large = sheets.filter { if case .pictures = $0.kind { true } else { false } }
            #expect(
                large.flatMap(\.pictures) == Array(0..<example.pictureCount),
                "\(example)"
            )
            for sheet in large {
                guard case .pictures(_, let arrangement) = sheet.kind else { continue }
                #expect(sheet.pictures.count == (arrangement == .single ? 1 : 2))
                if arrangement == .cards { #expect(example.pairs.contains(sheet.pictures[0])) }
            }
        }
    }

    @Test
    func `on both sides of the paper, every material begins on a front page, odd numbers too`()
        throws
    {
        let profile = try Self.profile("print")
        for example in Self.cases {
            let plan = example.plan(profile)
            for volume in plan.volumes {
                var open: Int?
                for (place, sheet) in volume.sheets.enumerated() {
                    #expect(sheet.isBack == !place.isMultiple(of: 2), "\(example)")
                    if let number = sheet.number, number > 0 {
                        #expect(sheet.isBack == number.isMultiple(of: 2), "\(example): \(number)")
                    }
                    if let material = sheet.kind.material, material != open {
                        #expect(!sheet.isBack, "\(example): material \(material)")
                        open = material
                    }
                }
                // A blank page is there for the page after it alone.
                let blanks = volume.sheets.indices.filter { volume.sheets[$0].kind == .blank }
                #expect(blanks.allSatisfy { !$0.isMultiple(of: 2) }, "\(example)")
            }
        }
    }

    @Test(arguments: ["screen", "print", "review"])
    func `volumes keep their limits, and each begins with cover and index`(name: String) throws {
        let profile = try Self.profile(name)
        var several = 0
        for example in Self.cases {
            let plan = example.plan(profile)
            if plan.volumes.count > 1 { several += 1 }
            for volume in plan.volumes {
                #expect(volume.sheets.first?.kind == .cover)
                #expect(volume.sheets.count { $0.kind.name == "index" } == example.indexPages)
                #expect(volume.sheets.contains { $0.kind.material != nil }, "\(example)")
                if let pages = example.pages { #expect(volume.sheets.count <= pages, "\(example)") }
                if let kilobytes = example.kilobytes {
                    #expect(volume.pictures.count * 100_000 <= kilobytes * 1024, "\(example)")
                }
            }
            if example.pages == nil, example.kilobytes == nil { #expect(plan.volumes.count == 1) }
        }
        #expect(several > 50)
    }

    @Test func `each volume has the thumbnails of its own pictures, and each once`() throws {
        let profile = try Self.profile("review")
        var several = 0
        for example in Self.cases {
            let plan = example.plan(profile)
            if plan.volumes.count > 1 { several += 1 }
            for volume in plan.volumes {
                let contact = volume.sheets.filter { $0.kind == .contact }
                let large = volume.sheets.filter { $0.kind.material != nil }
                #expect(contact.flatMap(\.pictures) == large.flatMap(\.pictures), "\(example)")
                #expect(contact.dropLast().allSatisfy { $0.pictures.count == 6 }, "\(example)")
            }
        }
        #expect(several > 50)
    }

    @Test func `a material that fits into a volume is not torn apart`() throws {
        let profile = try Self.profile("screen")
        let example = Case(counts: [5, 5, 5], pages: 10, kilobytes: nil, indexPages: 1, pairs: [])
        let plan = example.plan(profile)
        #expect(plan.volumes.map { $0.pictures.count } == [5, 6, 6])
        #expect(plan.volumes.map(\.sheets.count) == [7, 7, 7])
    }
}

/// Numbers that are the same on every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
