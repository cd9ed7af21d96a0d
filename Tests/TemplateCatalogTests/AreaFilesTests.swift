import Registration
import Review
import TemplateCatalog
import Testing

@Suite struct AreaFilesTests {
    static let seeds = [
        "hunan-2026": "000_3869ecb673b022a9.txt", "hubei-2025": "002_f52b8a65fd21c5d0.txt",
    ]

    private func clauses(of area: Area) -> [Clause] {
        [area.pictureRule, area.photoRule].compactMap(\.?.clause) + area.advice.map(\.clause)
            + area.materials.map(\.clause) + submissionClauses(of: area)
    }

    private func submissionClauses(of area: Area) -> [Clause] {
        guard let rule = area.submission else { return [] }
        return [rule.lockClause] + [rule.lateClause].compactMap(\.self)
            + Array(rule.unlockClauses.values)
    }

    private func squeezed(_ text: String) -> String {
        String(text.filter { !$0.isWhitespace })
    }

    @Test(arguments: [
        ("hunan-2026", "湖南考区", "43", 2026, 21, LockScope.image),
        ("hubei-2025", "湖北考区", "42", 2025, 28, .dossier),
    ])
    func `An area says who and when it is`(
        id: String,
        name: String,
        region: String,
        year: Int,
        count: Int,
        scope: LockScope
    ) throws {
        let file = try Repository.catalog().area(id)
        #expect(file.area.name == name)
        #expect(file.area.region == region)
        #expect(file.area.year == year)
        #expect(file.area.lockScope == scope)
        #expect(file.area.materials.count == count)
        #expect(file.area.materials.map(\.order) == Array(0..<count))
        #expect(
            try file.bytes == Repository.bytes(of: Repository.root + "/Templates/Areas/\(id).yaml")
        )
    }

    // The manuals are not part of the repository: skipped where ../shared is absent.
    @Test(
        .enabled(if: Repository.shared != nil, "needs ../shared/seeds"),
        arguments: ["hunan-2026", "hubei-2025"]
    )
    func `Every quoted sentence stands in the manual`(id: String) throws {
        let shared = try #require(Repository.shared)
        let seed = try #require(Self.seeds[id])
        let bytes = try Repository.bytes(of: "\(shared)/seeds/\(seed)")
        let manual = squeezed(String(decoding: bytes, as: UTF8.self))
        let area = try Repository.catalog().area(id).area
        for clause in clauses(of: area) {
            #expect(manual.contains(squeezed(clause.quote)), "\(clause.section)")
        }
    }

    // Neither manual names the days of registration; Chaozhou's notice does.
    @Test(arguments: [
        ("hunan-2026", LockScope.image, [SubmissionRule.Key.return, .withdrawal, .profile]),
        ("hubei-2025", .dossier, [.return, .profile]),
    ])
    func `What locks and unlocks has its clauses`(
        id: String,
        scope: LockScope,
        keys: [SubmissionRule.Key]
    ) throws {
        let area = try Repository.catalog().area(id).area
        #expect(area.caseRules == CaseRules(lockScope: scope))
        let rule = try #require(area.submission)
        #expect(Set(rule.unlockClauses.keys) == Set(keys))
        #expect(rule.lateClause != nil)
    }

    @Test(arguments: [
        ("hunan-2026", 204_800, 200_000), ("hubei-2025", 512_000, 500_000),
    ])
    func `The limits are those of the manual, k read as 1024`(
        id: String,
        bytes: Int,
        note: Int
    ) throws {
        let area = try Repository.catalog().area(id).area
        let limit = ByteLimit(
            value: ByteCount(bytes),
            isInclusive: true,
            noteAbove: ByteCount(note)
        )
        #expect(area.pictureRule.maxBytes == limit)
        #expect(area.pictureRule.formats == [.jpeg, .png])
        #expect(area.pictureRule.extensions == ["jpg", "jpeg", "png"])
        let photoLimit = ByteLimit(
            value: ByteCount(30_720),
            isInclusive: false,
            noteAbove: ByteCount(30_000)
        )
        let photoRule = try #require(area.photoRule)
        #expect(photoRule.maxBytes == photoLimit)
        #expect(photoRule.formats == [.jpeg])
        #expect(photoRule.minPixels == .init(width: 190, height: 254, severity: .error))
        #expect(
            photoRule.proportions == .init(minimum: 0.68, maximum: 0.82, severity: .warning)
        )
        let photo = area.materials.filter { $0.pictureRule == photoRule }
        #expect(photo.map(\.title) == ["小2寸白底证件照"])
    }

    @Test(arguments: ["hunan-2026", "hubei-2025"])
    func `Every title is a folder's name that leads back to its material`(id: String) throws {
        let area = try Repository.catalog().area(id).area
        for material in area.materials {
            #expect(area.materials(named: material.title).map(\.id) == [material.id])
            #expect(area.materials(named: material.id).map(\.id) == [material.id])
        }
    }

    @Test(arguments: ["hunan-2026", "hubei-2025"])
    func `Every circumstance has a question in both languages`(id: String) throws {
        let area = try Repository.catalog().area(id).area
        for key in area.vocabulary {
            #expect(key.englishQuestion != nil, "\(key.key)")
        }
        #expect(area.materials.allSatisfy { $0.englishTitle != nil })
    }

    @Test func `Hunan's heading over two papers means the one that is required`() throws {
        let area = try Repository.catalog().area("hunan-2026").area
        for (flag, id) in [(true, "hn.practiceAsst"), (false, "hn.practice")] {
            let requirements = area.requirements(for: ["fromAssistant": .flag(flag)])
            #expect(requirements.material(named: "试用期考核合格证明", in: area)?.id == id)
        }
    }

    @Test func `Soldiers are advised to use their identity card`() throws {
        let area = try Repository.catalog().area("hunan-2026").area
        let advice = ["现役军人", "大陆居民"].map { identity in
            area.advice(for: ["identity": .text(identity)]).filter { !$0.isBinding }.map(\.text)
        }
        #expect(advice == [["军队考生建议使用身份证报名。"], []])
    }
}
