import Registration
import Sealing
import Testing

@testable import Casework

/// Slips on a made-up dossier, sealed on 2026-02-05 by an office in Hunan.
enum SampleSlip {
    /// 2026-02-05T08:00:00Z.
    static let time: Int64 = 1_770_278_400
    static let day = 20_489
    static let manifest = ContentHash.of(Array("a manifest".utf8))
    static let previous = ContentHash.of(Array("the line before".utf8))

    static func key(_ seed: UInt8 = 42) throws -> SigningKey {
        try SigningKey(seed: Array(repeating: seed, count: 32))
    }

    static func trust(
        seed: UInt8 = 42,
        areas: Set<Int> = [43],
        years: Set<Int>? = [2026],
        days: ClosedRange<Int> = 20_454...20_818
    ) throws -> TrustedKeys {
        let key = try key(seed).verifyingKey
        return TrustedKeys([
            TrustedKey(key: key, name: "试验考点", areas: areas, years: years, days: days)
        ])
    }

    /// Lines as a log has them, as far as a slip looks at them.
    static func lines(_ count: Int = 1, after previous: ContentHash = previous) -> [String] {
        var lines: [String] = []
        var previous = previous
        for seq in 2..<(2 + count) {
            lines.append(#"{"event":"returned","prev":"\#(previous.hex)","seq":\#(seq)}"#)
            previous = .of(Array(lines[lines.count - 1].utf8))
        }
        return lines
    }

    static let reasons = [
        SlipReason(
            code: "incomplete",
            title: "显示不全",
            sentence: "图片未显示证件全部内容，四边应完整可见。",
            mend: "请将证件平放，四角入镜后重新拍摄。"
        ),
        SlipReason(
            code: "blurred",
            title: "不清楚",
            sentence: "图片模糊，文字或印章无法辨认。",
            mend: "请在光线充足处重新拍摄或扫描原件。"
        ),
    ]

    static func items(_ count: Int) -> [SlipItem] {
        let titles = ["身份证明", "毕业证书", "大中专毕业生就业报到证（或聘用合同）及试用期考核合格证明"]
        return (0..<count).map { index in
            SlipItem(
                material: "material-\(index % 3)",
                title: titles[index % 3],
                picture: index % 5 == 4
                    ? nil : .init(place: index + 1, hash: .of([UInt8(truncatingIfNeeded: index)])),
                reason: reasons[index % 2],
                note: index % 3 == 1 ? "印章处反光，请关闭闪光灯。" : ""
            )
        }
    }

    static func content(
        _ outcome: SlipOutcome? = nil,
        lines: [String] = lines()
    ) throws -> SlipContent {
        SlipContent(
            caseID: DossierID(manifest: manifest),
            manifest: manifest,
            revision: 1,
            area: .init(id: "hunan-2026", name: "湖南考区"),
            exam: .init(area: 43, year: 2026, category: 110),
            office: .init(name: "长沙市考点", stage: .site),
            person: .init(
                maskedName: "试**",
                maskedIDNumber: "9901************19",
                commitment: try #require(
                    SubjectCommitment(bytes: Array(repeating: 7, count: 16))
                )
            ),
            outcome: outcome ?? .returned(items(2), answerBy: day + 10),
            time: time,
            previous: previous,
            lines: lines
        )
    }

    static let rejected = SlipOutcome.rejected(
        SlipReason(
            code: "false-document",
            title: "材料不实",
            sentence: "所交材料经核实与事实不符。",
            mend: ""
        ),
        note: "已与发证单位核实。"
    )

    static func slip(_ outcome: SlipOutcome? = nil) throws -> ReturnSlip {
        try ReturnSlip(content(outcome), sealedBy: key())
    }
}
