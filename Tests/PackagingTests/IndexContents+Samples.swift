@testable import Packaging

extension IndexContents {
    /// The index of a sample candidate.
    static func sample(of filling: SheetFilling) -> Self {
        let contents = filling == .longest ? SheetContents.longest : .usual
        var index = Self(
            name: contents.name,
            rows: contents.materials.map { material in
                Row(
                    title: material.title,
                    need: material.need,
                    count: material.pictures.count,
                    pages: material.pages,
                    remark: material.remark
                )
            },
            warnings: contents.findings
        )
        if filling == .longest {
            index.rows += index.rows
            index.errors = [String](
                repeating: "第 8 页短边不足，清晰度偏低，无法辨认公章；请重新扫描或拍摄后替换，再次检查。",
                count: 30
            )
        }
        return index
    }
}
