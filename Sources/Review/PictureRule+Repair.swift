public import Registration

extension PictureRule {
    /// The findings that a repair of the file alone can make go.
    public static let repairableCodes: Set<Finding.Code> = [
        .pictureWrongFormat, .pictureExtensionMismatch, .pictureDoubleExtension, .pictureTooLarge,
        .pictureUnsupported, .pictureTurned, .pictureTrailingBytes, .pictureTooManyPixels,
        .pictureProportions, .pictureTellsPlace, .pictureTransparent,
    ]

    /// What has to be done to a picture so that it meets this rule.
    ///
    /// - Parameters:
    ///   - picture: The picture, as it was measured.
    ///   - findings: What was found, and not let stand by anybody.
    /// - Returns: The order; nil if nothing was found that a repair could mend.
    public func repairOrder(for picture: Picture, findings: [Finding]) -> RepairOrder? {
        let codes = Set(
            findings.filter { $0.picture == picture.path && $0.severity > .note }.map(\.code)
        )
        guard !codes.isDisjoint(with: Self.repairableCodes) else { return nil }
        return RepairOrder(
            formats: formats,
            maxBytes: maxBytes?.largest,
            aimBytes: maxBytes?.largestUndisputed,
            maxPixels: maxPixels.map { PixelSize(width: $0.width, height: $0.height) },
            floor: floor,
            turn: codes.contains(.pictureTurned)
                ? PictureTurn(orientation: picture.facts.orientation) : .none,
            removesMetadata: codes.contains(.pictureTellsPlace),
            flattens: codes.contains(.pictureTransparent),
            portrait: portrait(wantsShape: codes.contains(.pictureProportions))
        )
    }

    private func portrait(wantsShape: Bool) -> RepairOrder.Portrait? {
        photoSize.map { size in
            RepairOrder.Portrait(
                size: size,
                minimum: PixelSize(width: minPixels?.width ?? 1, height: minPixels?.height ?? 1),
                proportions: wantsShape ? proportions.map { $0.minimum...$0.maximum } : nil
            )
        }
    }
}
