import Registration
import Sealing

extension SlipContent {
    /// The most things that one slip can ask for.
    private static let mostItems = 2000

    /// Finds what no slip may say although each member is of its type.
    ///
    /// - Throws: ``SlipError`` that names the member.
    func check() throws(SlipError) {
        // The first revision is what the case is named after.
        guard revision > 1 || caseID == dossierID else { throw SlipError(.contradiction, "case") }
        guard person.maskedIDNumber.contains("*") else {
            throw SlipError(.member, "candidate.maskedIdNumber")
        }
        if case .returned(let items, let answerBy) = outcome {
            guard (1...Self.mostItems).contains(items.count) else {
                throw SlipError(.member, "items")
            }
            if let answerBy, answerBy < day { throw SlipError(.contradiction, "answerBy") }
            try checkPlaces(of: items)
        }
        try checkChain()
    }

    /// Nothing is asked for twice, and a picture has one hash.
    private func checkPlaces(of items: [SlipItem]) throws(SlipError) {
        var seen: Set<[String]> = []
        for (index, item) in items.enumerated() {
            let place = item.picture.map { "\($0.place)" } ?? ""
            guard seen.insert([item.material, place, item.reason.code]).inserted else {
                throw SlipError(.contradiction, "items[\(index)]")
            }
        }
    }

    private func checkChain() throws(SlipError) {
        guard !lines.isEmpty else { throw SlipError(.chain, "lines") }
        var previous = previous
        for (index, line) in lines.enumerated() {
            let bytes = Array(line.utf8)
            guard JSONValue.isCanonical(bytes, limits: .init(depth: 16)),
                let prev = (try? JSONValue(parsing: bytes))?["prev"]?.string,
                ContentHash(hex: prev) == previous
            else { throw SlipError(.chain, "lines[\(index)]") }
            previous = .of(bytes)
        }
    }
}
