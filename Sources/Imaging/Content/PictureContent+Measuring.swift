package import Registration

extension PictureContent {
    /// Takes all measures of a decoded picture.
    ///
    /// - Parameters:
    ///   - pixels: The picture at the size that `DecodeScale` chose.
    ///   - isWhole: Whether it is not reduced, so that it may be an identity photo in full colour.
    ///   - faces: What finds faces in whole pictures that are no wider than high.
    package init?(measuring pixels: PixelBuffer, isWhole: Bool, faces: FaceCascade? = nil) {
        let planes = LumaPyramid(LumaPlane(pixels))
        let levels = LightLevels(planes.overview)
        let ink = InkMask(planes.text)
        guard let likeness = PictureLikeness(planes.text) else { return nil }
        self.init(
            sharpness: DirectionalSharpness.measure(planes.detail),
            brightness: levels.percentile(99),
            contrast: levels.percentile(99) - levels.percentile(1),
            inkShare: ink.share,
            busyTileCount: BusyTiles.count(planes.overview),
            textDirection: TextVotes.count(ink),
            glareShare: Glare.share(planes.overview, levels),
            cutOffSides: CutOff.sides(planes.overview),
            whiteBackgroundShare: isWhole ? WhiteBackground.share(pixels) : nil,
            faceCount: isWhole && pixels.width <= pixels.height
                ? faces.map { FaceSearch($0).count(in: planes.detail) } : nil,
            flatBlockShare: FlatBlocks.share(planes.detail),
            likeness: likeness
        )
    }
}
