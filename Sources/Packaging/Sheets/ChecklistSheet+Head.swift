import PageLayout
import Registration
import Review
import TemplateCatalog

extension ChecklistSheet {
    /// The title, the candidate's data and how to use the sheet.
    var headBlocks: [FlowBlock] {
        let place = ["area": list.area.name, "year": "\(list.area.year)"]
        return paragraph(
            style.text("title"),
            .songBold,
            .title,
            alignment: .centre,
            as: FlowParts(roles: [.heading(level: headingLevel)])
        )
            + paragraph(style.text("subtitle", place), .song, .subtitle, alignment: .centre)
            + [FlowBlock(cells: [], minimumHeight: style[.gap] / 2)]
            + fieldRows
            + [FlowBlock(cells: [], minimumHeight: style[.gap] / 2)]
            + paragraph(summary, .hei, .body)
            + paragraph(style.text("howTo"), .song, .body, colour: look.colours.soft)
            + [FlowBlock(cells: [], minimumHeight: style[.gap] / 2)]
    }

    private var summary: String {
        let needed = list.items.filter(\.requirement.isRequired)
        func count(_ state: CandidateChecklist.State) -> String {
            "\(needed.count { $0.state == state })"
        }
        let isExcused = needed.contains { $0.state == .optional }
        let key = place == nil ? "summary" : "summaryFiled"
        return style.text(
            isExcused ? key + "Excused" : key,
            [
                "needed": "\(needed.count)", "complete": count(.complete),
                "missing": count(.missing), "excused": count(.optional),
                "unknown": "\(list.items.count { $0.state == .unknown })",
                "extra": "\(list.items.count - needed.count)",
                "idle": "\(list.items.count { $0.state == .notNeeded })",
            ]
        )
    }

    private var fieldRows: [FlowBlock] {
        let spans = style.fields.map { fields in fields.reduce(0) { $0 + $1.span } }
        let widest = spans.max() ?? 0
        return zip(style.fields, spans).enumerated().map { index, row in
            var block = fieldRow(row.0, spans: row.1, outOf: widest)
            block.parts = .row(continues: index > 0)
            return block
        }
    }

    /// A row of the candidate's data; the last value of a row with fewer parts reaches as far as others.
    private func fieldRow(
        _ fields: [ChecklistStyle.Field],
        spans: Int,
        outOf widest: Int
    ) -> FlowBlock {
        let unit = area.width / Double(max(1, spans))
        var block = FlowBlock(cells: [])
        block.padding = (style[.cellTop] / 2, style[.cellSide])
        block.minimumHeight = style[.band]
        block.isRuled = true
        var x = area.x
        for (index, field) in fields.enumerated() {
            let width = unit * Double(field.span)
            let label = self.label(field.label, x: x, width: style.fieldLabel)
            let room = width - style.fieldLabel
            let missing = index == fields.count - 1 ? widest - spans : 0
            let value = FlowCell(
                x: x + style.fieldLabel,
                width: room,
                lines: lines(
                    value(of: field.value),
                    .song,
                    .strong,
                    width: room - 2 * style[.cellSide]
                ),
                role: .dataCell(columns: 2 * (field.span + missing) - 1, rows: 1)
            )
            block.cells += [label, value]
            x += width
        }
        return block
    }

    /// A cell that names the one at its right.
    private func label(_ words: String, x: Double, width: Double) -> FlowCell {
        let room = width - 2 * style[.cellSide]
        return FlowCell(
            x: x,
            width: width,
            lines: lines(words, .hei, .body, width: room, alignment: .centre),
            fill: look.colours.tint,
            role: .rowHeader
        )
    }

    /// What is known of the candidate; empty, to be written by hand, where it is open.
    private func value(of key: String) -> String {
        let candidate = list.candidate
        return switch key {
        case "name": candidate.name
        case "idKind": candidate.idKind
        case "maskedIDNumber": candidate.maskedIDNumber
        case "areaName": list.area.name
        case "manual": list.area.manual
        case "date": date
        default: candidate.profile[key]?.description ?? ""
        }
    }

    // MARK: - Closing

    /// What the manual says besides, and where to sign.
    var closingBlocks: [FlowBlock] {
        let advice = list.area.advice(for: list.candidate.profile)
        let ordered = advice.filter(\.isBinding) + advice.filter { !$0.isBinding }
        var blocks: [FlowBlock] = []
        if !ordered.isEmpty {
            blocks += section(style.text("advice"))
            for (index, advice) in ordered.enumerated() {
                let words = style.text(
                    advice.isBinding ? "binding" : "hint",
                    ["text": advice.text, "section": advice.clause.section]
                )
                blocks += paragraph(
                    words,
                    advice.isBinding ? .hei : .song,
                    .body,
                    as: FlowParts(roles: [.list, .listItem], shared: index == 0 ? 0 : 1)
                )
            }
            blocks[blocks.count - 1].keepsWithNext = true
        }
        return blocks + [gap] + signatures
    }

    /// A heading outside the table, with the room before it.
    func section(_ title: String) -> [FlowBlock] {
        let parts = FlowParts(roles: [.heading(level: headingLevel + 1)])
        var heading = paragraph(title, .heiBold, .heading, as: parts)
        heading[0].bookmark = title
        for index in heading.indices { heading[index].keepsWithNext = true }
        return [gap] + heading
    }

    private var signatures: [FlowBlock] {
        let label = style.fieldLabel + 4
        let half = area.width / 2
        func row(_ parts: [(String, Double, Double)], height: Double) -> FlowBlock {
            var block = FlowBlock(cells: [])
            block.padding = (style[.cellTop] / 2, style[.cellSide])
            block.minimumHeight = height
            block.isRuled = true
            var x = area.x
            for (key, labelWidth, width) in parts {
                block.cells.append(self.label(style.text(key), x: x, width: labelWidth))
                block.cells.append(FlowCell(x: x + labelWidth, width: width - labelWidth))
                x += width
            }
            return block
        }
        let height = style[.remarks] * remarkShare
        var remarks = row([("remarks", label, area.width)], height: height)
        remarks.keepsWithNext = true
        remarks.parts = .row(continues: false)
        let day = width(.number) + width(.count)
        let signs = [
            ("candidateSigns", label, half * 0.58), ("signedOn", day / 2, half * 0.42),
            ("officeSigns", label, half * 0.58), ("signedOn", day / 2, half * 0.42),
        ]
        // The one value over the three labels and four values of the row under it.
        remarks.cells[1].role = .dataCell(columns: 2 * signs.count - 1, rows: 1)
        var signatures = row(signs, height: style[.signature])
        signatures.parts = .row(continues: true)
        return [remarks, signatures]
    }
}
