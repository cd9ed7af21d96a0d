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
    ///   - turning: Turns by 90 degrees clockwise that a person asked for, besides what a tag says.
    ///   - letStand: The codes of what somebody let stand: that is not mended either.
    /// - Returns: The order; nil if nothing was found that a repair could mend.
    public func repairOrder(
        for picture: Picture,
        findings: [Finding],
        turning: Int = 0,
        letStand: Set<Finding.Code> = []
    ) -> RepairOrder? {
        let codes = Set(
            findings.filter { $0.picture == picture.path && $0.severity > .note }.map(\.code)
        )
        guard turning != 0 || !codes.isDisjoint(with: Self.repairableCodes) else { return nil }
        // A picture of a wrong format was not judged further, so what it needs is asked of its facts.
        let facts = picture.facts
        func isWanted(_ code: Finding.Code, _ isSo: Bool) -> Bool {
            isSo && !letStand.contains(code)
        }
        let tells = facts.metadata.hasPlace || facts.metadata.hasSerialNumber
        let isTagged = isWanted(.pictureTurned, facts.needsTurning)
        let tagged = isTagged ? PictureTurn(orientation: facts.orientation) : .none
        return RepairOrder(
            formats: formats,
            maxBytes: maxBytes?.largest,
            aimBytes: maxBytes?.largestUndisputed,
            maxPixels: maxPixels.map { PixelSize(width: $0.width, height: $0.height) },
            floor: floor,
            turn: tagged.turned(quarters: turning),
            removesMetadata: isWanted(.pictureTellsPlace, tells),
            flattens: isWanted(.pictureTransparent, transparency != nil && facts.isTranslucent),
            portrait: portrait(wantsShape: !letStand.contains(.pictureProportions))
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
