/// One row or column of a code, and what is bad about it.
struct ScannedLine {
    let modules: UInt64
    /// A bit for each module that looks as the next one does.
    let same: UInt64
    private let side: Int

    init(_ modules: UInt64, _ side: Int) {
        self.modules = modules
        self.side = side
        same = ~(modules ^ modules &>> 1) & (1 &<< UInt64(side - 1) - 1)
    }

    /// For runs of five modules and more, and for what looks like the corner of a code.
    var penalty: Int {
        let fives = same & same &>> 1 & same &>> 2 & same &>> 3
        let runs = fives & ~(fives &<< 1)
        var penalty = fives.nonzeroBitCount + 2 * runs.nonzeroBitCount
        let starts = modules & ~(modules &<< 1)
        var corners =
            starts & ~(modules &>> 1) & modules &>> 2 & modules &>> 3 & modules &>> 4
            & ~(modules &>> 5) & modules &>> 6 & ~(modules &>> 7)
        while corners != 0 {
            if isFree(corners.trailingZeroBitCount, unit: 1) { penalty += 40 }
            corners &= corners - 1
        }
        let hasSix = modules & fives & fives &>> 1 != 0
        return hasSix ? penalty + penaltyOfLargeCorners(starts) : penalty
    }

    /// The same for corners whose modules seem to be larger than they are.
    private func penaltyOfLargeCorners(_ starts: UInt64) -> Int {
        var penalty = 0
        for unit in 2..<max(2, side / 7 + 1) {
            let run: UInt64 = 1 << UInt64(unit) - 1
            let middle: UInt64 = 1 << UInt64(3 * unit) - 1
            let corner = run | middle << UInt64(2 * unit) | run << UInt64(6 * unit)
            var rest = starts
            while rest != 0 {
                let start = rest.trailingZeroBitCount
                rest &= rest - 1
                let found = modules >> UInt64(start) & (1 << UInt64(7 * unit + 1) - 1)
                if found == corner, isFree(start, unit: unit) { penalty += 40 }
            }
        }
        return penalty
    }

    /// Whether there is enough light on one side of a corner; beyond the code there is.
    private func isFree(_ start: Int, unit: Int) -> Bool {
        let before = modules & (1 << UInt64(start) - 1)
        let after = modules >> UInt64(start + 7 * unit)
        return before == 0 || after & (1 << UInt64(4 * unit) - 1) == 0
            || start >= 4 * unit && before >> UInt64(start - 4 * unit) == 0
    }
}
