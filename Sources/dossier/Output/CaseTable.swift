import CaseRegister
import Registration
import Sealing

/// Cases as rows of a file: CSV (RFC 4180) for tables, JSON lines for programs.
struct CaseTable {
    let isJSON: Bool
    let console: Console

    private static let columns = [
        "case", "dossier", "area", "year", "name", "number", "state", "revision", "since",
        "reviewer", "asked",
    ]

    /// The first row; with the mark that makes table programs read Chinese.
    var head: String {
        isJSON
            ? ""
            : "\u{FEFF}"
                + Self.line(Self.columns.map { console.text("office.column.\($0)") })
    }

    /// A case's row.
    func row(_ summary: CaseSummary) throws -> String {
        if isJSON {
            return String(decoding: try CaseListText.json(summary).canonicalBytes(), as: UTF8.self)
                + "\n"
        }
        let asked = summary.asked.map { item in
            item.material + (item.place.map { "/\($0)" } ?? "") + " " + item.reason
        }
        return Self.line([
            summary.caseID, summary.dossierID, summary.area, "\(summary.year)", summary.name,
            summary.maskedNumber, console.text("case.state.\(summary.state.rawValue)"),
            "\(summary.revision)",
            IssueDay.text(daysSince1970: CaseEvent.day(at: summary.since)) ?? "",
            summary.reviewer ?? "", asked.joined(separator: "; "),
        ])
    }

    private static func line(_ cells: [String]) -> String {
        cells.map(quoted).joined(separator: ",") + "\r\n"
    }

    /// A cell that table programs must not take for a formula begins with a quote.
    private static func quoted(_ cell: String) -> String {
        let isFormula = cell.first.map { "=+-@\t\r".contains($0) } ?? false
        let safe = isFormula ? "'" + cell : cell
        guard safe.contains(where: { ",\"\r\n".contains($0) || $0 == "\r\n" }) else { return safe }
        return "\""
            + safe.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }
}
