import Foundation
import Registration
import Sealing

/// Tampers with a sealed archive in every way it knows and lists which step of verification noticed.
///
///     MutationMatrix            # 20,000 changed bytes and all else; compares with caught.md
///     MutationMatrix --write    # the same, and writes caught.md
///     MutationMatrix --all      # every byte there is, of a smaller archive; compares with nothing
///
/// Exits 1 if something went unnoticed, or the list is another than the repository's.
@main
enum MutationMatrix {
    private static let list = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "caught.md")

    static func main() async throws {
        let isComplete = CommandLine.arguments.contains("--all")
        let small = try await SealedSample(name: "试样甲")
        let large = isComplete ? small : try await SealedSample()
        let table = try await table(small, large, count: isComplete ? nil : 10_000)
        let text = table.markdown
        print(text)
        print("\(table.count) mutations, \(table.missed.count) of them unnoticed")
        for detail in table.missed.prefix(50) { print("unnoticed: \(detail)") }
        if !table.missed.isEmpty { exit(1) }
        if CommandLine.arguments.contains("--write") {
            try text.write(to: list, atomically: true, encoding: .utf8)
        } else if !isComplete, try String(contentsOf: list, encoding: .utf8) != text {
            print("This is not what Tests/MutationMatrix/caught.md says; --write replaces it.")
            exit(1)
        }
    }

    /// Bytes are changed in the large archive, all else is done to the small one.
    private static func table(
        _ small: SealedSample,
        _ large: SealedSample,
        count: Int?
    ) async throws -> CaughtTable {
        let otherArea = try SigningKey(seed: Array(repeating: 44, count: 32))
        let trusted = SealedSample.trust([(small.key, [42]), (otherArea, [43])])
        var table = CaughtTable()
        try ByteMutations(
            sample: large,
            verifying: Verifying(large, trusted: trusted),
            count: count
        ).run(into: &table)
        let verifying = try Verifying(small, trusted: trusted)
        guard verifying.outcome(of: small.bag) == .missed else { throw Refused() }
        try FileMutations(sample: small, verifying: verifying).run(into: &table)
        try EntryMutations(sample: small, verifying: verifying).run(into: &table)
        let other = try await SealedSample(name: "试样乙", gray: 90)
        let stranger = try SigningKey(seed: Array(repeating: 43, count: 32))
        let attacks = Attacks(
            sample: small,
            other: other,
            trusted: trusted,
            stranger: stranger,
            otherArea: otherArea
        )
        try attacks.run(into: &table)
        try attacks.replaceWhole(into: &table)
        try DocumentMutations(
            sample: small,
            other: other,
            trusted: trusted,
            stranger: stranger,
            count: count.map { $0 / 5 }
        ).run(into: &table)
        try TextMutations(sample: small, trusted: trusted).run(into: &table)
        return table
    }

    /// The archive is refused before anything is done to it.
    struct Refused: Error {}
}
