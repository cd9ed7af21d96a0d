import Registration
public import Review

extension CandidateFile {
    /// Writes a `candidate.yaml` to fill in: every question of the area as a comment above its key.
    ///
    /// - Parameters:
    ///   - area: The area.
    ///   - answers: What is known already.
    /// - Returns: The YAML text, ending in a line break.
    public static func scaffold(area: Area, answers: CandidateAnswers = .init()) -> String {
        ScaffoldWriter(area: area, answers: answers).text()
    }
}

/// Writes the lines of a candidate's file.
private struct ScaffoldWriter {
    let area: Area
    let answers: CandidateAnswers

    func text() -> String {
        let lines = head() + profileLines() + listLines() + paperLines() + tail() + formLines()
        return lines.joined(separator: "\n") + "\n"
    }

    private func head() -> [String] {
        [
            "# \(area.name) \(area.year) 年医师资格考试报名信息。只填冒号后面的内容；不清楚的留空。",
            "# Fill in what follows the colons; leave empty what is not known.",
            "area: \(area.id)",
            "",
            "# 姓名，与证件一致。Name as on the identity document.",
            "name: \(answers.name.map(Self.quotedIfNeeded) ?? "\"\"")",
        ] + comment(area.profileKey("idKind"), indent: "") + [
            "idKind: \(plainOrQuoted("idKind") ?? "")",
            "# 证件号码。Number of the document.",
            "idNumber: \(answers.idNumber.map(Self.quotedIfNeeded) ?? "\"\"")",
        ]
    }

    private func profileLines() -> [String] {
        var lines = ["", "profile:"]
        let completed = area.applying(answers.profile)
        for key in area.vocabulary where key.key != "idKind" {
            if case .list = key.kind { continue }
            lines += comment(key, indent: "  ")
            // A question that makes no sense after the other answers is left as a comment.
            let isIdle = completed[key.key] == .notApplicable
            let answer = plainOrQuoted(key.key).map { " " + $0 } ?? ""
            lines.append("  \(isIdle ? "# " : "")\(key.key):\(answer)")
        }
        return lines
    }

    private func listLines() -> [String] {
        var lines: [String] = []
        for key in area.vocabulary {
            guard case .list(let keys) = key.kind else { continue }
            lines += [""] + comment(key, indent: "")
            lines += keys.flatMap { comment($0, indent: "") }
            guard case .list(let entries) = answers.profile[key.key], !entries.isEmpty else {
                lines += ["\(key.key):"] + entryLines(keys, [:]).map { "# " + $0 }
                continue
            }
            lines.append("\(key.key):")
            lines += entries.flatMap { entryLines(keys, $0) }
        }
        return lines
    }

    private func entryLines(_ keys: [ProfileKey], _ entry: [String: ProfileValue]) -> [String] {
        keys.enumerated().map { index, key in
            let answer = entry[key.key].map { " " + Self.scalar($0) } ?? ""
            return "\(index == 0 ? "  - " : "    ")\(key.key):\(answer)"
        }
    }

    /// The dates that are known, and a line to fill in for each paper that counts for some time only.
    private func paperLines() -> [String] {
        let requirements = area.requirements(for: answers.profile)
        let dated = requirements.filter { $0.material.validity != nil && $0.need != .notRequired }
        guard !dated.isEmpty else { return [] }
        var lines = [
            "",
            "# 材料上的日期：issued 签发（拍摄）日期，expires 有效期至（长期有效写 长期）。",
            "# Dates on the papers: issued, or expires (长期 for life).",
        ]
        var isOpen = false
        for material in dated.map(\.material) {
            let known = answers.papers.filter { $0.material == material.id }
            if !isOpen, !known.isEmpty {
                lines.append("papers:")
                isOpen = true
            }
            lines += known.flatMap { entry(of: $0, named: material.title) }
        }
        if !isOpen { lines.append("# papers:") }
        for material in dated.map(\.material)
        where !answers.papers.contains(where: { $0.material == material.id }) {
            let key = material.validity?.rule == .unexpired ? "expires" : "issued"
            lines += [
                "#   - material: \(Self.quotedIfNeeded(material.title))", "#     \(key):",
            ]
        }
        return lines
    }

    private func entry(of paper: Paper, named title: String) -> [String] {
        var lines = ["  - material: \(Self.quotedIfNeeded(title))"]
        if let issued = paper.issued { lines.append("    issued: \(issued)") }
        switch paper.expires {
        case .on(let day)?: lines.append("    expires: \(day)")
        case .never?: lines.append("    expires: 长期")
        case nil: break
        }
        return lines
    }

    private func tail() -> [String] {
        [
            "",
            "# 确实无法提供的材料及理由。Materials that cannot be had, and why:",
            "# waivers:",
            "#   - material: 毕业证书",
            "#     reason: 理由",
            "# 可以保留的检查结果及理由。Findings that may stand, and why:",
            "# overrides:",
            "#   - code: picture.near-limit",
            "#     picture: materials/毕业证书/1.jpg",
            "#     reason: 理由",
            "# 横躺或倒置的图片，由 dossier repair 转正（顺时针 90、180 或 270 度）。",
            "# Pictures that lie on their side, for dossier repair to turn (degrees clockwise):",
            "# turns:",
            "#   - picture: materials/毕业证书/1.jpg",
            "#     degrees: 90",
        ]
    }

    /// What only forms ask for depends on the forms, so that only the shape can be shown.
    private func formLines() -> [String] {
        var lines = [
            "# 只有表格需要的内容，键见表格模板；列表中的各项按 name 对应。",
            "# What only forms ask for, by the keys of their templates; entries of lists go by name:",
            "# forms:",
            "#   nation: 民族",
        ]
        for key in area.vocabulary {
            guard case .list = key.kind else { continue }
            lines += ["#   \(key.key):", "#     - name: 名称", "#       phone: 电话"]
        }
        return lines
    }

    private func comment(_ key: ProfileKey?, indent: String) -> [String] {
        guard let key else { return [] }
        var lines = ["\(indent)# \(key.question)"]
        if let english = key.englishQuestion { lines[0] += " \(english)" }
        switch key.kind {
        case .list, .text: break
        default: lines.append("\(indent)#   \(key.key): \(key.answers)")
        }
        return lines
    }

    private func plainOrQuoted(_ key: String) -> String? { answers.profile[key].map(Self.scalar) }

    private static func scalar(_ value: ProfileValue) -> String {
        switch value {
        case .flag(let flag): flag ? "true" : "false"
        case .date(let date): date.description
        case .list, .notApplicable: "[]"
        case .text(let text): quotedIfNeeded(text)
        }
    }

    private static func quotedIfNeeded(_ text: String) -> String {
        isPlain(text) ? text : quoted(text)
    }

    /// Whether a text needs no quotes: Chinese words do not, everything that may mean something does.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.value >= 0x4E00 else { return false }
        return text.unicodeScalars.allSatisfy {
            (0x4E00...0x9FFF).contains($0.value) || "（）".unicodeScalars.contains($0)
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for character in text.unicodeScalars {
            switch character {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case _ where character.value < 0x20 || (0x7F..<0xA0).contains(character.value),
                "\u{2028}", "\u{2029}", "\u{FEFF}":
                let digits = String(character.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(character)
            }
        }
        return quoted + "\""
    }
}
