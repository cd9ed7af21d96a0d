import Registration

extension PictureRule {
    /// What is wrong with one picture of a material, by this rule.
    func findings(for picture: Picture, of material: String) -> [Finding] {
        let facts = picture.facts
        guard facts.size.rawValue > 0 else {
            return [finding(.pictureEmpty, .error, picture, material, measured: "0")]
        }
        guard formats.contains(facts.format) else {
            return [
                finding(
                    .pictureWrongFormat,
                    .error,
                    picture,
                    material,
                    measured: facts.format == .unknown ? "unknown" : facts.format.title,
                    limit: formats.map(\.title).joined(separator: "/")
                )
            ] + nameFindings(picture, material, knowsFormat: false)
        }
        return nameFindings(picture, material, knowsFormat: true)
            + sizeFindings(picture, material) + damageFindings(picture, material)
            + pixelFindings(picture, material) + backgroundFindings(picture, material)
            + faceFindings(picture, material)
            + (looks?.findings(for: picture, of: material) ?? [])
            + metadataFindings(picture, material)
    }

    private func faceFindings(_ picture: Picture, _ material: String) -> [Finding] {
        guard let faces, let seen = picture.facts.content?.faceCount, seen != faces else {
            return []
        }
        // Hair, glasses and light mislead any program: never more than a warning.
        return [
            finding(
                .pictureFaces,
                .warning,
                picture,
                material,
                measured: "\(seen)",
                limit: "\(faces)"
            )
        ]
    }

    private func backgroundFindings(_ picture: Picture, _ material: String) -> [Finding] {
        guard let background, let share = picture.facts.content?.whiteBackgroundShare,
            share < background.warnBelow
        else { return [] }
        let isBad = share < background.failBelow
        let limit = isBad ? background.failBelow : background.warnBelow
        return [
            finding(
                .pictureBackground,
                isBad ? .error : .warning,
                picture,
                material,
                measured: LookRule.percent(share),
                limit: "≥ \(LookRule.percent(limit))"
            )
        ]
    }

    /// What the file tells about its owner, and would tell whoever gets the dossier.
    private func metadataFindings(_ picture: Picture, _ material: String) -> [Finding] {
        let metadata = picture.facts.metadata
        guard metadata.hasPlace || metadata.hasSerialNumber else { return [] }
        let words = metadata.hasPlace ? "GPS" : "serial"
        return [
            Finding(
                .pictureTellsPlace,
                .warning,
                material: material,
                picture: picture.path,
                measured: words
            )
        ]
    }

    private func nameFindings(
        _ picture: Picture,
        _ material: String,
        knowsFormat: Bool
    ) -> [Finding] {
        var findings: [Finding] = []
        let names = picture.extensions
        let last = names.last ?? ""
        let agreeing = picture.facts.format.extensions.filter(extensions.contains)
        if knowsFormat, !agreeing.contains(last) {
            findings.append(
                finding(
                    .pictureExtensionMismatch,
                    .error,
                    picture,
                    material,
                    measured: last.isEmpty ? "none" : ".\(last)",
                    limit: agreeing.map { ".\($0)" }.joined(separator: "/")
                )
            )
        }
        if names.dropLast().contains(where: Picture.isFileExtension) {
            findings.append(
                finding(
                    .pictureDoubleExtension,
                    .warning,
                    picture,
                    material,
                    measured: names.map { ".\($0)" }.joined(),
                    limit: agreeing.first.map { ".\($0)" }
                )
            )
        }
        return findings
    }

    private func sizeFindings(_ picture: Picture, _ material: String) -> [Finding] {
        let size = picture.facts.size
        guard let fault = sizeFault(size) else { return [] }
        return [
            finding(
                fault.code,
                fault.severity,
                picture,
                material,
                measured: size.description,
                limit: fault.limit
            )
        ]
    }

    private func sizeFault(
        _ size: ByteCount
    ) -> (code: Finding.Code, severity: Finding.Severity, limit: String?)? {
        if let minBytes, !minBytes.allows(size) {
            return (.pictureTooSmall, .error, minBytes.text)
        }
        if let maxBytes, !maxBytes.allows(size) {
            return (.pictureTooLarge, .error, maxBytes.text)
        }
        if let minBytes, minBytes.isDebatable(size) {
            return (.pictureNearFloor, .note, minBytes.noteText)
        }
        if let maxBytes, maxBytes.isDebatable(size) {
            return (.pictureNearLimit, .note, maxBytes.noteText)
        }
        return nil
    }

    private func damageFindings(_ picture: Picture, _ material: String) -> [Finding] {
        switch picture.facts.damage {
        case nil: []
        case .truncated: [finding(.pictureTruncated, .error, picture, material)]
        case .corrupt(let reason):
            [finding(.pictureCorrupt, .error, picture, material, measured: reason)]
        case .unsupported(let kind):
            [finding(.pictureUnsupported, .error, picture, material, measured: kind)]
        case .overLimit(let reason):
            [finding(.pictureOverLimit, .error, picture, material, measured: reason)]
        }
    }

    private func pixelFindings(_ picture: Picture, _ material: String) -> [Finding] {
        let facts = picture.facts
        var findings: [Finding] = []
        if facts.needsTurning {
            findings.append(
                finding(
                    .pictureTurned,
                    .error,
                    picture,
                    material,
                    measured: facts.orientation.map(String.init),
                    limit: "1",
                    by: looks?.uprightClause
                )
            )
        }
        if facts.trailingBytes > 0 {
            findings.append(
                finding(
                    .pictureTrailingBytes,
                    facts.trailingBytes <= toleratedTrailingBytes ? .warning : .error,
                    picture,
                    material,
                    measured: ByteCount(facts.trailingBytes).description,
                    limit: "0"
                )
            )
        }
        if let transparency, facts.isTranslucent {
            findings.append(finding(.pictureTransparent, transparency, picture, material))
        }
        if let colourless, let colour = facts.colour, colour == .gray || colour == .grayAlpha {
            findings.append(finding(.pictureNotColour, colourless, picture, material))
        }
        let (width, height) = facts.uprightSize
        guard width > 0, height > 0 else { return findings }
        return findings + shapeFindings(width, height, picture, material)
    }

    private func shapeFindings(
        _ width: Int,
        _ height: Int,
        _ picture: Picture,
        _ material: String
    ) -> [Finding] {
        var findings: [Finding] = []
        if let minPixels, width < minPixels.width || height < minPixels.height {
            findings.append(
                finding(
                    .pictureTooFewPixels,
                    minPixels.severity,
                    picture,
                    material,
                    measured: "\(width)×\(height)",
                    limit: "≥ \(minPixels.width)×\(minPixels.height)"
                )
            )
        }
        if let maxPixels, width > maxPixels.width || height > maxPixels.height {
            findings.append(
                finding(
                    .pictureTooManyPixels,
                    maxPixels.severity,
                    picture,
                    material,
                    measured: "\(width)×\(height)",
                    limit: "≤ \(maxPixels.width)×\(maxPixels.height)"
                )
            )
        }
        let ratio = Double(width) / Double(height)
        if let proportions, !(proportions.minimum...proportions.maximum).contains(ratio) {
            findings.append(
                finding(
                    .pictureProportions,
                    proportions.severity,
                    picture,
                    material,
                    measured: "\((ratio * 1000).rounded() / 1000)",
                    limit: "\(proportions.minimum)–\(proportions.maximum)"
                )
            )
        }
        return findings
    }

    private func finding(
        _ code: Finding.Code,
        _ severity: Finding.Severity,
        _ picture: Picture,
        _ material: String,
        measured: String? = nil,
        limit: String? = nil,
        by other: Clause? = nil
    ) -> Finding {
        Finding(
            code,
            severity,
            material: material,
            picture: picture.path,
            measured: measured,
            limit: limit,
            clause: other ?? clause
        )
    }
}
