public import Review

/// The reasons that offices give, as their file lists them.
public struct ReturnReasons: Hashable, Sendable {
    /// The reasons to ask for another picture, or for more.
    public let returns: [ReturnReason]
    /// The reasons to refuse a registration.
    public let rejections: [RejectionReason]

    /// Reads the reasons.
    ///
    /// - Parameters:
    ///   - bytes: The YAML text.
    ///   - file: What to call it in an error.
    ///   - areas: The areas of which one must have each material that is named; nil takes any name.
    /// - Throws: `CatalogError` with line and column at the first fault.
    public init(bytes: [UInt8], file: String, areas: [Area]? = nil) throws(CatalogError) {
        let mapping = try YAMLMapping(
            YAMLDocument.parse(bytes, file: file),
            keys: ["format", "returns", "rejections"]
        )
        try mapping.requireFormat(1)
        returns = try Self.list(mapping.required("returns"), \.code) {
            (item) throws(CatalogError) in try ReturnReason(item, areas: areas)
        }
        rejections = try Self.list(
            mapping.required("rejections"),
            \.code,
            RejectionReason.init
        )
    }

    /// The reason to ask for something with a code; nil if there is none.
    public func returnReason(_ code: String) -> ReturnReason? {
        returns.first { $0.code == code }
    }

    /// The reason to refuse with a code; nil if there is none.
    public func rejectionReason(_ code: String) -> RejectionReason? {
        rejections.first { $0.code == code }
    }

    /// The reasons that can be given for a material of an area, in the order of the file.
    public func reasons(for material: MaterialRule, in area: Area) -> [ReturnReason] {
        returns.filter { $0.concerns(material, in: area) }
    }

    private static func list<Reason>(
        _ value: YAMLValue,
        _ code: KeyPath<Reason, String>,
        _ read: (YAMLValue) throws(CatalogError) -> Reason
    ) throws(CatalogError) -> [Reason] {
        var reasons: [Reason] = []
        for item in try value.list() {
            let reason = try read(item)
            guard !reasons.contains(where: { $0[keyPath: code] == reason[keyPath: code] }) else {
                throw item.error(.wrongValue, "another reason has this code")
            }
            reasons.append(reason)
        }
        guard !reasons.isEmpty else { throw value.error(.wrongValue, "this must not be empty") }
        return reasons
    }
}
