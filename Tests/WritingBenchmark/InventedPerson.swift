import PageLayout

/// What is filled in for one person, invented by the number alone.
struct InventedPerson {
    /// Label, value, label, value.
    let rows: [[String]]
    /// A running text in pieces, each with the face it is set in.
    let paragraph: [(String, FontRole)]

    init(number: Int) {
        var dice = Dice(state: UInt64(number) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
        let given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红玲梅莉"
        let families = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧"
        let name = dice.one(of: families) + dice.one(of: given) + dice.one(of: given)
        let department = dice.one(of: Self.departments)
        let mentor = dice.one(of: families) + dice.one(of: given)
        let birth = "\(dice.number(1980...2002))年\(dice.number(1...12))月"
        let card = "43010219\(dice.number(800_101...991_231))\(dice.number(1000...9999))"
        rows = [
            ["姓名", name, "性别", dice.one(of: "男女")],
            ["出生年月", birth, "民族", dice.one(of: ["汉族", "土家族", "苗族"])],
            ["身份证号", card, "学历", dice.one(of: ["专科", "本科", "硕士研究生"])],
            ["毕业学校", dice.one(of: Self.schools), "专业", dice.one(of: ["临床医学", "中医学", "口腔医学"])],
            ["试用机构", dice.one(of: Self.units), "登记号", "\(dice.number(1_000_000...9_999_999))"],
            ["试用科室", department, "岗位", "医师"],
            ["试用起始", "2024年9月1日", "试用截止", "2025年8月31日"],
            ["带教老师", mentor, "执业证书编码", "\(dice.number(1_000_000...9_999_999))"],
        ]
        paragraph = [
            ("兹证明", .song), (name, .kai), ("同志于", .song),
            ("2024年9月1日至2025年8月31日", .kai), ("在我单位", .song), (department, .kai),
            (
                "试用，试用期满一年，遵守医疗卫生管理法律法规和各项规章制度，能够在带教老师指导下完成本岗位的"
                    + "医疗、预防、保健工作，经考核合格，同意报考医师资格考试。本单位对以上内容的真实性负责，"
                    + "并承担相应的法律责任。", .song
            ),
        ]
    }

    private static let units = [
        "长沙市第一医院", "武汉市中心医院", "衡阳市妇幼保健院", "宜昌市第二人民医院", "岳阳县人民医院",
        "襄阳市中医医院",
    ]
    private static let departments = ["内科", "外科", "妇产科", "儿科", "急诊医学科", "口腔科"]
    private static let schools = ["湖南医科大学", "华中科技大学同济医学院", "武汉大学医学部"]

    /// Knuth's generator MMIX: the same throws on every machine.
    private struct Dice {
        var state: UInt64

        mutating func number(_ range: ClosedRange<Int>) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return range.lowerBound + Int(state >> 33) % range.count
        }

        mutating func one(of texts: [String]) -> String { texts[number(0...texts.count - 1)] }

        mutating func one(of characters: String) -> String {
            one(of: characters.map { String($0) })
        }
    }
}
