import Imaging
import Registration

/// How often each check hits what it should, and what it should not.
struct RateTable {
    private var lines: [String] = []

    init(corpora: String) throws {
        let blur = try LabelledPicture.all(of: "blur", in: corpora)
        let turned = try LabelledPicture.all(of: "doc-rotated", in: corpora)
        let photos = try LabelledPicture.all(of: "doc-photo", in: corpora)
        let portraits = try LabelledPicture.all(of: "portrait", in: corpora)
        let specimens = try LabelledPicture.all(of: "id-specimen", in: corpora)
        let pages = photos + turned + specimens
        let sharp = (blur + pages).filter(\.isSharp)
        add("blurred, D < 0.045: error", blur.filter(\.isBadlyBlurred), sharp) { $0.isBelow(0.045) }
        add("blurred, D < 0.12: warning", blur.filter(\.isBlurred), sharp) { $0.isBelow(0.12) }
        add(
            "sideways, V <= -0.3 of 6",
            pages.filter(\.liesOnItsSide),
            pages.filter(\.standsUpright)
        ) {
            $0.textDirection.balance <= -0.3 && $0.textDirection.votes >= 6
        }
        add("not white, share < 0.95", portraits.filter(\.isNotWhite), portraits.filter(\.isWhite))
        {
            ($0.whiteBackgroundShare ?? 1) < 0.95
        }
        add("not white, share < 0.80", portraits.filter(\.isNotWhite), portraits.filter(\.isWhite))
        {
            ($0.whiteBackgroundShare ?? 1) < 0.8
        }
        add("glare, share > 0.005", [], pages.filter(\.standsUpright)) {
            $0.glareShare ?? 0 > 0.005
        }
        add("cut off, 1 to 3 sides", [], pages.filter(\.standsUpright)) {
            (1...3).contains($0.cutOffSides.count)
        }
        try addChanged(photos, corpora)
    }

    private mutating func addChanged(_ photos: [LabelledPicture], _ corpora: String) throws {
        let pages = try photos.compactMap { photo -> (LabelledPicture, ChangedPictures)? in
            let bytes = try ImagingBenchmark.bytes("\(corpora)/doc-photo/\(photo.name)")
            let facts = MeasuredPicture(name: photo.name, bytes: bytes).facts
            return ChangedPictures(bytes, facts).map { (photo, $0) }
        }
        func changed(_ change: (ChangedPictures) -> PictureContent?) -> [LabelledPicture] {
            pages.compactMap { photo, page in change(page).map { photo.showing($0) } }
        }
        add("dark, P99 < 140: gain 0.55", changed { $0.scaled(by: 0.55, plus: 0) }, photos) {
            $0.brightness < 140
        }
        add("dark, P99 < 60: gain 0.2", changed { $0.scaled(by: 0.2, plus: 0) }, photos) {
            $0.brightness < 60
        }
        let pale = changed { $0.scaled(by: 0.3, plus: 90) }
        add("pale, contrast < 60: x 0.3", pale, photos) { $0.contrast < 60 }
        add("pale, contrast < 30: x 0.3", pale, photos) { $0.contrast < 30 }
        add("blank: emptied pages", changed { $0.emptied() }, photos) {
            $0.busyTileCount == 0 && $0.inkShare < 0.006
        }
        let copies = pages.flatMap { photo, page in
            [page.halved(), page.scaled(by: 0.8, plus: 10)].compactMap(\.self).map { (photo, $0) }
        }
        let others = pages.compactMap { photo, page in
            page.withAnotherName().map { (photo, $0) }
        }
        let strangers = photos.indices.dropFirst().map { (photos[$0 - 1], photos[$0].content) }
        addNearCopies("near copy: halved, dimmed / other name", copies, others)
        addNearCopies("near copy: halved, dimmed / other page", copies, strangers)
    }

    private mutating func addNearCopies(
        _ name: String,
        _ copies: [(LabelledPicture, PictureContent)],
        _ others: [(LabelledPicture, PictureContent)]
    ) {
        func isCopy(_ pair: (LabelledPicture, PictureContent)) -> Bool {
            guard let own = pair.0.content.likeness, let other = pair.1.likeness else {
                return false
            }
            return own.distance(to: other) <= 24 && own.difference(from: other) <= 6
        }
        add(name, copies.map { ($0.0.name, isCopy($0)) }, others.map { ($0.0.name, isCopy($0)) })
    }

    private mutating func add(
        _ name: String,
        _ wanted: [LabelledPicture],
        _ unwanted: [LabelledPicture],
        _ isHit: (PictureContent) -> Bool
    ) {
        add(
            name,
            wanted.map { ($0.name, isHit($0.content)) },
            unwanted.map { ($0.name, isHit($0.content)) }
        )
    }

    private mutating func add(
        _ name: String,
        _ wanted: [(name: String, isHit: Bool)],
        _ unwanted: [(name: String, isHit: Bool)]
    ) {
        let hits = wanted.filter(\.isHit).count
        let alarms = unwanted.filter(\.isHit)
        let padded = name + String(repeating: " ", count: max(40 - name.count, 0))
        lines.append(
            "\(padded)hits \(hits)/\(wanted.count)  false \(alarms.count)/\(unwanted.count)"
        )
        let missed = wanted.filter { !$0.isHit }.map(\.name)
        if !missed.isEmpty { lines.append("    missed: \(missed.joined(separator: ", "))") }
        if !alarms.isEmpty {
            lines.append("    false: \(alarms.map(\.name).joined(separator: ", "))")
        }
    }

    /// The lines, with what was missed and what was hit wrongly by name.
    var text: String { lines.joined(separator: "\n") }
}

extension PictureContent {
    fileprivate func isBelow(_ limit: Double) -> Bool { sharpness.map { $0 < limit } ?? false }
}

extension LabelledPicture {
    fileprivate func showing(_ content: PictureContent) -> LabelledPicture {
        LabelledPicture(
            name: name,
            content: content,
            isStoredSideways: isStoredSideways,
            expected: expected
        )
    }
}
