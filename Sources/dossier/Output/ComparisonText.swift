import Sealing
import Verification

/// Prints what changed from one dossier to another.
struct ComparisonText {
    let comparison: DossierComparison
    let console: Console

    func printText() {
        console.print(
            console.text(
                "compare.title",
                ["before": "\(comparison.before)", "after": "\(comparison.after)"]
            )
        )
        console.print("  " + console.text("compare.lineage.\(comparison.lineage.rawValue)"))
        if !comparison.isSamePerson { console.print("  " + console.text("compare.other-person")) }
        for picture in comparison.pictures { show(picture) }
        console.print(
            "  " + console.text("compare.unchanged", ["count": "\(comparison.unchanged)"])
        )
        show(comparison.requirements, "compare.requirement")
        show(comparison.profile, "compare.profile")
    }

    private func show(_ picture: DossierComparison.Picture) {
        let paths = [picture.before, picture.after].compactMap(\.self).joined(separator: " → ")
        let words = console.text("compare.\(picture.change.rawValue)")
        console.print("  \(words)  \(picture.material)  \(paths)")
    }

    private func show(_ differences: [DossierComparison.Difference], _ key: String) {
        for difference in differences {
            let none = console.text("compare.none")
            console.print(
                "  "
                    + console.text(
                        key,
                        [
                            "name": difference.name, "before": difference.before ?? none,
                            "after": difference.after ?? none,
                        ]
                    )
            )
        }
    }
}
