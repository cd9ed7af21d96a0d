import Registration
import Review
import TemplateCatalog
import Testing

/// Both manuals as tables of profiles: the expectations were worked out by hand from the manuals'
/// sentences, before the rules were run on them.
@Suite struct DecisionTableTests {
    static let areas = ["hunan-2026", "hubei-2025"]

    private static func table(_ id: String) throws -> (Area, [DecisionTable.Row]) {
        let area = try Repository.catalog().area(id).area
        let path = Repository.root + "/Tests/TemplateCatalogTests/DecisionTables/\(id).txt"
        let text = String(decoding: try Repository.bytes(of: path), as: UTF8.self)
        return (area, try DecisionTable(text, area: area).rows)
    }

    private static func rows(_ id: String) -> [DecisionTable.Row] {
        do {
            return try table(id).1
        } catch {
            preconditionFailure("\(id): \(error)")
        }
    }

    @Test(arguments: rows("hunan-2026"))
    func `Hunan asks for what its manual says`(row: DecisionTable.Row) throws {
        try expect(row, in: Repository.catalog().area("hunan-2026").area)
    }

    @Test(arguments: rows("hubei-2025"))
    func `Hubei asks for what its manual says`(row: DecisionTable.Row) throws {
        try expect(row, in: Repository.catalog().area("hubei-2025").area)
    }

    /// Compares all materials, so that one asked for too many fails as one too few does.
    private func expect(_ row: DecisionTable.Row, in area: Area) throws {
        var required: [String: Int] = [:]
        var unclear: [String: [String]] = [:]
        for requirement in area.requirements(for: row.profile) {
            switch requirement.need {
            case .required(let minimum, _): required[requirement.material.id] = minimum
            case .cannotTell(let missing):
                unclear[requirement.material.id] = missing.map(\.description)
            case .notRequired: break
            }
        }
        #expect(required == row.required)
        #expect(unclear == row.unclear)
    }

    @Test(arguments: areas)
    func `A table has at least sixty rows, all different`(id: String) throws {
        let (_, rows) = try Self.table(id)
        #expect(rows.count >= 60)
        #expect(Set(rows.map(\.profile)).count == rows.count)
        #expect(Set(rows.map(\.testDescription)).count == rows.count)
    }

    // 照片、身份证明 and the like are for everybody, so they have one outcome only.
    @Test(arguments: areas)
    func `Every material is required, not required and unclear in some row`(id: String) throws {
        let (area, rows) = try Self.table(id)
        for material in area.materials where !material.isOptional {
            #expect(rows.contains { $0.required[material.id] != nil }, "\(material.id)")
            guard material.condition != .always || material.replacement != nil else { continue }
            #expect(rows.contains { $0.unclear[material.id] != nil }, "\(material.id)")
            #expect(
                rows.contains {
                    $0.required[material.id] == nil && $0.unclear[material.id] == nil
                },
                "\(material.id)"
            )
        }
    }

    // The manuals are not part of the repository: skipped where ../shared is absent.
    @Test(.enabled(if: Repository.shared != nil, "needs ../shared/seeds"), arguments: areas)
    func `Every reason in a table stands in the manual`(id: String) throws {
        let shared = try #require(Repository.shared)
        let seed = try #require(AreaFilesTests.seeds[id])
        let bytes = try Repository.bytes(of: "\(shared)/seeds/\(seed)")
        let manual = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
        for row in try Self.table(id).1 {
            #expect(!row.reasons.isEmpty, "\(row.testDescription)")
            for reason in row.reasons {
                #expect(manual.contains(reason), "\(row.testDescription): \(reason)")
            }
        }
    }
}
