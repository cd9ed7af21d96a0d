import FormLayout
import Registration
import TemplateCatalog
import Testing

@Suite struct FormFilesTests {
    private static let ids = (try? Repository.catalog().formIDs()) ?? []

    @Test func `There are forms, in order`() {
        #expect(Self.ids.contains("practice-proof"))
        #expect(Self.ids == Self.ids.sorted())
    }

    @Test(arguments: ids)
    func `A form that comes with the program has no faults and no doubts`(id: String) throws {
        let catalog = try Repository.catalog()
        let file = try catalog.form(id)
        let path = Repository.root + "/Templates/Forms/\(id).yaml"
        #expect(file.template.id == id)
        #expect(try file.bytes == Repository.bytes(of: path))
        #expect(FormLint(bytes: file.bytes, file: path, catalog: catalog).faults == [])
    }

    // The manuals are not part of the repository: skipped where ../shared is absent.
    @Test(.enabled(if: Repository.shared != nil, "needs ../shared/seeds"), arguments: ids)
    func `Every quoted sentence stands in the manual`(id: String) throws {
        let shared = try #require(Repository.shared)
        for service in try Repository.catalog().form(id).template.services {
            guard let clause = service.clause, let seed = AreaFilesTests.seeds[service.area]
            else { continue }
            let manual = try Repository.bytes(of: "\(shared)/seeds/\(seed)")
            let text = String(decoding: manual, as: UTF8.self).filter { !$0.isWhitespace }
            #expect(text.contains(clause.quote.filter { !$0.isWhitespace }), "\(service.area)")
        }
    }

    @Test(arguments: [
        ("practise-proof", "Forms: there is no form of this id; did you mean \"practice-proof\"?"),
        ("../Areas/hunan-2026", "Forms: there is no form of this id; known: "),
    ])
    func `An unknown form is answered with the known ones`(id: String, message: String) throws {
        let error = #expect(throws: CatalogError.self) { try Repository.catalog().form(id) }
        #expect(error?.description.hasPrefix(message) == true)
    }

    @Test func `A file that is named otherwise than its form is refused`() throws {
        let temporary = try TemporaryFolder()
        temporary.makeFolder("Areas")
        temporary.makeFolder("Forms")
        temporary.write(NewcomersForm.text, to: "Forms/leave.yaml")
        let catalog = try TemplateCatalog(locate: .init(folder: temporary.path))
        let error = #expect(throws: CatalogError.self) { try catalog.form("leave") }
        #expect(
            error?.description == "Forms/leave.yaml: the file is named leave, its form leave-slip"
        )
    }
}
