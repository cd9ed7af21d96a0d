import FormLayout

extension SheetContents {
    /// The sheet before the material of an index.
    func divider(before index: Int) -> FormAnswers {
        let material = materials[index]
        let rows = material.pictures.enumerated().map { index, picture in
            [
                "number": "\(index + 1)", "title": picture.title, "pages": picture.pages,
                "remark": picture.remark,
            ]
        }
        return [
            "number": .text("\(index + 1)"), "count": .text("\(materials.count)"),
            "title": .text(material.title), "name": .text(name), "area": .text(area),
            "need": .text(material.need), "section": .text(material.section),
            "quote": .text(material.quote), "pages": .text(material.pages),
            "pictureCount": .text("\(material.pictures.count)"), "pictures": .rows(rows),
        ]
    }

    /// The sheet at the end of the file.
    var reference: FormAnswers {
        let rows = repairs.map { ["pages": $0.pages, "title": $0.title, "steps": $0.steps] }
        return [
            "archive": .text(archive), "materials": .text("\(materials.count)"),
            "pictures": .text("\(pictureCount)"), "pages": .text("\(pageCount)"),
            "missing": .texts(missing), "findings": .texts(findings),
            "repairedCount": .text("\(repairs.count)"), "repairs": .rows(rows),
            "filed": .text(filed),
        ]
    }

    /// The sheet on which the offices write what they decided.
    var review: FormAnswers {
        let rows = materials.map { material in
            [
                "title": material.title, "need": material.need,
                "count": "\(material.pictures.count)", "pages": material.pages,
            ]
        }
        return [
            "name": .text(name), "idNumber": .text(maskedIDNumber), "level": .text(level),
            "category": .text(category), "area": .text(area), "archive": .text(archive),
            "materials": .rows(rows),
        ]
    }

    /// The cover of the bag.
    var bag: FormAnswers {
        let rows = materials.map { material in
            [
                "title": material.title, "copies": "\(material.pictures.count)",
                "pages": material.pages, "remark": material.remark,
            ]
        }
        return [
            "area": .text(area), "year": .text(year), "name": .text(name),
            "workplace": .text(workplace), "level": .text(level), "category": .text(category),
            "phone": .text(phone), "archive": .text(archive),
            "materialCount": .text("\(materials.count)"),
            "pictureCount": .text("\(pictureCount)"), "pageCount": .text("\(pageCount)"),
            "materials": .rows(rows),
        ]
    }
}
