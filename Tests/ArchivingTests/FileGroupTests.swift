import Archiving
import Glibc
import Testing

@Suite struct FileGroupTests {
    private let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    private func add(
        _ names: [String],
        to group: FileGroup,
        replacing: Bool = false
    ) throws {
        for name in names {
            let file = try group.makeFile(named: name)
            try file.write(Array("new \(name)".utf8))
            group.add(file, replacing: replacing)
        }
    }

    @Test func `Files have their names when the group is published, and not before`() throws {
        let group = try FileGroup(in: home.path)
        try add(["a", "b"], to: group)
        let before = try home.names
        #expect(before.count == 2 && before.allSatisfy { $0.hasPrefix(".") })
        let faults = try group.publish()
        #expect(faults == [nil, nil])
        #expect(try home.names == ["a", "b"])
        #expect(try home.bytes(of: "b") == Array("new b".utf8))
        try group.syncNames()
        let none = try group.publish()
        #expect(none.isEmpty)
    }

    @Test func `A name that is taken is told, and its file is as it was`() throws {
        try home.write(Array("old".utf8), to: "b")
        let group = try FileGroup(in: home.path)
        try add(["a", "b", "c"], to: group)
        let faults = try group.publish()
        #expect(faults.map(\.?.code) == [nil, .alreadyExists, nil])
        #expect(try home.bytes(of: "b") == Array("old".utf8))
        try add(["b"], to: group, replacing: true)
        let forced = try group.publish()
        #expect(forced == [nil])
        #expect(try home.bytes(of: "b") == Array("new b".utf8))
        #expect(try home.names == ["a", "b", "c"])
    }

    @Test func `A pipe is not replaced, even by force, but a link is`() throws {
        #expect(mkfifo(home.path("pipe"), 0o600) == 0)
        #expect(symlink("elsewhere", home.path("link")) == 0)
        let group = try FileGroup(in: home.path)
        try add(["link", "pipe"], to: group, replacing: true)
        let faults = try group.publish()
        #expect(faults.map(\.?.code) == [nil, .notRegularFile])
        #expect(try home.names == ["link", "pipe"])
        #expect(try home.bytes(of: "link") == Array("new link".utf8))
    }

    @Test func `What is never added or never published is removed`() throws {
        do {
            let group = try FileGroup(in: home.path)
            try add(["a"], to: group)
            _ = try group.makeFile(named: "b")
        }
        #expect(try home.names == [])
    }

    @Test func `A folder that is not there is told`() {
        #expect(throws: ArchiveError.self) { try FileGroup(in: home.path("none")) }
    }
}
