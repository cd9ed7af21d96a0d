import PageLayout
import Registration
import Review
import TemplateCatalog

extension ChecklistSheet {
    /// The title, the candidate's data and how to use the sheet.
    var headBlocks: [FlowBlock] {
        let place = ["area": list.area.name, "year": "\(list.area.year)"]
        return paragraph(style.text("title"), .songBold, .title, alignment: .centre)
            + paragraph(style.text("subtitle", place), .song, .subtitle, alignment: .centre)
            + [FlowBlock(cells: [], minimumHeight: style[.gap] / 2)]
            + style.fields.map(fieldRow)
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
        return style.text(
            isExcused ? "summaryExcused" : "summary",
            [
                "needed": "\(needed.count)", "complete": count(.complete),
                "missing": count(.missing), "excused": count(.optional),
                "unknown": "\(list.items.count { $0.state == .unknown })",
                "idle": "\(list.items.count { $0.state == .notNeeded })",
            ]
        )
    }

    private func fieldRow(_ fields: [ChecklistStyle.Field]) -> FlowBlock {
        let spans = fields.reduce(0) { $0 + $1.span }
        let unit = area.width / Double(max(1, spans))
        var block = FlowBlock(cells: [])
        block.padding = (style[.cellTop] / 2, style[.cellSide])
        block.minimumHeight = style[.band]
        block.isRuled = true
        var x = area.x
        for field in fields {
            let width = unit * Double(field.span)
            let label = FlowCell(
                x: x,
                width: style.fieldLabel,
                lines: lines(field.label, .hei, .body, width: style.fieldLabel),
                alignment: .centre,
                fill: look.colours.tint
            )
            let room = width - style.fieldLabel
            let value = FlowCell(
                x: x + style.fieldLabel,
                width: room,
                lines: lines(
                    value(of: field.value),
                    .song,
                    .strong,
                    width: room - 2 * style[.cellSide]
                )
            )
            block.cells += [label, value]
            x += width
        }
        return block
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
        case "date": date.description
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
            for advice in ordered {
                let words = style.text(
                    advice.isBinding ? "binding" : "hint",
                    ["text": advice.text, "section": advice.clause.section]
                )
                blocks += paragraph(words, advice.isBinding ? .hei : .song, .body)
            }
            blocks[blocks.count - 1].keepsWithNext = true
        }
        return blocks + [gap] + signatures
    }

    /// A heading outside the table, with the room before it.
    func section(_ title: String) -> [FlowBlock] {
        var heading = paragraph(title, .heiBold, .heading)
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
                block.cells.append(
                    FlowCell(
                        x: x,
                        width: labelWidth,
                        lines: lines(style.text(key), .hei, .body, width: labelWidth),
                        alignment: .centre,
                        fill: look.colours.tint
                    )
                )
                block.cells.append(FlowCell(x: x + labelWidth, width: width - labelWidth))
                x += width
            }
            return block
        }
        var remarks = row([("remarks", label, area.width)], height: style[.remarks])
        remarks.keepsWithNext = true
        let day = style[.number] + style[.count]
        let signs = [
            ("candidateSigns", label, half * 0.58), ("signedOn", day / 2, half * 0.42),
            ("officeSigns", label, half * 0.58), ("signedOn", day / 2, half * 0.42),
        ]
        return [remarks, row(signs, height: style[.signature])]
    }
}
