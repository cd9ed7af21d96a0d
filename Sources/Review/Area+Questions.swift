public import Registration

extension Area {
    /// The questions that some rule still waits for, in the order in which to ask them.
    ///
    /// A question that others must be answered before is held back until they are, so asking the
    /// first one again and again ends with nothing unknown, and never asks what does not matter.
    ///
    /// - Parameter profile: What is known.
    /// - Returns: The open questions; empty once every material can be told.
    public func openQuestions(for profile: [String: ProfileValue]) -> [OpenQuestion] {
        let completed = applying(profile)
        var waiting: [ProfilePath: [String]] = [:]
        for requirement in requirements(for: profile) {
            for path in requirement.openPlaces {
                for place in prerequisites(of: path, in: completed) {
                    waiting[place, default: []].append(requirement.material.id)
                }
            }
        }
        return waiting.compactMap { path, materials in
            question(at: path).map { OpenQuestion(path: path, key: $0, materials: materials) }
        }.sorted { rank($0.path) < rank($1.path) }
    }

    /// The question of a place, inside lists too.
    public func question(at path: ProfilePath) -> ProfileKey? {
        guard let entry = path.entry else { return profileKey(path.key) }
        guard case .list(let keys)? = profileKey(entry.list)?.kind else { return nil }
        return keys.first { $0.key == path.key }
    }

    /// The place itself if its question makes sense already, else what decides whether it does.
    private func prerequisites(
        of path: ProfilePath,
        in profile: [String: ProfileValue]
    ) -> Set<ProfilePath> {
        guard path.entry == nil, let key = profileKey(path.key) else { return [path] }
        let evaluation = key.condition.evaluate(in: profile)
        guard evaluation.truth == .unknown else { return [path] }
        return evaluation.missing.reduce(into: []) {
            $0.formUnion(prerequisites(of: $1, in: profile))
        }
    }

    private func rank(_ path: ProfilePath) -> [Int] {
        let name = path.entry?.list ?? path.key
        let place = vocabulary.firstIndex { $0.key == name } ?? vocabulary.count
        guard let entry = path.entry, case .list(let keys)? = profileKey(name)?.kind else {
            return [place]
        }
        return [place, entry.number, keys.firstIndex { $0.key == path.key } ?? keys.count]
    }
}

extension Requirement {
    /// The places that would settle whether, and how many times, the material is needed.
    fileprivate var openPlaces: [ProfilePath] {
        if case .cannotTell(let missing) = need { return missing }
        return countMissing
    }
}

extension [Int] {
    fileprivate static func < (left: Self, right: Self) -> Bool {
        left.lexicographicallyPrecedes(right)
    }
}
