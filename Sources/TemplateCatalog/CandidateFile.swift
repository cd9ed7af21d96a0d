public import FormLayout
public import Registration
public import Review

/// A candidate's file, `candidate.yaml`: who registers, where, and under which circumstances.
///
/// What goes wrong is told by line and column. Values and unknown keys are never repeated, because
/// in this file they may be somebody's name or number.
public struct CandidateFile: Hashable, Sendable {
    /// The person, with all answers; the kind of document also stands in the profile as `idKind`.
    public var candidate: Candidate
    /// The id of the area.
    public var areaID: String
    /// The dates of the papers.
    public var papers: [Paper]
    /// Requests to be let off a material.
    public var waivers: [Waiver]
    /// Findings that may stand.
    public var overrides: [Override]
    /// Pictures to turn when they are repaired.
    public var turns: [Turning]
    /// What only forms ask for, by key; under the key of a list, an entry for each of its items by name.
    public var forms: [String: FormDatum]

    /// Reads which area a candidate's file is for, so that the area can be read first.
    ///
    /// - Parameters:
    ///   - bytes: The YAML text.
    ///   - file: What to call it in an error.
    /// - Returns: The area's id.
    /// - Throws: `CatalogError` if the file is no YAML or names no area.
    public static func areaID(
        bytes: [UInt8],
        file: String = "candidate.yaml"
    ) throws(CatalogError) -> String {
        try areaValue(bytes: bytes, file: file).words()
    }

    static func areaValue(bytes: [UInt8], file: String) throws(CatalogError) -> YAMLValue {
        try YAMLMapping(YAMLDocument.parse(bytes, file: file)).required("area")
    }

    /// Reads a candidate's file by the vocabulary of its area.
    ///
    /// - Parameters:
    ///   - bytes: The YAML text.
    ///   - file: What to call it in an error.
    ///   - area: The area that it names.
    /// - Throws: `CatalogError` with line and column at the first fault.
    public init(
        bytes: [UInt8],
        file: String = "candidate.yaml",
        area: Area
    ) throws(CatalogError) {
        let decoder = CandidateDecoder(area: area)
        let mapping = try YAMLMapping(
            YAMLDocument.parse(bytes, file: file),
            keys: decoder.topLevelKeys,
            repeatsKeys: false
        )
        let areaValue = try mapping.required("area")
        areaID = try areaValue.words()
        guard areaID == area.id else {
            throw areaValue.error(.wrongValue, "the file is for another area than \(area.id)")
        }
        candidate = try decoder.candidate(mapping)
        papers = try decoder.papers(mapping.optional("papers"))
        waivers = try decoder.waivers(mapping.optional("waivers"))
        overrides = try decoder.overrides(mapping.optional("overrides"))
        turns = try decoder.turns(mapping.optional("turns"))
        forms = try decoder.forms(mapping.optional("forms"))
    }
}
