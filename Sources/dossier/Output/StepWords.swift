import Registration
import TemplateCatalog

extension Console {
    /// What was done to a picture, in the user's language.
    func words(for steps: [RepairStep]) -> String {
        steps.map(word).joined(separator: language == .zh ? "、" : ", ")
    }

    private func word(for step: RepairStep) -> String {
        var values: [String: String] = [:]
        var key = "repair.step.\(step.name)"
        switch step {
        case .turned(let turn, let isLossless):
            values["degrees"] = "\(turn.quarters * 90)"
            // Half of the mirrored ones are not turned besides.
            if turn.isMirrored {
                key = "repair.step." + (turn.quarters == 0 ? "mirrored" : "turned-mirrored")
            }
            if isLossless { key += "-lossless" }
        case .converted(let from, let to):
            values["from"] = from.title
            values["to"] = to.title
        case .coloursConverted(let kind): values["from"] = damage(kind)
        case .recoded(let quality): values["quality"] = "\(quality)"
        default: break
        }
        return text(key, values)
    }
}
