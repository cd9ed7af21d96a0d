import PageLayout
import Testing

/// A corner of the unit square, y upward as in PDF.
private enum Corner: Sendable {
    case topLeft, topRight, bottomLeft, bottomRight

    var x: Double { self == .topLeft || self == .bottomLeft ? 0 : 1 }
    var y: Double { self == .bottomLeft || self == .bottomRight ? 0 : 1 }
}

/// Where three corners of the stored pixels are seen, after CIPA DC-008 (Exif), tag 0x0112.
private struct Placement: Sendable {
    let orientation: Int
    /// Where row 0 and column 0 meet.
    let topLeft: Corner
    /// Where row 0 meets the last column.
    let topRight: Corner
    /// Where the last row meets column 0.
    let bottomLeft: Corner
}

struct TurnTests {
    // The standard's words for each value: "the 0th row is at the … of the image, the 0th column is the …".
    private static let placements = [
        // 1: visual top, left-hand side.
        Placement(
            orientation: 1,
            topLeft: .topLeft,
            topRight: .topRight,
            bottomLeft: .bottomLeft
        ),
        // 2: visual top, right-hand side.
        Placement(
            orientation: 2,
            topLeft: .topRight,
            topRight: .topLeft,
            bottomLeft: .bottomRight
        ),
        // 3: visual bottom, right-hand side.
        Placement(
            orientation: 3,
            topLeft: .bottomRight,
            topRight: .bottomLeft,
            bottomLeft: .topRight
        ),
        // 4: visual bottom, left-hand side.
        Placement(
            orientation: 4,
            topLeft: .bottomLeft,
            topRight: .bottomRight,
            bottomLeft: .topLeft
        ),
        // 5: visual left-hand side, top.
        Placement(
            orientation: 5,
            topLeft: .topLeft,
            topRight: .bottomLeft,
            bottomLeft: .topRight
        ),
        // 6: visual right-hand side, top.
        Placement(
            orientation: 6,
            topLeft: .topRight,
            topRight: .bottomRight,
            bottomLeft: .topLeft
        ),
        // 7: visual right-hand side, bottom.
        Placement(
            orientation: 7,
            topLeft: .bottomRight,
            topRight: .topRight,
            bottomLeft: .bottomLeft
        ),
        // 8: visual left-hand side, bottom.
        Placement(
            orientation: 8,
            topLeft: .bottomLeft,
            topRight: .topLeft,
            bottomLeft: .bottomRight
        ),
    ]

    @Test(arguments: placements)
    private func `A turn moves the corners of the picture to where Exif says they are seen`(
        _ placement: Placement
    ) {
        let turn = Turn(orientation: placement.orientation)
        #expect(turn.rawValue == placement.orientation)
        let moves: [(Corner, Corner)] = [
            (.topLeft, placement.topLeft), (.topRight, placement.topRight),
            (.bottomLeft, placement.bottomLeft),
        ]
        for (stored, seen) in moves {
            // ISO 32000-1, 8.3.4: x' = ax + cy + e, y' = bx + dy + f.
            let m = turn.matrix
            #expect(m[0] * stored.x + m[2] * stored.y + m[4] == seen.x)
            #expect(m[1] * stored.x + m[3] * stored.y + m[5] == seen.y)
        }
    }

    @Test(arguments: [nil, 0, 9, -1, 255, Int.max])
    func `An orientation that Exif does not know turns nothing`(orientation: Int?) {
        #expect(Turn(orientation: orientation) == .none)
    }
}
