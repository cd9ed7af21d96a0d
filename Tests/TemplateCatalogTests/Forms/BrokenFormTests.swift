import FormLayout
import TemplateCatalog
import Testing

/// Files with one fault each, and the one line that the check must say about it.
///
/// Each is `BrokenForms/sound.yaml` with one change; places and messages in `index.tsv` were written
/// with the change, before the check was run on it.
@Suite struct BrokenFormTests {
    struct Expectation: CustomTestStringConvertible, Sendable {
        var file: String
        var line: String

        var testDescription: String { file }
    }

    private static let folder = Repository.root + "/Tests/TemplateCatalogTests/Forms/BrokenForms"

    private static let expectations: [Expectation] = {
        guard let bytes = try? Repository.bytes(of: folder + "/index.tsv") else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().map {
            let fields = $0.split(separator: "\t", maxSplits: 3).map(String.init)
            return Expectation(
                file: fields[0],
                line: "\(fields[1]): \(fields[2]): \(fields[3])"
            )
        }
    }()

    /// Every file is taken for sound.yaml, whose id it bears.
    private func lint(_ file: String) throws -> FormLint {
        FormLint(
            bytes: try Repository.bytes(of: "\(Self.folder)/\(file)"),
            file: "sound.yaml",
            catalog: try Repository.catalog()
        )
    }

    @Test func `There are at least sixty`() {
        #expect(Self.expectations.count >= 60)
        #expect(Set(Self.expectations.map(\.file)).count == Self.expectations.count)
    }

    @Test func `The file that the faults are put into has none`() throws {
        #expect(try lint("sound.yaml").faults.isEmpty)
    }

    @Test(arguments: expectations)
    func `A broken file gets one exact line at the right place`(expected: Expectation) throws {
        let faults = try lint(expected.file).faults
        let lines = faults.map { fault in
            let place = fault.error.place.map { "\($0.line):\($0.column)" } ?? "-"
            return "\(place): \(fault.isWarning ? "warning" : "error"): \(fault.error.message)"
        }
        #expect(lines == [expected.line])
    }

    @Test(arguments: expectations)
    func `Every line has words in Chinese`(expected: Expectation) throws {
        let chinese = try Repository.catalog().faultTexts().patterns
        for fault in try lint(expected.file).faults {
            #expect(fault.error.message.patterns.filter { !chinese.contains($0) } == [])
        }
    }

    @Test(arguments: expectations)
    func `Reading ends at a mistake, and only there`(expected: Expectation) throws {
        let bytes = try Repository.bytes(of: "\(Self.folder)/\(expected.file)")
        let told = Self.message(of: bytes)
        #expect(told == (expected.line.contains(": error: ") ? expected.line : nil))
    }

    private static func message(of bytes: [UInt8]) -> String? {
        do throws(CatalogError) {
            _ = try FormTemplate(bytes: bytes, file: "sound.yaml")
            return nil
        } catch {
            let place = error.place.map { "\($0.line):\($0.column)" } ?? "-"
            return "\(place): error: \(error.message)"
        }
    }
}
