import Imaging
import Testing

struct DirectionalSharpnessTests {
    /// Computed with numpy in floating point, with the means of the differences taken out or not
    /// alike to five digits.
    @Test func `Sharp and soft planes measure as numpy computes them`() throws {
        let sharp = try #require(DirectionalSharpness.measure(.texture()))
        #expect(abs(sharp - 0.764_047_810_146) < 1e-9)
        let soft = try #require(DirectionalSharpness.measure(.waves()))
        #expect(abs(soft - 0.000_239_828_376) < 1e-9)
    }

    @Test func `Motion along one direction is as bad as blur in all`() throws {
        // Stripes that are sharp across and do not change along: what is left of motion.
        let stripes = try LumaPlane(200, 150) { x, _ in x / 3 % 2 * 200 }
        #expect(try #require(DirectionalSharpness.measure(stripes)) == 0)
    }

    @Test(arguments: [0, 10, 28])
    func `Paper with less contrast than print cannot be judged`(noise: Int) throws {
        let paper = try LumaPlane(400, 300) { x, y in 200 + (x * 7 + y * 13) % 17 * noise / 17 }
        #expect(DirectionalSharpness.measure(paper) == nil)
    }

    @Test(arguments: [(1, 1), (17, 400), (400, 3), (20, 20)])
    func `A plane without three tiles cannot be judged`(width: Int, height: Int) throws {
        let plane = try LumaPlane(width, height) { x, y in (x + y) % 2 * 255 }
        #expect(DirectionalSharpness.measure(plane) == nil)
    }
}
