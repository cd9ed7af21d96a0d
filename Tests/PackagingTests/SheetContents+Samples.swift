@testable import Packaging

extension SheetContents {
    /// A candidate as most are.
    static let usual = SheetContents(
        name: "试样甲",
        maskedIDNumber: "990101********0019",
        area: "湖南考区",
        year: "2026",
        level: "执业医师",
        category: "临床",
        workplace: "试样市第一人民医院",
        phone: "0731-00000000",
        archive: "7K3QX-9D2M-VB04T",
        pageCount: 12,
        materials: [
            Material(
                title: "有效身份证件",
                need: "应交",
                section: "附件2 一（一）",
                quote: "有效身份证件原件正反两面。",
                pictures: [
                    Picture(title: "身份证正面.jpg", pages: "4"),
                    Picture(title: "身份证反面.jpg", pages: "4"),
                ],
                pages: "4"
            ),
            Material(
                title: "医学专业工作实践证明",
                need: "应交",
                section: "附件2 一（三）",
                quote: "如试用期内涉及多个单位，须多个单位同时开据证明，每个单位一份。",
                pictures: (1...3).map { Picture(title: "证明\($0).png", pages: "\($0 + 5)") },
                pages: "6–8",
                remark: "经修复"
            ),
            Material(title: "户口簿", need: "可交"),
        ],
        repairs: [Repair(pages: "6", title: "医学专业工作实践证明（1/3）", steps: "转正、压缩")],
        missing: ["毕业证书"],
        findings: ["第 7 页清晰度偏低", "第 8 页宽高比不符"],
        filed: "2026-02-05"
    )

    /// A candidate of whom all is as long and as much as it can be.
    static let longest = {
        var contents = usual
        contents.name = "阿卜杜热合曼·买买提吐尔逊阿卜杜拉喀迪尔尼亚孜艾合买提江"
        contents.area = "新疆生产建设兵团第十四师昆玉市考区"
        contents.workplace = String(repeating: "巴音郭楞蒙古自治州人民医院", count: 7)
        let title = "医学专业学习经历与工作实践经历证明材料含教育部学籍在线验证报告及学历认证报告一至四"
        contents.materials = (1...20).map { number in
            Material(
                title: title,
                need: "非必需",
                section: "附件2 二（三）第 12 条",
                quote: String(repeating: "须到所在市级卫生行政部门核实确认并上传证明；", count: 8),
                pictures: (1...(number == 1 ? 30 : 4)).map { picture in
                    Picture(
                        title: "IMG_20260105_1830\(picture)_复印件加盖公章第\(picture)页.jpeg",
                        pages: "\(1000 + picture)",
                        remark: "经修复：转正、裁剪、缩小、压缩；142 dpi"
                    )
                },
                pages: "1001–1030",
                remark: "经修复"
            )
        }
        contents.repairs = (1...25).map { number in
            Repair(
                pages: "\(1000 + number)",
                title: title + "（\(number)/30）",
                steps: "改正扩展名、转正、去除拍摄地点等信息、去除多余数据、缩小、压缩"
            )
        }
        contents.missing = [String](repeating: title, count: 5)
        contents.findings = (1...8).map { "第 \($0) 页短边不足，清晰度偏低，无法辨认公章" }
        return contents
    }()
}

extension PrintJobContents {
    /// A job of so many archives, some with long names.
    static func of(_ count: Int) -> Self {
        PrintJobContents(
            title: "湖南考区 2026 年",
            printed: "2026-02-05",
            items: (0..<count).map { index in
                Item(
                    name: index % 7 == 3 ? SheetContents.longest.name : "试样甲",
                    maskedIDNumber: "990101********0019",
                    area: "湖南考区",
                    archive: "7K3QX-9D2M-VB04T",
                    first: 1 + index * 24,
                    pages: 23,
                    pictures: 15,
                    materials: 11,
                    remark: index % 5 == 4 ? "缺 2 项材料" : ""
                )
            }
        )
    }
}
