/// How hard a code under some mask would be to find and to read (ISO/IEC 18004:2015, 7.8.3, table 11).
///
/// Whole lines are weighed at once, a bit a module: what runs on is found by laying a line over itself, moved.
enum MaskPenalty {
    /// The points of all four features: the fewer, the better.
    static func points(of code: ModuleLines) -> Int {
        let side = code.side
        var points = proportion(of: code)
        for line in 0..<side {
            let (row, column) = (code.rows[line], code.columns[line])
            points += runs(in: row, side: side) + finderLike(in: row, side: side)
            points += runs(in: column, side: side) + finderLike(in: column, side: side)
            if line > 0 { points += blocks(code.rows[line - 1], row, side: side) }
        }
        return points
    }

    /// Three points for five modules of one colour in a line, and one for each more.
    static func runs(in line: UInt64, side: Int) -> Int {
        let equal = ~(line ^ line >> 1) & ModuleLines.full(side) >> 1
        let five = equal & equal >> 1 & equal >> 2 & equal >> 3
        return five.nonzeroBitCount + 2 * (five & ~(five << 1)).nonzeroBitCount
    }

    /// Three points for each square of four modules of one colour.
    private static func blocks(_ upper: UInt64, _ lower: UInt64, side: Int) -> Int {
        let across =
            ~(upper ^ upper >> 1) & ~(lower ^ lower >> 1) & ModuleLines.full(side) >> 1
        return 3 * (across & ~(upper ^ lower)).nonzeroBitCount
    }

    /// Forty points for what looks like a cut through a finder pattern of any size, with light before or after.
    static func finderLike(in line: UInt64, side: Int) -> Int {
        let full = ModuleLines.full(side)
        var count = 0
        var unit: UInt64 = 1
        while true {
            let middle = ends(line, 3 * unit)
            if middle == 0 { return 40 * count }
            let dark = ends(line, unit)
            let light = ends(~line & full, unit)
            let cut =
                dark & light >> unit & middle >> (2 * unit) & light >> (5 * unit)
                & dark >> (6 * unit) & ~(line << 1) & ~(line >> (7 * unit))
            if cut != 0 {
                // The quiet zone around the code counts as light.
                let before = ~spread(line, 4 * unit)
                let after = ~(any(line, 4 * unit) >> (7 * unit))
                count += (cut & (before | after)).nonzeroBitCount
            }
            unit += 1
        }
    }

    /// Where so many bits begin that are all set.
    private static func ends(_ line: UInt64, _ length: UInt64) -> UInt64 {
        var result = line
        for step in 1..<max(length, 1) { result &= line >> step }
        return result
    }

    /// Where one of so many bits from here on is set.
    private static func any(_ line: UInt64, _ length: UInt64) -> UInt64 {
        var result = line
        for step in 1..<length { result |= line >> step }
        return result
    }

    /// Where one of so many bits before is set.
    private static func spread(_ line: UInt64, _ length: UInt64) -> UInt64 {
        var result = line << 1
        for step in 1..<length { result |= line << (step + 1) }
        return result
    }

    /// Ten points for each twentieth by which the dark modules are more or fewer than half of all.
    private static func proportion(of code: ModuleLines) -> Int {
        let all = code.side * code.side
        let percent = (200 * code.count + all) / all / 2
        return abs(percent - 50) / 5 * 10
    }
}
