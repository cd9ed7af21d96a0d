import CaseRegister

/// Names and masked numbers of nobody.
enum InventedBearer {
    private static let surnames = Array("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗")
    private static let given = Array("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰文斌宇浩凯欣佳琪")

    static func next(_ chance: inout SplitMix, area: String) -> RegisteredSubmission.Bearer {
        var name = [surnames[chance.below(surnames.count)]]
        for _ in 0...chance.below(2) { name.append(given[chance.below(given.count)]) }
        let ends = (10 + chance.below(90), 10 + chance.below(90))
        return RegisteredSubmission.Bearer(
            area: area,
            year: area == "hunan-2026" ? 2026 : 2025,
            name: String(name),
            maskedNumber: "43\(ends.0)************\(ends.1)",
            commitment: chance.bytes(16)
        )
    }
}
