import Registration

extension LookRule {
    /// What is wrong with the looks of a picture of a paper.
    func findings(for picture: Picture, of material: String) -> [Finding] {
        guard let content = picture.facts.content else { return [] }
        if let blankInk, content.busyTileCount == 0, content.inkShare < blankInk {
            // Nothing is on it: that it is neither sharp nor rich in contrast goes without saying.
            let share = Self.percent(content.inkShare)
            let limit = "≥ \(Self.percent(blankInk))"
            return [finding(.pictureBlank, .error, picture, material, share, limit)]
        }
        return clarityFindings(content, picture, material)
            + directionFindings(content, picture, material)
            + otherFindings(content, picture, material)
    }

    private func clarityFindings(
        _ content: PictureContent,
        _ picture: Picture,
        _ material: String
    ) -> [Finding] {
        let measures: [(Finding.Code, Double?, Borders?, (Double) -> String)] = [
            (.pictureDark, Double(content.brightness), brightness, Self.whole),
            (.pictureLowContrast, Double(content.contrast), contrast, Self.whole),
            (.pictureBlurred, content.sharpness, sharpness, Self.thousandths),
        ]
        return measures.compactMap { code, value, borders, text in
            guard let value, let borders, value < borders.warnBelow else { return nil }
            let isBad = value < borders.failBelow
            let limit = "≥ \(text(isBad ? borders.failBelow : borders.warnBelow))"
            let severity: Finding.Severity = isBad ? .error : .warning
            return finding(code, severity, picture, material, text(value), limit)
        }
    }

    /// Text that runs down as the picture is shown, EXIF obeyed: a picture that lies on its side.
    private func directionFindings(
        _ content: PictureContent,
        _ picture: Picture,
        _ material: String
    ) -> [Finding] {
        // A tag that asks for a turn is an error by itself, and says how the picture lies.
        guard let sideways, !picture.facts.needsTurning,
            content.textDirection.votes >= sideways.votes,
            content.textDirection.balance <= sideways.balance
        else { return [] }
        let balance = Self.thousandths(content.textDirection.balance)
        return [
            Finding(
                .pictureSideways,
                .warning,
                material: material,
                picture: picture.path,
                measured: balance,
                limit: "> \(Self.thousandths(sideways.balance))",
                clause: uprightClause
            )
        ]
    }

    private func otherFindings(
        _ content: PictureContent,
        _ picture: Picture,
        _ material: String
    ) -> [Finding] {
        var findings: [Finding] = []
        if let glareAbove, let share = content.glareShare, share > glareAbove {
            let limit = "≤ \(Self.percent(glareAbove))"
            findings.append(
                finding(.pictureGlare, .warning, picture, material, Self.percent(share), limit)
            )
        }
        if let qualityBelow, let quality = picture.facts.metadata.quality,
            quality.value < qualityBelow
        {
            let limit = "≥ \(qualityBelow)"
            findings.append(
                finding(.pictureLowQuality, .warning, picture, material, "\(quality.value)", limit)
            )
        }
        // On all four sides it is the picture that fills the frame.
        if notesCutOff, (1...3).contains(content.cutOffSides.count) {
            let sides = content.cutOffSides.names.joined(separator: ", ")
            findings.append(finding(.pictureCutOff, .note, picture, material, sides, nil))
        }
        return findings
    }

    private func finding(
        _ code: Finding.Code,
        _ severity: Finding.Severity,
        _ picture: Picture,
        _ material: String,
        _ measured: String,
        _ limit: String?
    ) -> Finding {
        Finding(
            code,
            severity,
            material: material,
            picture: picture.path,
            measured: measured,
            limit: limit,
            clause: clause
        )
    }

    private static func whole(_ number: Double) -> String { "\(Int(number))" }

    private static func thousandths(_ number: Double) -> String {
        "\((number * 1000).rounded() / 1000)"
    }

    static func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10) %" }
}
