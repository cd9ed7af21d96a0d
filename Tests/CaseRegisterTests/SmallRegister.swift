import CaseRegister
import RegisterFixtures
import Registration

/// A register in a folder that goes with the test, and the cases in it.
struct SmallRegister {
    static let opening = SyntheticCase.opening

    let home: TemporaryFolder
    let register: CaseRegister
    var folder: String { home.path("register") }

    init(stage: ReviewStage = .site, areas: [String] = []) throws {
        home = try TemporaryFolder()
        register = try CaseRegister(
            creating: home.path("register"),
            office: OfficeSettings(name: "示例考点", stage: stage, areas: areas),
            at: Self.opening
        )
    }

    /// Brings a case in, submitted once.
    @discardableResult
    func added(_ number: Int, at time: Int64 = opening) throws -> SyntheticCase {
        var one = SyntheticCase(number)
        one.submit(at: time)
        try register.add(try one.submission(), at: time)
        return one
    }

    /// A reviewer decides about a case as it stands.
    @discardableResult
    func decide(
        _ one: inout SyntheticCase,
        _ action: CaseEvent.Action,
        by reviewer: String = "甲",
        at time: Int64 = opening + 60
    ) throws -> Recording {
        let version = one.log.count
        let logged = one.happen(SyntheticCase.office, time, action)
        return try register.record(
            logged.event,
            line: logged.line,
            of: one.caseID,
            expecting: version,
            reviewer: reviewer
        )
    }

    /// Sends a case back for one picture.
    @discardableResult
    func giveBack(
        _ one: inout SyntheticCase,
        _ material: String = "hn.photo",
        _ reason: String = "unclear",
        by reviewer: String = "甲",
        at time: Int64 = opening + 60
    ) throws -> [ReturnedItem] {
        let items = [ReturnedItem(material: material, place: 1, reason: reason)]
        let action = CaseEvent.Action.returned(revision: one.revision, items: items)
        try decide(&one, action, by: reviewer, at: time)
        return items
    }

    /// The ids of the cases that a filter lets through, in the queue's order.
    func ids(_ filter: QueueFilter) throws -> [String] {
        try register.queue(filter).map(\.caseID)
    }
}

/// The code of the error that some work ends in; nil if it ends well.
func code(_ work: () throws -> Void) throws -> RegisterError.Code? {
    do {
        try work()
        return nil
    } catch let error as RegisterError {
        return error.code
    }
}
