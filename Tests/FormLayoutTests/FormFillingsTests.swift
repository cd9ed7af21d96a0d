import FormFixtures
import Testing

@Suite struct `Forms with answers made by chance` {
    /// `make fillings` does ten thousand.
    @Test func `overlap nothing, cross no line and lose no character`() throws {
        let checks = try FillingCheck.all()
        try #require(!checks.isEmpty)
        for seed in 0..<UInt64(checks.count * 6) {
            let result = try checks[Int(seed) % checks.count].run(seed: seed)
            #expect(result.faults.isEmpty, "\(result.form), seed \(seed)")
        }
    }
}
