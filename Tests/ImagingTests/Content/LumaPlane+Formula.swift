import Imaging
import Testing

extension LumaPlane {
    /// A plane whose samples a formula gives.
    init(_ width: Int, _ height: Int, _ sample: (_ x: Int, _ y: Int) -> Int) throws {
        let samples = (0..<width * height).map { UInt8(sample($0 % width, $0 / width)) }
        let plane = LumaPlane(width: width, height: height, samples: samples)
        self = try #require(plane)
    }

    /// A fine texture on a coarse one.
    static func texture() throws -> LumaPlane {
        try LumaPlane(200, 150, textureSample)
    }

    static func textureSample(_ x: Int, _ y: Int) -> Int {
        (x * 37 + y * 61) % 101 * 2 + (x / 16 + y / 16) % 2 * 40
    }

    /// Waves of triangles: all edges, none of them sharp.
    static func waves() throws -> LumaPlane {
        try LumaPlane(200, 150) { x, y in abs((x * 3 + y) % 120 - 60) * 4 }
    }

    /// Lines of print, 4 rows of broken ink in every 8.
    static func print(isSideways: Bool = false) throws -> LumaPlane {
        try LumaPlane(320, 256) { x, y in
            let (along, across) = isSideways ? (y, x) : (x, y)
            let isInk = across % 8 < 4 && (along * 7 + across / 8 * 3) % 11 < 6
            return isInk ? 40 : 220
        }
    }
}
