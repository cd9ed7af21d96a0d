/// A square in which a cascade saw a face.
package struct FaceWindow: Hashable {
    /// How much two windows on one face may differ, in parts of their side.
    static let tolerance = 0.2

    package let x: Int
    package let y: Int
    package let side: Int

    init(x: Int, y: Int, side: Int) {
        self.x = x
        self.y = y
        self.side = side
    }

    /// The mean of windows that belong together, in a picture that is so many times larger.
    init(mean windows: [FaceWindow], scale: Double) {
        func mean(_ values: [Int]) -> Int {
            Int((Double(values.reduce(0, +)) * scale / Double(values.count)).rounded())
        }
        self.init(
            x: mean(windows.map(\.x)),
            y: mean(windows.map(\.y)),
            side: mean(windows.map(\.side))
        )
    }

    /// Windows that are alike, directly or through others, belong together.
    static func groups(_ windows: [FaceWindow]) -> [[FaceWindow]] {
        var groups: [[FaceWindow]] = []
        for window in windows {
            var joined = [window]
            groups.removeAll { group in
                let belongs = group.contains { $0.isLike(window) }
                if belongs { joined += group }
                return belongs
            }
            groups.append(joined)
        }
        return groups
    }

    private func isLike(_ other: FaceWindow) -> Bool {
        let tolerance = Self.tolerance * Double(min(side, other.side))
        return [
            x - other.x, y - other.y, x + side - other.x - other.side,
            y + side - other.y - other.side,
        ]
        .allSatisfy { Double(abs($0)) <= tolerance }
    }
}
