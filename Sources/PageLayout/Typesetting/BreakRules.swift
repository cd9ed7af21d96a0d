/// Where a line may end: CLREQ 3.1.4 (strict), 3.1.5 and 3.2.4.
struct BreakRules {
    /// How bad it is to break at a place, for lines too short for anything better.
    enum Place: Int, CaseIterable {
        /// As the rules have it.
        case allowed
        /// Before a dash or an ellipsis, as all but the strict rules allow.
        case beforeDash
        /// After the space between a number and its unit.
        case afterSpace
        /// In a Western word after one of / . - @
        case afterDelimiter
        case withinWord
        /// Between any two atoms.
        case anywhere
        /// Before a space, which stays with the line.
        case never
    }

    private let text: AtomText
    private var atoms: [Atom] { text.atoms }

    init(_ text: AtomText) { self.text = text }

    /// Whether a line may end before an atom.
    func mayBreak(before index: Int) -> Bool {
        let (left, right) = (atoms[index - 1].kind, atoms[index].kind)
        if left == .noBreakSpace || right.isSpace { return false }
        if left == .space { return mayBreakAfterSpaces(before: index) }
        // Several dashes or ellipses on end may be divided, though not one of them (CLREQ 3.1.5.1).
        if left == .dash, right == .dash { return atoms[index - 1].scalar == atoms[index].scalar }
        return !(left.isLatin && right.isLatin) && !right.isNeverFirst && !left.isNeverLast
    }

    /// What it means to break before an atom.
    func place(before index: Int) -> Place {
        let (left, right) = (atoms[index - 1], atoms[index])
        if right.kind == .space { return .never }
        if mayBreak(before: index) { return .allowed }
        if right.kind == .dash, !left.kind.isNeverLast, left.kind != .noBreakSpace {
            return .beforeDash
        }
        guard !right.kind.isNeverFirst else { return .anywhere }
        if left.kind.isSpace { return .afterSpace }
        guard left.kind.isLatin, right.kind.isLatin else { return .anywhere }
        if Self.delimiters.contains(left.scalar) { return .afterDelimiter }
        return left.kind.isNeverLast ? .anywhere : .withinWord
    }

    private static let delimiters: Set<Unicode.Scalar> = ["/", ".", "-", "@"]

    private func mayBreakAfterSpaces(before index: Int) -> Bool {
        var last = index - 1
        while last >= 0, atoms[last].kind == .space { last -= 1 }
        guard last >= 0, atoms[last].kind != .newline, atoms[last].kind != .noBreakSpace else {
            return false
        }
        let (left, right) = (atoms[last].kind, atoms[index].kind)
        // With a space on one side, a straight quote says which way it faces.
        guard !right.isNeverFirst || right == .latinQuote,
            !left.isNeverLast || left == .latinQuote
        else { return false }
        return index - last > 2 || !(isUnit(at: index, after: last) || isNumber(index, after: last))
    }

    /// Whether a number's unit starts there: 12.5 mg.
    private func isUnit(at index: Int, after last: Int) -> Bool {
        guard "0"..."9" ~= atoms[last].scalar else { return false }
        var end = index
        while end < atoms.count, atoms[end].kind == .letter, end - index <= Self.longestUnit {
            end += 1
        }
        return Self.units.contains(text.text(index..<end))
    }

    /// Whether the number of what capitals name starts there: GB/T 9705.
    private func isNumber(_ index: Int, after last: Int) -> Bool {
        guard "0"..."9" ~= atoms[index].scalar else { return false }
        var start = last
        while start >= 0, "A"..."Z" ~= atoms[start].scalar || atoms[start].scalar == "/" {
            start -= 1
        }
        return (2...6) ~= last - start && (start < 0 || !atoms[start].kind.isLatin)
    }

    private static let longestUnit = 4
    private static let units: Set = [
        "A", "B", "Bq", "C", "F", "G", "GB", "GHz", "Gy", "Hz", "IU", "J", "K", "KB", "L", "M",
        "MB", "MHz", "MPa", "N", "Pa", "Sv", "TB", "U", "V", "W", "bit", "bpm", "cm", "d", "dB",
        "dL", "dpi", "em", "fL", "g", "h", "kB", "kDa", "kHz", "kPa", "kV", "kW", "kb", "kcal",
        "kg", "kJ", "km", "lx", "m", "mA", "mEq", "mGy", "mL", "mV", "mg", "min", "ml", "mm",
        "mmHg", "mmol", "mol", "ms", "ng", "nm", "nmol", "pg", "ppi", "ppm", "pt", "px", "s",
        "t", "μL", "μg", "μm", "µL", "µg", "µm",
    ]
}
