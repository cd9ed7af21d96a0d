import CaseLog
import CaseRegister
import Casework
import Registration
import Review
import Sealing
import TemplateCatalog

/// Prints all that an office knows of a case.
struct RegisteredCaseText {
    let found: RegisteredCase
    let area: Area?
    let reasons: ReturnReasons
    let console: Console

    func printText(path: (ContentHash) -> String) {
        let summary = found.summary
        console.print(
            console.text(
                "office.show.head",
                [
                    "id": summary.caseID, "name": summary.name, "number": summary.maskedNumber,
                    "area": area?.name ?? summary.area, "version": "\(summary.version)",
                    "state": console.text("case.state.\(summary.state.rawValue)"),
                ]
            )
        )
        for revision in found.revisions {
            console.print(
                "  "
                    + console.text(
                        "office.show.revision",
                        [
                            "revision": "\(revision.revision)", "id": revision.dossierID,
                            "day": IssueDay.text(daysSince1970: revision.day) ?? "",
                            "path": path(revision.archive),
                        ]
                    )
            )
        }
        printPictures()
        console.print(console.text("verify.history"))
        for event in found.events { console.print("  " + Self.line(for: event, console)) }
    }

    private func printPictures() {
        var table = TextTable()
        for picture in found.state.pictures {
            let asked = found.state.returnedItems.filter {
                $0.covers(material: picture.material, place: picture.place)
            }
            table.add([
                "  " + console.text("picture.state.\(picture.state.rawValue)"),
                "\(picture.material)/\(picture.place)",
                area?.materials.first { $0.id == picture.material }?.title ?? "",
                asked.map {
                    reasons.returnReason($0.reason)?.wording.title(in: console.language) ?? ""
                }
                .joined(separator: "、"),
            ])
        }
        for line in table.lines(width: Environment.terminalWidth, yielding: 2) {
            console.print(line)
        }
    }

    /// An event of a register in a line.
    static func line(for event: RegisteredEvent, _ console: Console) -> String {
        let reviewer = event.reviewer.map { "  (\($0))" } ?? ""
        guard let entry = LogEntry(line: Array(event.line.utf8)) else { return event.line }
        return CaseHistoryText.line(for: entry, console) + reviewer
    }

    func json(path: (ContentHash) -> String) -> JSONValue {
        var value = CaseListText.json(found.summary).object ?? [:]
        value["revisions"] = .array(
            found.revisions.map { revision in
                [
                    "revision": .integer(Int64(revision.revision)),
                    "dossier": .string(revision.dossierID),
                    "archive": .string(path(revision.archive)),
                ]
            }
        )
        value["pictures"] = .array(
            found.state.pictures.map { picture in
                [
                    "material": .string(picture.material),
                    "place": .integer(Int64(picture.place)),
                    "sha256": .string(picture.hash.hex),
                    "state": .string(picture.state.rawValue),
                ]
            }
        )
        value["events"] = .array(
            found.events.compactMap { try? JSONValue(parsing: Array($0.line.utf8)) }
        )
        return .object(value)
    }
}

/// Prints the reasons that an office may give.
struct ReasonList {
    let reasons: ReturnReasons
    let console: Console

    func print() throws {
        let language = console.language
        if console.options.json {
            try console.print(
                json: [
                    "returns": .array(
                        reasons.returns.map {
                            [
                                "code": .string($0.code),
                                "title": .string($0.wording.title(in: language)),
                                "asks": .string($0.asks.rawValue), "note": .bool($0.needsNote),
                            ]
                        }
                    ),
                    "rejections": .array(
                        reasons.rejections.map {
                            [
                                "code": .string($0.code),
                                "title": .string($0.wording.title(in: language)),
                            ]
                        }
                    ),
                ]
            )
        }
        var table = TextTable()
        for reason in reasons.returns {
            table.add([
                reason.code, reason.wording.title(in: language),
                console.text("reason.asks.\(reason.asks.rawValue)"),
            ])
        }
        for reason in reasons.rejections {
            table.add([
                reason.code, reason.wording.title(in: language), console.text("reason.rejects"),
            ])
        }
        for line in table.lines { console.print(line) }
    }
}
