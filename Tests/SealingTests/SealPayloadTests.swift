import Registration
import Sealing
import Testing

@Suite struct SealPayloadTests {
    private struct Fields {
        var caseID: DossierID?
        var revision = 1
        var exam = SealPayload.Exam(area: 43, year: 2026, category: 110)
        var issued = 20_484
        var expires = 20_818

        func payload() throws(SealError) -> SealPayload {
            try SealPayload(
                place: SealPlace(.cover, page: 0, pages: 17),
                caseID: caseID,
                revision: revision,
                exam: exam,
                digest: ContentHash.of([]),
                subject: SubjectCommitment(
                    idKind: "a",
                    idNumber: "b",
                    name: "c",
                    salt: SubjectSalt(pictures: [])
                ),
                issued: issued,
                expires: expires
            )
        }
    }

    private static let id = DossierID(manifest: ContentHash.of([]))

    @Test func `A payload is read back`() throws {
        var fields = Fields()
        #expect(try SealPayload(decoding: fields.payload().encoded) == fields.payload())
        fields.revision = 65_535
        fields.caseID = Self.id
        fields.expires = fields.issued
        #expect(try SealPayload(decoding: fields.payload().encoded) == fields.payload())
    }

    @Test(arguments: [
        ("revision", 0),
        ("revision", 65_536),
        ("case", 2),
        ("area", 10),
        ("area", 100),
        ("year", 1999),
        ("category", 0),
        ("issued", -1),
        ("issued", 65_536),
        ("expires", 20_483),
        ("expires", 65_536),
    ])
    func `A field out of its range is named`(name: String, value: Int) {
        var fields = Fields()
        switch name {
        case "revision": fields.revision = value
        case "case": fields.revision = value
        case "area": fields.exam.area = value
        case "year": fields.exam.year = value
        case "category": fields.exam.category = value
        case "issued": fields.issued = value
        default: fields.expires = value
        }
        #expect(throws: SealError(.field, name)) { try fields.payload() }
    }

    @Test func `A first revision has no case before it`() {
        var fields = Fields()
        fields.caseID = Self.id
        #expect(throws: SealError(.field, "case")) { try fields.payload() }
    }
}
