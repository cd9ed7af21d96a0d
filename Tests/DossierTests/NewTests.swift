import CandidateFixtures
import Foundation
import Sealing
import Testing

@Suite struct NewTests {
    let home: TemporaryFolder
    let dossier: Command

    init() throws {
        home = try TemporaryFolder()
        dossier = Command(in: home)
    }

    @Test(arguments: ["hubei-2025", "hunan-2026"])
    func `without a terminal the flags answer, and the checklist reads what was made`(area: String)
        throws
    {
        let folder = home.path("n")
        let run = try dossier(
            "new",
            folder,
            "--area",
            area,
            "--name",
            "试样 \"甲\": #1",
            "--id-number",
            "990101199001010019",
            "--set",
            "idKind=二代身份证",
            "--set",
            "level=执业医师"
        )
        #expect(run.status == 0, "\(run)")
        #expect(!(run.output + run.errors).contains("试样"))
        let list = try dossier("checklist", folder)
        #expect(list.status == 2, "\(list)")
        let check = try dossier("check", folder, "--json")
        #expect(check.status == 2)
        // Every folder that was made is one that the area knows.
        #expect(!check.output.contains("material.unknown-folder"))
        #expect(try home.names(in: "n/materials").count > 3)
    }

    @Test func `without answers it makes the folder, and the checklist says what is open`() throws {
        let folder = home.path("n")
        #expect(try dossier("new", folder, "--area", "hubei-2025").status == 0)
        #expect(try home.names(in: "n") == ["candidate.yaml", "materials"])
        let list = try dossier("checklist", folder)
        #expect(list.status == 2 && list.errors.isEmpty, "\(list)")
        #expect(list.output.contains("Answer in candidate.yaml: "))
        let check = try dossier("check", folder)
        #expect(check.status == 2)
        #expect(check.output.contains("[candidate.incomplete]"))
        let pack = try dossier("pack", folder, "-o", home.path("n.zip"), "--allow-findings")
        #expect(pack.status == 2)
        #expect(try home.names() == ["n"])
    }

    @Test func `a folder that has a candidate is left alone`() throws {
        let folder = try SmallCandidate().write(to: "c", in: home)
        let before = try home.bytes(of: "c/candidate.yaml")
        let run = try dossier("new", folder, "--area", "hunan-2026")
        #expect(run.status == 1)
        #expect(run.errors.contains("candidate.yaml"))
        #expect(try home.bytes(of: "c/candidate.yaml") == before)
        #expect(try home.names(in: "c/materials") == ["毕业证书", "身份证明"])
    }

    @Test func `a file in the place of the folder is 1`() throws {
        try home.write("mine", to: "n")
        let run = try dossier("new", home.path("n"), "--area", "hunan-2026")
        #expect(run.status == 1)
        #expect(try home.bytes(of: "n") == Array("mine".utf8))
    }

    @Test func `an area that is not known is 1, with a proposal`() throws {
        let run = try dossier("new", home.path("n"), "--area", "hunan-2025")
        #expect(run.status == 1)
        #expect(run.errors.contains("hunan-2026"))
        #expect(try home.names().isEmpty)
    }
}
