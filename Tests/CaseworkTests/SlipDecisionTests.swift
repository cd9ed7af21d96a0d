import Testing

@testable import Casework

@Suite struct SlipDecisionTests {
    @Test func `A slip names its decision as the log does`() {
        #expect(SlipDecision.allCases.map(\.rawValue) == ["returned", "accepted", "rejected"])
    }
}
