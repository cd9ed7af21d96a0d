import Registration
public import Sealing

extension PictureMasking {
    /// The decision as the manifest's `masked` has it; nil where the whole picture is shown.
    public var json: JSONValue? {
        switch treatment {
        case .shown: nil
        case .masked(let regions):
            [
                "rule": .string(rule.rawValue), "withheld": false,
                "regions": .array(regions.map(\.json)),
            ]
        case .withheld: ["rule": .string(rule.rawValue), "withheld": true, "regions": []]
        }
    }
}

extension PixelRegion {
    /// From the left, from above, width and height.
    fileprivate var json: JSONValue { .array([x, y, width, height].map { .integer(Int64($0)) }) }
}
