import PageLayout
import Registration
import Review
import Sealing
import TemplateCatalog

extension DossierContents {
    /// What a dossier said, from the manifest of its archive.
    ///
    /// - Parameters:
    ///   - manifest: The manifest.
    ///   - area: The area's rules, if they are at hand.
    ///   - style: The words of the sheets.
    ///   - texts: The sentences of findings.
    /// - Throws: `PackagingError` of code `manifestUnreadable` with the member that is not as it must be.
    init(
        manifest: JSONValue,
        area: Area?,
        style: DossierStyle,
        texts: FindingTexts
    ) throws(PackagingError) {
        let listed = manifest["materials"]?.array ?? []
        let titles = listed.compactMap { material in
            material["id"]?.string.flatMap { id in material["title"]?.string.map { (id, $0) } }
        }
        let known = Dictionary(titles) { first, _ in first }
        let names = FindingNames(area, titles: known)
        areaName = try ManifestMember.found(manifest["area"]?["name"]?.string, "area")
        year = try ManifestMember.found(manifest["area"]?["year"]?.integer, "area")
        manual = manifest["area"]?["manual"]?.string ?? ""
        areaTitle = style.text("areaTitle", ["area": areaName, "year": "\(year)"])
        let candidate = try ManifestMember.found(manifest["candidate"], "candidate")
        name = try ManifestMember.found(candidate["name"]?.string, "candidate")
        values = (candidate["profile"]?.object ?? [:]).compactMapValues(\.profileValue)
            .mapValues(\.description)
        values["name"] = name
        values["idKind"] = candidate["idKind"]?.string
        values["maskedIDNumber"] = candidate["maskedIdNumber"]?.string
        values["areaName"] = areaTitle
        let findings = (manifest["findings"]?.array ?? []).compactMap { Finding(json: $0) }
        let overridden = (manifest["overrides"]?.array ?? [])
            .compactMap { $0["finding"].flatMap { Finding(json: $0) } }
        let waivers = (manifest["waivers"]?.array ?? []).compactMap { waiver in
            waiver["material"]?.string.flatMap { id in waiver["reason"]?.string.map { (id, $0) } }
        }
        let reasons = Dictionary(waivers) { first, _ in first }
        errors = findings.count { $0.severity == .error }
        warnings = findings.count { $0.severity == .warning }
        remarks = findings.filter { $0.severity > .note }.map { finding in
            Remark(
                weight: finding.severity == .error ? .error : .warning,
                text: texts.sentence(for: finding, in: .zh, names: names)
            )
        }
        materials = []
        pictures = []
        let isMasked = manifest["composition"]?["masked"]?.bool ?? false
        var count = 0
        for material in listed {
            let rule = material["id"]?.string.flatMap { area?.material(id: $0) }
            let words = PictureWords(
                style: style,
                texts: texts,
                names: names,
                findings: findings,
                openRule: isMasked ? (rule?.privacy == .open ? .open : .clear) : nil
            )
            let first = pictures.count
            for picture in material["pictures"]?.array ?? [] {
                pictures.append(
                    try ManifestMember.found(Picture(manifest: picture, words), "pictures")
                )
            }
            let isPresent = pictures.count > first
            if isPresent { count += 1 }
            let need = material["need"]?.string.flatMap { Self.needTexts[$0] }
            let id = try ManifestMember.found(material["id"]?.string, "materials")
            materials.append(
                Material(
                    id: id,
                    title: try ManifestMember.found(material["title"]?.string, "materials"),
                    need: style.text(try ManifestMember.found(need, "need")),
                    claim: Material.Claim(
                        need: Self.need(of: material),
                        isOptional: material["need"] == "optional",
                        excuse: Self.excuse(
                            from: id,
                            findings + overridden,
                            titles: known,
                            reason: reasons[id]
                        )
                    ),
                    clause: Clause(
                        section: material["clause"]?["section"]?.string ?? "",
                        quote: material["clause"]?["quote"]?.string ?? ""
                    ),
                    number: isPresent ? count : nil,
                    pictures: first..<pictures.count,
                    isIdentity: rule?.privacy == .identity
                )
            )
        }
        let cover = manifest["volumes"]?[0]?["sheets"]?[0]
        portrait = cover?["pictures"]?[0]?.integer
        if let portrait, !pictures.indices.contains(portrait) {
            throw ManifestMember.unreadable("volumes")
        }
    }

    /// How many pictures of a material there must be.
    private static func need(of material: JSONValue) -> Requirement.Need {
        switch material["need"]?.string {
        case "required":
            .required(
                minimum: material["minimum"]?.integer ?? 1,
                maximum: material["maximum"]?.integer
            )
        case "cannotTell": .cannotTell(missing: [])
        default: .notRequired
        }
    }

    /// The keys of the sheet texts that name what a manifest calls a need.
    private static let needTexts = [
        "required": "needRequired", "optional": "needOptional",
        "notRequired": "needNotRequired", "cannotTell": "needUnknown",
    ]
}

/// What the words about a picture are made of.
private struct PictureWords {
    let style: DossierStyle
    let texts: FindingTexts
    let names: FindingNames
    let findings: [Finding]
    /// Why pictures are shown whole in a copy for outside eyes; nil in every other.
    let openRule: PictureMasking.Rule?

    /// Why a picture cannot be drawn.
    func fault(of path: String, _ format: PictureFormat, _ masking: PictureMasking?) -> String {
        if let masking { return style.text("mask-\(masking.rule.rawValue)") }
        let finding = findings.first { $0.picture == path && $0.severity == .error }
        return finding.map { texts.sentence(for: $0, in: .zh, names: names) } ?? format.title
    }

    func caption(_ file: String, _ repairs: [String], _ masking: PictureMasking?) -> String {
        if let masking {
            let rule = style.text("mask-\(masking.rule.rawValue)")
            return style.text("captionMasked", ["file": file, "rule": rule])
        }
        guard !repairs.isEmpty else { return file }
        return style.text(
            "captionRepaired",
            ["file": file, "steps": repairs.joined(separator: "、")]
        )
    }
}

extension DossierContents.Picture {
    /// Nil for a value that is no picture.
    fileprivate init?(manifest value: JSONValue, _ words: PictureWords) {
        guard let source = value["source"]?.string else { return nil }
        let masking =
            value["masked"].flatMap { PictureMasking(json: $0) }
            ?? words.openRule.map { PictureMasking(.shown, by: $0) }
        var repairs: [String] = []
        for step in value["repair"]?["steps"]?.array ?? [] {
            let word = words.style.text("repair-\(step["step"]?.string ?? "")")
            if !repairs.contains(word) { repairs.append(word) }
        }
        let isDrawn = value["embedded"]?.bool ?? false
        let format = value["type"]?.string.flatMap { PictureFormat(rawValue: $0) } ?? .unknown
        var facts = PictureFacts(
            format: format,
            size: ByteCount(value["bytes"]?.integer ?? 0),
            hash: value["sha256"]?.string.flatMap { ContentHash(hex: $0) } ?? .of([])
        )
        facts.width = value["width"]?.integer ?? 0
        facts.height = value["height"]?.integer ?? 0
        facts.orientation = value["orientation"]?.integer
        guard !isDrawn || (facts.width > 0 && facts.height > 0) else { return nil }
        let file = source.split(separator: "/").last.map(String.init) ?? source
        let path = value["path"]?.string ?? ""
        self.init(
            pixels: facts.upright,
            turn: Turn(orientation: facts.orientation),
            caption: words.caption(file, repairs, masking),
            size: facts.size,
            hash: facts.hash,
            archivePath: path.hasPrefix("data/") ? String(path.dropFirst(5)) : path,
            isDrawn: isDrawn,
            fault: isDrawn ? nil : words.fault(of: source, format, masking),
            repairs: repairs,
            masking: masking
        )
    }
}
