extension ValueShape {
    /// A manifest as Templates/Schemas/manifest.schema.json publishes it, its types and ranges.
    static let manifest = record(
        [
            "format": .word(["dossier-manifest/1"]),
            "tool": .record(["name": .name, "version": .name]),
            "date": .name, "area": area, "candidate": candidate, "pages": .whole(count),
            "composition": composition, "volumes": .list(volume),
            "materials": .list(material), "papers": .list(paper), "findings": .list(finding),
            "waivers": .list(.record(["material": .text, "reason": .name])),
            "overrides": .list(.record(["finding": finding, "reason": .name])),
            "revision": .whole(1...0xFFFF), "case": .maybe(.name), "supersedes": .maybe(.name),
        ],
        optional: [
            "log": .record(["events": .whole(1...1_000_000), "head": .digits(64)]),
            "changes": .list(change),
        ]
    )

    private static let count = 0...9_007_199_254_740_991

    private static let change = record(
        ["material": .text, "place": .whole(1...count.upperBound)],
        optional: ["before": .digits(64), "after": .digits(64)]
    )

    private static let area = record([
        "id": .name, "name": .name, "year": .whole(2000...2999), "region": .name, "manual": .text,
        "sha256": .digits(64),
    ])

    private static let candidate = record([
        "name": .name, "idKind": .name, "maskedIdNumber": .name, "commitment": .digits(32),
        "profile": .record([:]),
    ])

    private static let composition = record(
        ["profile": .name],
        optional: [
            "perPage": .whole(1...2), "thumbnails": .whole(4...12),
            "volumePages": .whole(count), "volumeBytes": .whole(count), "watermark": .flag,
            "masked": .flag,
        ]
    )

    private static let volume = record(["path": .name, "sheets": .list(sheet)])

    private static let sheet = record(
        ["kind": .name],
        optional: ["page": .whole(count), "pictures": .list(.whole(count))]
    )

    private static let clause = record(["section": .name, "quote": .name])

    private static let finding = record(
        ["code": .name, "severity": .word(["note", "warning", "error"])],
        optional: [
            "material": .text, "picture": .text, "measured": .text, "limit": .text,
            "clause": clause,
        ]
    )

    private static let material = record(
        [
            "id": .text, "title": .name,
            "need": .word(["required", "optional", "notRequired", "cannotTell"]),
            "clause": clause, "because": .list(.text), "pictures": .list(picture),
        ],
        optional: ["minimum": .whole(count), "maximum": .whole(count)]
    )

    private static let paper = record(
        ["material": .text],
        optional: ["issued": .name, "expires": .name]
    )

    private static let file: [String: ValueShape] = [
        "path": .name, "source": .name, "sha256": .digits(64), "bytes": .whole(count),
        "type": .text, "width": .whole(count), "height": .whole(count),
    ]

    /// A picture that is withheld has no file; that every other has one is for the manifest's check.
    private static let picture = record(
        ["source": .name, "page": .whole(count), "embedded": .flag],
        optional: file.merging([
            "masked": .record([
                "rule": .name, "withheld": .flag, "regions": .list(.list(.whole(count))),
            ]),
            "orientation": .whole(count), "dpi": .whole(count), "repair": repair,
            "embedding": .record(["coding": .word(["png-data", "samples"]), "sha256": .digits(64)]),
        ]) { $1 }
    )

    private static let repair = record([
        "original": .record(file, optional: ["quality": .whole(count)]),
        "steps": .list(repairStep),
    ])

    private static let repairStep = record(
        ["step": .name],
        optional: [
            "degrees": .whole(count), "mirrored": .flag, "lossless": .flag, "bytes": .whole(count),
            "quality": .whole(count),
        ]
    )
}
