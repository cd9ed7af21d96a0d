import PageLayout

/// The parts of the document's meaning to which a block belongs.
///
/// A paragraph and a table consist of several blocks, and each page that they stand on has a part of
/// its own for them.
struct FlowParts {
    /// The parts, the outermost first; none for room between others.
    var roles: [StructureRole] = []
    /// How many of them are those of the block before.
    var shared = 0

    /// A row of a table that goes on from the block before, or begins.
    static func row(continues: Bool) -> Self { Self(roles: [.table], shared: continues ? 1 : 0) }

    var isRow: Bool { roles.last == .table }
}
