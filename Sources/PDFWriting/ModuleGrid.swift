import PageLayout

/// The modules of a code by their places, to find what of them hangs together.
struct ModuleGrid {
    /// Dark modules that touch each other with their sides.
    typealias Spot = [(row: Int, column: Int)]

    let side: Int
    private var isDark: [Bool]

    /// A code without dark modules.
    init(side: Int) {
        self.side = side
        isDark = Array(repeating: false, count: side * side)
    }

    init(_ modules: CodeModules) {
        self.init(side: modules.side)
        for run in modules.runs {
            for column in run.start..<run.start + run.length { self[run.row, column] = true }
        }
    }

    /// Whether a module is dark; all around the code is light.
    subscript(row: Int, column: Int) -> Bool {
        get { contains(row, column) && isDark[row * side + column] }
        set { if contains(row, column) { isDark[row * side + column] = newValue } }
    }

    private func contains(_ row: Int, _ column: Int) -> Bool {
        (0..<side).contains(row) && (0..<side).contains(column)
    }

    /// All spots, by their uppermost modules.
    var spots: [Spot] {
        var rest = self
        var spots: [Spot] = []
        for row in 0..<side {
            for column in 0..<side where rest[row, column] {
                spots.append(rest.takeSpot(row, column))
            }
        }
        return spots
    }

    private mutating func takeSpot(_ row: Int, _ column: Int) -> Spot {
        var spot = [(row: row, column: column)]
        self[row, column] = false
        var next = 0
        while next < spot.count {
            for place in Self.neighbours(of: spot[next]) where self[place.row, place.column] {
                self[place.row, place.column] = false
                spot.append(place)
            }
            next += 1
        }
        return spot
    }

    /// Whether both have the same modules in some places and beside them.
    func agrees(with other: Self, around places: Spot) -> Bool {
        places.allSatisfy { place in
            self[place.row, place.column] == other[place.row, place.column]
                && Self.neighbours(of: place).allSatisfy {
                    self[$0.row, $0.column] == other[$0.row, $0.column]
                }
        }
    }

    /// The four modules beside one, some of which may lie outside.
    static func neighbours(of place: (row: Int, column: Int)) -> Spot {
        let (row, column) = place
        return [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)]
    }

    /// The code with rows for columns.
    var turned: Self {
        var turned = Self(side: side)
        for row in 0..<side {
            for column in 0..<side where self[row, column] { turned[column, row] = true }
        }
        return turned
    }

    /// The dark modules as a code.
    var modules: CodeModules {
        var runs: [CodeModules.Run] = []
        for row in 0..<side {
            var start: Int?
            for column in 0...side {
                if self[row, column] {
                    start = start ?? column
                } else if let begun = start {
                    runs.append(.init(row: row, start: begun, length: column - begun))
                    start = nil
                }
            }
        }
        return CodeModules(side: side, runs: runs)
    }
}
