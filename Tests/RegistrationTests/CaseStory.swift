import Registration

/// Events of a made-up case, shortly written.
enum CaseStory {
    /// A hash that stands for the picture, or profile, with a number.
    static func hash(_ number: Int) throws -> ContentHash {
        var bytes = [UInt8](repeating: 0, count: 32)
        for index in 0..<8 { bytes[index] = UInt8(truncatingIfNeeded: number >> (8 * index)) }
        guard let hash = ContentHash(bytes: bytes) else { throw NoHash() }
        return hash
    }

    struct NoHash: Error {}

    /// Pictures by material and numbers: `["id": [1, 2]]` are two of id.
    static func pictures(_ numbers: [String: [Int]]) throws -> [SubmittedPicture] {
        var pictures: [SubmittedPicture] = []
        for (material, list) in numbers.sorted(by: { $0.key < $1.key }) {
            for (index, number) in list.enumerated() {
                pictures.append(
                    SubmittedPicture(
                        material: material,
                        place: index + 1,
                        hash: try hash(number)
                    )
                )
            }
        }
        return pictures
    }

    static let noon: Int64 = 20_500 * 86_400 + 4 * 3600  // 12:00 in China

    static func submitted(
        _ revision: Int,
        _ numbers: [String: [Int]],
        profile: Int = 1000,
        day: Int = 0
    ) throws -> CaseEvent {
        CaseEvent(
            actor: .candidate,
            time: noon + Int64(day) * 86_400,
            action: .submitted(
                revision: revision,
                profile: try hash(profile),
                pictures: try pictures(numbers),
                supersedes: revision == 1 ? nil : "0123456789ABCD"
            )
        )
    }

    static func by(
        _ stage: ReviewStage,
        _ action: CaseEvent.Action,
        day: Int = 0
    ) -> CaseEvent {
        CaseEvent(
            actor: .office(stage, name: stage == .site ? "示例考点" : "示例考区"),
            time: noon + Int64(day) * 86_400,
            action: action
        )
    }

    static func candidate(_ action: CaseEvent.Action, day: Int = 0) -> CaseEvent {
        CaseEvent(actor: .candidate, time: noon + Int64(day) * 86_400, action: action)
    }

    static func asked(_ material: String, _ place: Int?) -> ReturnedItem {
        ReturnedItem(material: material, place: place, reason: "unclear")
    }
}
