import Registration

/// Finds identity cards that fill their picture, and what to hide of them.
struct IdentityCardMask {
    /// What to hide of a picture; nil where no card is known to fill it.
    func regions(of source: MaskPlan.Source) -> [PixelRegion]? { nil }
}
