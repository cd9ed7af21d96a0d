public import Registration

/// The number by which a seal names level and category of an exam.
public struct ExamCodes: Sendable {
    private let levels: [(name: String, code: Int)]
    private let categories: [(name: String, code: Int)]

    /// The code of a candidate's exam; what the lists do not know counts as their last entry.
    public func category(of profile: [String: ProfileValue]) -> Int {
        code(of: profile["level"], in: levels) + code(of: profile["category"], in: categories)
    }

    private func code(of value: ProfileValue?, in list: [(name: String, code: Int)]) -> Int {
        let known = list.first { entry in value == .text(entry.name) }
        return (known ?? list.last)?.code ?? 0
    }

    init(_ root: YAMLValue) throws(CatalogError) {
        let top = try YAMLMapping(root, keys: ["format", "levels", "categories"])
        _ = try top.required("format").integer(in: 1...1)
        levels = try Self.list(top.required("levels"))
        categories = try Self.list(top.required("categories"))
    }

    private static func list(_ value: YAMLValue) throws(CatalogError) -> [(name: String, code: Int)]
    {
        var list: [(name: String, code: Int)] = []
        for entry in try YAMLMapping(value).entries {
            list.append((entry.key, try entry.value.integer(in: 1...900)))
        }
        guard !list.isEmpty else { throw value.error(.wrongValue, "this must not be empty") }
        return list
    }
}
