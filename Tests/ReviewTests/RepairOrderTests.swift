import Registration
import Review
import Testing

@Suite struct RepairOrderTests {
    private func order(
        rule: PictureRule = Samples.pictureRule,
        path: String = "a/1.jpg",
        letStand: Set<Finding.Code> = [],
        _ change: (inout PictureFacts) -> Void
    ) -> RepairOrder? {
        var picture = Samples.picture(path)
        change(&picture.facts)
        let area = Samples.area([Samples.material("a", rule: rule)])
        let findings = CandidateReview(area: area, profile: [:]).findings(for: ["a": [picture]])
            .filter { !letStand.contains($0.code) }
        return rule.repairOrder(for: picture, findings: findings, letStand: letStand)
    }

    @Test func `a picture that complies is never touched`() {
        #expect(order { _ in } == nil)
        // A limit that can be read in two ways is met by the hard reading.
        #expect(order { $0.size = ByteCount(204_800) } == nil)
    }

    @Test func `what cannot be mended gives no order`() {
        #expect(order { $0.damage = .truncated } == nil)
        #expect(order { $0.damage = .corrupt("x") } == nil)
        #expect(order { $0.damage = .overLimit("x") } == nil)
    }

    @Test func `limits are the largest sizes allowed, and the undisputed ones`() {
        let paper = order { $0.size = ByteCount(204_801) }
        #expect(paper?.maxBytes == 204_800)
        #expect(paper?.aimBytes == 200_000)
        let photo = order(rule: Samples.photoRule) { $0.size = ByteCount(30_720) }
        #expect(photo?.maxBytes == 30_719)
        #expect(photo?.aimBytes == 29_999)
    }

    @Test func `a wrong name is an order for nothing but a name`() {
        let mended = order(path: "a/1.png") { _ in }
        #expect(mended?.turn == PictureTurn.none)
        #expect(mended?.removesMetadata == false)
        #expect(mended?.flattens == false)
    }

    @Test func `a picture of a wrong format gets all that its facts call for`() {
        var rule = Samples.photoRule
        rule.photoSize = PixelSize(width: 413, height: 531)
        rule.transparency = .warning
        let mended = order(rule: rule, path: "a/1.png") {
            $0.format = .png
            $0.orientation = 6
            $0.isTranslucent = true
            $0.metadata.hasPlace = true
        }
        #expect(mended?.formats == [.jpeg])
        #expect(mended?.turn == PictureTurn(orientation: 6))
        #expect(mended?.flattens == true)
        #expect(mended?.removesMetadata == true)
        #expect(mended?.portrait?.minimum == PixelSize(width: 190, height: 254))
        #expect(mended?.portrait?.proportions == 0.68...0.82)
    }

    @Test func `what a person let stand is not mended`() {
        let mended = order(letStand: [.pictureTurned]) {
            $0.orientation = 6
            $0.size = ByteCount(300_000)
        }
        #expect(mended?.turn == PictureTurn.none)
        #expect(order(letStand: [.pictureTurned]) { $0.orientation = 6 } == nil)
    }
}
