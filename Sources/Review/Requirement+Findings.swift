import Registration

extension Requirement {
    /// What the number of pictures of this material amounts to, before any picture is looked at.
    ///
    /// - Parameters:
    ///   - held: The number of pictures of each material, by id.
    ///   - waiver: The waiver of this material, if one is asked for.
    ///   - profile: The candidate's circumstances, which decide whether it can be waived.
    /// - Returns: The findings about the material as a whole.
    func findings(
        held: [String: Int],
        waiver: Waiver?,
        profile: [String: ProfileValue]
    ) -> [Finding] {
        let count = held[material.id] ?? 0
        var findings = unpaired(count, held: held)
        findings += waiver.map { waiverFindings($0, count: count, profile: profile) } ?? []
        switch need {
        case .notRequired:
            if count > 0, !material.isOptional {
                findings.append(finding(.materialNotRequired, .warning, measured: String(count)))
            }
            if material.isOptional { findings += excess(count, over: optionalMaximum(in: profile)) }
        case .cannotTell(let missing):
            findings.append(
                finding(.materialCannotTell, .warning, measured: Self.text(missing))
            )
        case .required(let minimum, let maximum):
            if !countMissing.isEmpty {
                findings.append(
                    finding(.materialCountUnclear, .warning, measured: Self.text(countMissing))
                )
            }
            if !findings.contains(where: { $0.code == .materialWaived }) {
                findings += shortage(count, under: minimum, held: held)
            }
            findings += excess(count, over: maximum)
        }
        return findings
    }

    private static func text(_ paths: [ProfilePath]) -> String {
        paths.map(\.description).joined(separator: ", ")
    }

    /// A paper that means nothing without another: a translation without its original.
    private func unpaired(_ count: Int, held: [String: Int]) -> [Finding] {
        guard count > 0, !material.accompanies.isEmpty,
            !material.accompanies.contains(where: { held[$0, default: 0] > 0 })
        else { return [] }
        return [
            finding(
                .materialUnpaired,
                .error,
                measured: material.accompanies.joined(separator: ", ")
            )
        ]
    }

    private func optionalMaximum(in profile: [String: ProfileValue]) -> Int? {
        material.count.range(in: profile).maximum
    }

    private func waiverFindings(
        _ waiver: Waiver,
        count: Int,
        profile: [String: ProfileValue]
    ) -> [Finding] {
        guard count == 0, isRequired else { return [] }
        guard material.waivable?.evaluate(in: profile).truth == .yes else {
            return [finding(.waiverNotAllowed, .error)]
        }
        return [finding(.materialWaived, .note, measured: waiver.reason)]
    }

    private func shortage(_ count: Int, under minimum: Int, held: [String: Int]) -> [Finding] {
        guard count < minimum else { return [] }
        let limit = "≥ \(minimum)"
        guard count == 0 else {
            return [finding(.materialTooFew, .error, measured: String(count), limit: limit)]
        }
        if let other = material.satisfiedBy.first(where: { held[$0, default: 0] > 0 }) {
            return [finding(.materialSatisfiedElsewhere, .note, measured: other, limit: limit)]
        }
        return [finding(.materialMissing, .error, measured: "0", limit: limit)]
    }

    private func excess(_ count: Int, over maximum: Int?) -> [Finding] {
        guard let maximum, count > maximum else { return [] }
        return [
            finding(.materialTooMany, .error, measured: String(count), limit: "≤ \(maximum)")
        ]
    }

    private func finding(
        _ code: Finding.Code,
        _ severity: Finding.Severity,
        measured: String? = nil,
        limit: String? = nil
    ) -> Finding {
        Finding(
            code,
            severity,
            material: material.id,
            measured: measured,
            limit: limit,
            clause: clause
        )
    }
}
