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
        let light = ~line & ModuleLines.full(side)
        let three = line & line >> 1 & line >> 2
        // Light around a dark module at each end, three dark ones in the middle; most lines have none.
        var count = 0
        let cut =
            three >> 2 & line & light >> 1 & light >> 5 & line >> 6 & ~(line << 1) & ~(line >> 7)
        if cut != 0 { count = (cut & besideLight(line, 1)).nonzeroBitCount }
        var unit: UInt64 = 2
        var middle = three & three >> 3
        while middle != 0 {
            let dark = run(line, unit)
            let gap = run(light, unit)
            let cut =
                dark & gap >> unit & middle >> (2 * unit) & gap >> (5 * unit)
                & dark >> (6 * unit) & ~(line << 1) & ~(line >> (7 * unit))
            if cut != 0 { count += (cut & besideLight(line, unit)).nonzeroBitCount }
            unit += 1
            middle = run(line, 3 * unit)
        }
        return 40 * count
    }

    /// Where four units before, or from seven units on, are light; the quiet zone around the code is.
    private static func besideLight(_ line: UInt64, _ unit: UInt64) -> UInt64 {
        var before = line << 1
        var after = line
        for step in 1..<(4 * unit) {
            before |= line << (step + 1)
            after |= line >> step
        }
        return ~before | ~(after >> (7 * unit))
    }

    /// Where so many bits begin that are all set.
    private static func run(_ line: UInt64, _ length: UInt64) -> UInt64 {
        var result = line
        for step in 1..<max(length, 1) { result &= line >> step }
        return result
    }

    /// Ten points for each twentieth by which the dark modules are more or fewer than half of all.
    private static func proportion(of code: ModuleLines) -> Int {
        let all = code.side * code.side
        let percent = (200 * code.count + all) / all / 2
        return abs(percent - 50) / 5 * 10
    }
}
