import Imaging
import Registration
import Testing

struct TextVotesTests {
    @Test func `Lines of print vote across, and down when turned`() throws {
        // 320x256 has (10 - 1) x (8 - 1) pieces; all see print.
        #expect(TextVotes.count(try InkMask(.print())) == TextDirection(across: 63, down: 0))
        let turned = TextVotes.count(try InkMask(.print(isSideways: true)))
        #expect(turned == TextDirection(across: 0, down: 63))
    }

    @Test func `The lines of an empty table do not vote`() throws {
        let table = try LumaPlane(320, 256) { x, y in y % 32 < 3 || x % 160 < 2 ? 40 : 220 }
        #expect(TextVotes.count(InkMask(table)).votes == 0)
    }

    @Test(arguments: [(39, 39), (40, 0), (41, 0)])
    func `A line is what is at least forty pixels long`(length: Int, left: Int) {
        for isDown in [false, true] {
            let (width, height) = isDown ? (3, 100) : (100, 3)
            var bits = [UInt8](repeating: 0, count: 300)
            for index in 31..<31 + length { bits[isDown ? index * 3 + 1 : 100 + index] = 1 }
            var mask = BinaryMask(width: width, height: height, bits: bits)
            mask.clearLines(ofAtLeast: 40)
            #expect(mask.bits.reduce(0) { $0 + Int($1) } == left)
        }
    }

    @Test(arguments: [(0, 0, 0.0), (3, 1, 0.5), (1, 3, -0.5), (0, 6, -1)])
    func `The balance goes from across to down`(across: Int, down: Int, balance: Double) {
        #expect(TextDirection(across: across, down: down).balance == balance)
    }
}
