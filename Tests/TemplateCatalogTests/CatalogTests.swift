import Glibc
import TemplateCatalog
import Testing

@Suite struct CatalogTests {
    @Test func `A folder that is named is the only place tried`() throws {
        let error = #expect(throws: CatalogError.self) {
            try TemplateCatalog(
                locate: .init(folder: "/nowhere", environment: Repository.root + "/Templates")
            )
        }
        #expect(error?.code == .notFound)
        #expect(error?.description == "Templates: no templates were found; tried: /nowhere")
    }

    @Test func `The environment names a place, unless it is empty`() throws {
        let folder = Repository.root + "/Templates"
        #expect(try TemplateCatalog(locate: .init(environment: folder)).folder == folder)
        #expect(TemplateCatalog.Location(environment: "", executable: "/a/bin/x").places.count == 2)
    }

    @Test func `Beside the executable, what is installed comes before what was built`() throws {
        let temporary = try TemporaryFolder()
        let executable = temporary.path + "/bin/dossier"
        let installed = temporary.path + "/bin/../share/dossier/Templates"
        let built = temporary.path + "/bin/dossier_TemplateCatalog.resources/Templates"
        let location = TemplateCatalog.Location(executable: executable)
        let error = #expect(throws: CatalogError.self) { try TemplateCatalog(locate: location) }
        let tried = "\(installed), \(built)"
        #expect(error?.message == "no templates were found; tried: \(tried)")
        temporary.makeFolder("bin/dossier_TemplateCatalog.resources/Templates/Areas")
        #expect(try TemplateCatalog(locate: location).folder == built)
        temporary.makeFolder("share/dossier/Templates/Areas")
        #expect(try TemplateCatalog(locate: location).folder == installed)
    }

    @Test func `The build puts the templates beside this very test`() throws {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        let bytes = buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
        let executable = String(decoding: bytes, as: UTF8.self)
        // Under another runner the executable is the toolchain's, and this cannot be seen.
        guard executable.contains("PackageTests") else { return }
        let catalog = try TemplateCatalog(locate: .init(executable: executable))
        #expect(try catalog.areaIDs().contains("hunan-2026"))
    }

    @Test func `The areas are listed in order, other files are not`() throws {
        let temporary = try TemporaryFolder()
        temporary.makeFolder("Areas")
        for name in ["b-2.yaml", "a-1.yaml", "notes.txt", ".hidden.yaml", "X.yaml"] {
            temporary.write("", to: "Areas/\(name)")
        }
        let catalog = try TemplateCatalog(locate: .init(folder: temporary.path))
        #expect(try catalog.areaIDs() == ["a-1", "b-2"])
    }

    @Test(arguments: [
        ("hunan-2025", "Areas: there is no area of this id; did you mean \"hunan-2026\"?"),
        (
            "../../etc/passwd",
            "Areas: there is no area of this id; known: hubei-2025, hunan-2026"
        ),
    ])
    func `An unknown area is answered with the known ones`(id: String, message: String) throws {
        let error = #expect(throws: CatalogError.self) { try Repository.catalog().area(id) }
        #expect(error?.description == message)
    }

    @Test func `A file that is named otherwise than its area is refused`() throws {
        let temporary = try TemporaryFolder()
        temporary.makeFolder("Areas")
        let source = Repository.root + "/Templates/Areas/hunan-2026.yaml"
        temporary.write(
            String(decoding: try Repository.bytes(of: source), as: UTF8.self),
            to: "Areas/hunan-2027.yaml"
        )
        let catalog = try TemplateCatalog(locate: .init(folder: temporary.path))
        let error = #expect(throws: CatalogError.self) { try catalog.area("hunan-2027") }
        #expect(error?.code == .wrongValue)
    }

    @Test func `A file over one mebibyte and a named pipe are refused`() throws {
        let temporary = try TemporaryFolder()
        temporary.makeFolder("Areas")
        temporary.write(String(repeating: "#", count: 1_048_577), to: "Areas/large-1.yaml")
        mkfifo(temporary.path + "/Areas/pipe-1.yaml", 0o600)
        let catalog = try TemplateCatalog(locate: .init(folder: temporary.path))
        let large = #expect(throws: CatalogError.self) { try catalog.area("large-1") }
        #expect(large?.code == .tooLarge)
        let pipe = #expect(throws: CatalogError.self) { try catalog.area("pipe-1") }
        #expect(pipe?.code == .unreadable)
    }
}
