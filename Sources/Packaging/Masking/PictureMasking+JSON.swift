import Registration
public import Sealing
public import TemplateCatalog

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

    /// The decision as a sentence for page and caption.
    ///
    /// - Parameters:
    ///   - language: The language.
    ///   - texts: The words of the command.
    /// - Returns: The sentence.
    public func text(in language: FindingTexts.Language, _ texts: MessageTexts) -> String {
        texts.text("mask.\(rule.rawValue)", in: language) ?? rule.rawValue
    }
}

extension PixelRegion {
    /// From the left, from above, width and height.
    fileprivate var json: JSONValue { .array([x, y, width, height].map { .integer(Int64($0)) }) }
}
