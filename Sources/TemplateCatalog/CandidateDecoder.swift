import Registration
import Review

/// Reads the parts of a candidate's file by the vocabulary of an area.
struct CandidateDecoder {
    let area: Area

    private static let personKeys = ["name", "idKind", "idNumber", "area", "profile"]

    /// The keys of lists stand beside the profile, not in it.
    private var listKeys: [ProfileKey] {
        area.vocabulary.filter { key in
            if case .list = key.kind { return true }
            return false
        }
    }

    private var profileKeys: [ProfileKey] {
        let outside = Set(listKeys.map(\.key) + ["idKind"])
        return area.vocabulary.filter { !outside.contains($0.key) }
    }

    var topLevelKeys: [String] {
        let others = ["papers", "waivers", "overrides", "turns", "forms"]
        return Self.personKeys + listKeys.map(\.key) + others
    }

    func candidate(_ mapping: YAMLMapping) throws(CatalogError) -> Candidate {
        let kind = try filled("idKind", in: mapping)
        if let kind, let key = area.profileKey("idKind"), key.value(from: try kind.text()) == nil {
            throw kind.error(.wrongValue, "idKind must be one of: \(key.answers)")
        }
        let kindName = try kind?.text() ?? ""
        var profile = try profile(mapping.optional("profile"))
        if kind != nil { profile["idKind"] = .text(kindName) }
        for key in listKeys {
            guard case .list(let keys) = key.kind, let value = mapping.optional(key.key) else {
                continue
            }
            profile[key.key] = .list(
                try value.list().map { (item) throws(CatalogError) in
                    try answers(item, to: keys)
                }
            )
        }
        return Candidate(
            name: try filled("name", in: mapping)?.words() ?? "",
            idKind: kindName,
            idNumber: try filled("idNumber", in: mapping).map { (value) throws(CatalogError) in
                try idNumber(value, kind: kindName)
            } ?? "",
            profile: profile
        )
    }

    /// A value that somebody has filled in; nil for one left open, as in a new file.
    private func filled(
        _ key: String,
        in mapping: YAMLMapping
    ) throws(CatalogError) -> YAMLValue? {
        guard let value = mapping.optional(key), try !value.text().isEmpty else { return nil }
        return value
    }

    private func idNumber(_ value: YAMLValue, kind: String) throws(CatalogError) -> String {
        let text = try value.words()
        switch area.idNumberRule(for: kind)?.form {
        case nil: return text
        case .citizen?: return try citizenNumber(text, value)
        case .lettersAndDigits(let length)?:
            guard area.idNumberRule(for: kind)?.allows(text) == true else {
                let count =
                    length.count == 1
                    ? "\(length.lowerBound)" : "\(length.lowerBound) to \(length.upperBound)"
                throw value.error(
                    .wrongValue,
                    "the number must have \(count) letters and digits, without blanks"
                )
            }
            return text
        }
    }

    private func citizenNumber(
        _ text: String,
        _ value: YAMLValue
    ) throws(CatalogError) -> String {
        do {
            return try CitizenNumber(text).text
        } catch {
            let fault: CatalogMessage =
                switch error {
                case .form: "the number must have 17 digits and a digit or X"
                case .birthday: "the digits 7 to 14 of the number are no date"
                case .checkDigit: "the number's last character does not fit the others"
                }
            throw value.error(.wrongValue, fault)
        }
    }

    private func profile(_ value: YAMLValue?) throws(CatalogError) -> [String: ProfileValue] {
        guard let value else { return [:] }
        return try answers(value, to: profileKeys)
    }

    private func answers(
        _ value: YAMLValue,
        to keys: [ProfileKey]
    ) throws(CatalogError) -> [String: ProfileValue] {
        let mapping = try YAMLMapping(value, keys: keys.map(\.key), repeatsKeys: false)
        var answers: [String: ProfileValue] = [:]
        for key in keys {
            guard let item = mapping.optional(key.key) else { continue }
            guard let answer = key.value(from: try item.text()) else {
                throw item.error(.wrongValue, "\(key.key) must be one of: \(key.answers)")
            }
            answers[key.key] = answer
        }
        return answers
    }

    func waivers(_ value: YAMLValue?) throws(CatalogError) -> [Waiver] {
        guard let value else { return [] }
        return try value.list().map { (item) throws(CatalogError) in
            let mapping = try YAMLMapping(item, keys: ["material", "reason"], repeatsKeys: false)
            let material = try material(mapping.required("material"))
            return Waiver(material: material, reason: try mapping.required("reason").words())
        }
    }

    /// The dates of papers, each for one material that the area knows.
    func papers(_ value: YAMLValue?) throws(CatalogError) -> [Paper] {
        guard let value else { return [] }
        return try value.list().map { (item) throws(CatalogError) in
            let mapping = try YAMLMapping(
                item,
                keys: ["material", "issued", "expires"],
                repeatsKeys: false
            )
            return Paper(
                material: try material(mapping.required("material")),
                issued: try mapping.optional("issued")?.date(),
                expires: try mapping.optional("expires").map { (item) throws(CatalogError) in
                    // A document for life says so in these words.
                    try item.text() == "长期" ? .never : .on(try item.date())
                }
            )
        }
    }

    private func material(_ name: YAMLValue) throws(CatalogError) -> String {
        guard let material = area.materials(named: try name.words()).first else {
            throw name.error(
                .wrongValue,
                "this is no material" + Spelling.hint(for: try name.text(), among: materialNames)
            )
        }
        return material.id
    }

    func overrides(_ value: YAMLValue?) throws(CatalogError) -> [Override] {
        guard let value else { return [] }
        return try value.list().map { (item) throws(CatalogError) in
            let mapping = try YAMLMapping(
                item,
                keys: ["code", "picture", "reason"],
                repeatsKeys: false
            )
            let name = try mapping.required("code")
            let code = Finding.Code(try name.words())
            guard Finding.Code.reviewCodes.contains(code) else {
                let codes = Finding.Code.reviewCodes.map(\.rawValue)
                throw name.error(
                    .wrongValue,
                    "this is no code of a finding" + Spelling.hint(for: code.rawValue, among: codes)
                )
            }
            return Override(
                code: code,
                picture: try mapping.optional("picture")?.words(),
                reason: try mapping.required("reason").words()
            )
        }
    }

    func turns(_ value: YAMLValue?) throws(CatalogError) -> [Turning] {
        guard let value else { return [] }
        return try value.list().map { (item) throws(CatalogError) in
            let mapping = try YAMLMapping(item, keys: ["picture", "degrees"], repeatsKeys: false)
            let degrees = try mapping.required("degrees")
            let number = try degrees.integer(in: 90...270)
            guard number.isMultiple(of: 90) else {
                throw degrees.error(.wrongValue, "degrees must be 90, 180 or 270, clockwise")
            }
            let picture = try mapping.required("picture").words()
            return Turning(picture: picture, quarters: number / 90)
        }
    }

    private var materialNames: [String] { area.materials.flatMap { [$0.id, $0.title] } }
}
