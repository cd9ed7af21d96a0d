import Registration
public import Review

extension Area {
    /// Reads an area's file.
    ///
    /// - Parameters:
    ///   - bytes: The YAML text.
    ///   - file: What to call it in an error.
    /// - Throws: `CatalogError` with line and column at the first fault.
    public init(bytes: [UInt8], file: String) throws(CatalogError) {
        self = try AreaDecoder(YAMLDocument.parse(bytes, file: file)).area()
    }
}

/// Reads an area from the root of its file.
///
/// Where faults are noted, something empty stands for what has one, so that the rest is read too;
/// where they are not, the first fault is thrown and nothing empty can come out.
struct AreaDecoder {
    let mapping: YAMLMapping

    init(_ root: YAMLValue) throws(CatalogError) {
        mapping = try YAMLMapping(root, keys: Self.keys)
    }

    static let keys = [
        "format", "area", "name", "region", "year", "manual", "lockScope", "submission",
        "idNumbers", "nameLimit", "pictures", "photo", "delivery", "deadlines", "advice", "profile",
        "profileRules", "materials",
    ]

    func area() throws(CatalogError) -> Area {
        _ = try mapping.value.attempt { () throws(CatalogError) in try mapping.requireFormat(1) }
        var area = try head()
        area.submission = try mapping.optionalPart("submission", SubmissionRule.init(yaml:))
        area.vocabulary = try mapping.part("profile", ProfileKey.vocabulary) ?? []
        let rules = try rules(of: area.vocabulary)
        area.idNumberRules = rules.idNumbers
        area.advice = rules.advice
        area.profileRules = rules.profileRules
        area.nameLimit = try mapping.optionalPart("nameLimit") { (item) throws(CatalogError) in
            try item.integer(in: 1...1000)
        }
        area.delivery =
            try mapping.optionalPart("delivery", Delivery.init(yaml:)) ?? Delivery(.pictures)
        area.deadlines =
            try mapping.optionalPart("deadlines") { (list) throws(CatalogError) in
                try list.each(Deadline.init(yaml:))
            } ?? []
        var decoder = MaterialDecoder(
            vocabulary: area.vocabulary,
            pictureRule: area.pictureRule,
            photoRule: area.photoRule,
            year: area.year
        )
        area.materials =
            try mapping.value.attempt { () throws(CatalogError) in
                try decoder.materials(yaml: mapping.required("materials"))
            } ?? []
        return area
    }

    private func head() throws(CatalogError) -> Area {
        let name = try mapping.part("name") { (item) throws(CatalogError) in
            try YAMLMapping(item, keys: ["zh", "en"])
        }
        return Area(
            id: try mapping.words("area"),
            name: try name?.words("zh") ?? "",
            englishName: try name?.words("en") ?? "",
            region: try mapping.words("region"),
            year: try mapping.part("year") { (item) throws(CatalogError) in
                try item.integer(in: 1999...2999)
            } ?? 0,
            manual: try mapping.words("manual"),
            pictureRule: try mapping.part("pictures") { (item) throws(CatalogError) in
                try PictureRule(yaml: item)
            } ?? PictureRule(formats: [], extensions: [], maxBytes: nil, clause: .unread),
            photoRule: try mapping.optionalPart("photo") { (item) throws(CatalogError) in
                try PictureRule(yaml: item)
            },
            lockScope: try mapping.part("lockScope") { (item) throws(CatalogError) in
                try item.word(of: LockScope.self)
            } ?? .dossier
        )
    }
}

extension YAMLMapping {
    /// The words of a key that must be there, read by themselves.
    func words(_ key: String) throws(CatalogError) -> String {
        try part(key) { (item) throws(CatalogError) in try item.words() } ?? ""
    }

    /// Refuses a file that is written for another version of the format.
    func requireFormat(_ version: Int) throws(CatalogError) {
        let format = try required("format")
        guard try format.integer() == version else {
            throw format.error(.wrongValue, "only format \(version) can be read")
        }
    }
}
