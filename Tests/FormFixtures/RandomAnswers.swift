package import FormLayout

/// Answers made by chance, from nothing to far more than there is room for.
package struct RandomAnswers {
    private var generator: SplitMix
    private static let han = Array(
        "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧湖北湖南省市第一人民医院内科外科儿科急诊"
            + "中医学临床口腔公共卫生大学医学部附属实习带教病房门诊换药缝合穿刺病历书写，、。；：（）《》·—…𠮷䶮㛃靐"
    )
    private static let words = [
        "Johns", "Hopkins", "University", "School", "of", "Medicine", "St.", "Mary’s", "Hospital",
        "(Affiliated)", "2025", "3+2", "A&E", "No.7",
        "Pneumonoultramicroscopicsilicovolcanoconiosis",
    ]

    package init(seed: UInt64) { generator = SplitMix(state: seed) }

    package mutating func answers(to template: FormTemplate) -> FormAnswers {
        var answers: FormAnswers = [:]
        for rule in template.fields where Int.random(in: 0..<10, using: &generator) > 0 {
            answers[rule.id] = answer(to: rule)
        }
        return answers
    }

    private mutating func answer(to rule: FormEntryRule) -> FormAnswer {
        switch rule.kind {
        case .rows(let columns):
            let count = Int.random(in: 0...14, using: &generator)
            return .rows(
                (0..<count).map { _ in
                    var row: [String: String] = [:]
                    for column in columns { row[column.id] = text(for: column) }
                    return row
                }
            )
        case .choices(let options):
            return .texts(options.filter { _ in Bool.random(using: &generator) })
        default: return .text(text(for: rule))
        }
    }

    private mutating func text(for rule: FormEntryRule) -> String {
        switch rule.kind {
        case .date: "20\(two(10, 30))-\(two(1, 12))-\(two(1, 28))"
        case .month: "20\(two(10, 30))-\(two(1, 12))"
        case .choice(let options): options.randomElement(using: &generator) ?? ""
        case .number, .phone, .idNumber: digits(rule.limit ?? 18)
        case .lines: prose(Int.random(in: 0...(rule.limit ?? 400), using: &generator))
        default: prose(length(rule.limit ?? 40))
        }
    }

    /// Mostly what is usual, now and then as long as may be.
    private mutating func length(_ limit: Int) -> Int {
        Int.random(in: 0..<5, using: &generator) == 0
            ? limit : Int.random(in: 0...max(1, limit / 3), using: &generator)
    }

    private mutating func prose(_ length: Int) -> String {
        var text = ""
        while text.count < length {
            if Int.random(in: 0..<8, using: &generator) == 0 {
                text +=
                    (text.isEmpty ? "" : " ") + (Self.words.randomElement(using: &generator) ?? "")
            } else {
                text.append(Self.han.randomElement(using: &generator) ?? "一")
            }
        }
        return String(text.prefix(length))
    }

    private mutating func digits(_ count: Int) -> String {
        String((0..<count).map { _ in "0123456789".randomElement(using: &generator) ?? "0" })
    }

    private mutating func two(_ low: Int, _ high: Int) -> String {
        let number = Int.random(in: low...high, using: &generator)
        return number < 10 ? "0\(number)" : "\(number)"
    }
}

/// Numbers by chance that a seed decides (SplitMix64).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
