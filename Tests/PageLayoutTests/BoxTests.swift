import PageLayout
import Testing

struct BoxTests {
    @Test func `A4 measures 210 by 297 millimetres`() {
        #expect(Size.a4 == Size(210, 297))
    }

    @Test func `A box knows its edges and its middle`() {
        let box = Box(10, 20, 30, 50)
        #expect(box.right == 40)
        #expect(box.bottom == 70)
        #expect(box.centre == 25)
        #expect(box.middle == 45)
    }

    @Test func `An inset moves each side by its own width`() {
        let box = Box(10, 20, 100, 200).inset(left: 1, top: 2, right: 4, bottom: 8)
        #expect(box == Box(11, 22, 95, 190))
        #expect(box.right == 106)
        #expect(box.bottom == 212)
    }

    @Test func `An inset without sides changes nothing`() {
        #expect(Box(10, 20, 100, 200).inset() == Box(10, 20, 100, 200))
    }

    @Test func `An inset of one width moves all four sides`() {
        #expect(Box(10, 20, 100, 200).inset(5) == Box(15, 25, 90, 190))
    }

    @Test(
        arguments: [
            // Wider than the box: the full width, centred from top to bottom.
            (Size(200, 50), Box(10, 57.5, 100, 25)),
            // Higher than the box: the full height, centred from left to right.
            (Size(10, 20), Box(35, 20, 50, 100)),
            // The proportions of the box: all of it, whether smaller or larger.
            (Size(1, 1), Box(10, 20, 100, 100)),
            (Size(4000, 4000), Box(10, 20, 100, 100)),
            // Proportions that mean nothing: the box itself.
            (Size(0, 10), Box(10, 20, 100, 100)),
            (Size(10, 0), Box(10, 20, 100, 100)),
            (Size(-1, 2), Box(10, 20, 100, 100)),
        ]
    )
    func `A picture is fitted whole and centred`(proportions: Size, expected: Box) {
        #expect(Box(10, 20, 100, 100).fitting(proportions) == expected)
    }

    @Test func `A fitted box keeps its proportions and stays inside`() {
        let outer = Box(3, 4, 70.5, 99.25)
        for (width, height) in [(3.0, 7.0), (7, 3), (1600, 1200), (0.1, 900)] {
            let box = outer.fitting(Size(width, height))
            #expect(abs(box.width / box.height - width / height) < 1e-9 * width / height)
            #expect(box.x >= outer.x - 1e-9 && box.right <= outer.right + 1e-9)
            #expect(box.y >= outer.y - 1e-9 && box.bottom <= outer.bottom + 1e-9)
            #expect(abs(box.centre - outer.centre) < 1e-9)
            #expect(abs(box.middle - outer.middle) < 1e-9)
        }
    }

    @Test func `A point is a seventy-second of an inch`() {
        #expect(abs(TextStyle(.song, 72).em - 25.4) < 1e-12)
        #expect(abs(TextStyle(.song, 12).em - 4.2333) < 1e-4)
    }
}
