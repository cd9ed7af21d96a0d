import Registration
import Review
import Testing

/// The borders of what a picture looks like; what is measured is tested with the measures.
@Suite struct LookFindingsTests {
    private static let clear = Clause(section: "一", quote: "清晰")
    private static let upright = Clause(section: "二", quote: "正向")

    private static var rule: LookRule {
        var rule = LookRule(clause: clear, uprightClause: upright)
        rule.sharpness = .init(failBelow: 0.045, warnBelow: 0.12)
        rule.brightness = .init(failBelow: 60, warnBelow: 140)
        rule.contrast = .init(failBelow: 30, warnBelow: 60)
        rule.blankInk = 0.006
        rule.sideways = .init(votes: 6, balance: -0.3)
        rule.glareAbove = 0.005
        rule.qualityBelow = 40
        rule.nearCopy = .init(distance: 24, difference: 6)
        rule.notesCutOff = true
        return rule
    }

    /// A thumbnail with a block of ink somewhere, and a hash to go with it.
    private static func likeness(hash: UInt64 = 0, ink: Int = 0) throws -> PictureLikeness {
        let side = PictureLikeness.thumbnailSide
        var thumbnail = [UInt8](repeating: 200, count: side * side)
        for row in 30..<60 {
            for column in 0..<ink { thumbnail[row * side + column + 40] = 30 }
        }
        return try #require(PictureLikeness(hash: [hash, 0, 0, 0], thumbnail: thumbnail))
    }

    @Test(
        arguments: [
            ([], nil), (.all, nil), (.top, "top"), ([.left, .bottom], "bottom, left"),
            ([.top, .left, .right], "top, left, right"),
        ] as [(PictureSides, String?)]
    )
    func `What runs over one to three edges is noted, never more`(
        sides: PictureSides,
        names: String?
    ) throws {
        let found = try findings { _, content in content.cutOffSides = sides }
        #expect(found.map(\.code) == (names == nil ? [] : [.pictureCutOff]))
        #expect(found.map(\.severity) == (names == nil ? [] : [.note]))
        #expect(found.first?.measured == names)
    }

    /// A good picture, changed.
    private func findings(
        _ change: (inout PictureFacts, inout PictureContent) -> Void
    ) throws -> [Finding] {
        let picture = try Self.picture("1.jpg", digest: 1, change)
        return try review([picture])
    }

    private static func picture(
        _ name: String,
        digest: UInt8,
        _ change: (inout PictureFacts, inout PictureContent) -> Void = { _, _ in }
    ) throws -> Picture {
        let hash = try #require(ContentHash(bytes: Array(repeating: digest, count: 32)))
        var facts = PictureFacts(format: .jpeg, size: ByteCount(1000), hash: hash)
        (facts.width, facts.height) = (800, 600)
        var content = PictureContent(
            sharpness: 0.5,
            brightness: 230,
            contrast: 180,
            inkShare: 0.1,
            busyTileCount: 50,
            textDirection: TextDirection(across: 40, down: 2),
            glareShare: 0,
            cutOffSides: [],
            whiteBackgroundShare: nil,
            flatBlockShare: 0.2,
            likeness: try likeness()
        )
        change(&facts, &content)
        facts.content = content
        return Picture(path: "materials/a/\(name)", facts: facts)
    }

    private func review(_ pictures: [Picture]) throws -> [Finding] {
        var material = Samples.material("a")
        material.pictureRule.looks = Self.rule
        material.pictureRule.maxBytes = nil
        let area = Samples.area([material])
        return CandidateReview(area: area, profile: [:]).findings(for: ["a": pictures])
    }

    @Test func `A good picture has no findings`() throws {
        #expect(try findings { _, _ in } == [])
    }

    @Test(
        arguments: [
            (0.044, .error), (0.045, .warning), (0.119, .warning), (0.12, nil), (nil, nil),
        ] as [(Double?, Finding.Severity?)]
    )
    func `Sharpness below its borders is an error or a warning, unknown is neither`(
        sharpness: Double?,
        severity: Finding.Severity?
    ) throws {
        let found = try findings { $1.sharpness = sharpness }
        #expect(found.map(\.severity) == [severity].compactMap(\.self))
        #expect(found.allSatisfy { $0.code == .pictureBlurred && $0.clause == Self.clear })
    }

    @Test(
        arguments: [
            (59, 200, Finding.Code.pictureDark, Finding.Severity.error),
            (60, 200, .pictureDark, .warning), (139, 200, .pictureDark, .warning),
            (140, 29, .pictureLowContrast, .error), (140, 30, .pictureLowContrast, .warning),
            (140, 59, .pictureLowContrast, .warning),
        ]
    )
    func `Darkness and little contrast have two borders each`(
        brightness: Int,
        contrast: Int,
        code: Finding.Code,
        severity: Finding.Severity
    ) throws {
        let found = try findings { _, content in
            content.brightness = brightness
            content.contrast = contrast
        }
        #expect(found.map(\.code) == [code])
        #expect(found.map(\.severity) == [severity])
    }

    @Test func `A blank picture is called blank and nothing else`() throws {
        let found = try findings { _, content in
            (content.busyTileCount, content.inkShare) = (0, 0.005)
            (content.sharpness, content.contrast) = (nil, 5)
        }
        #expect(found.map(\.code) == [.pictureBlank])
        #expect(try findings { $1.inkShare = 0.005 }.isEmpty)
    }

    @Test(
        arguments: [
            (2, 4, true), (2, 3, false), (13, 24, false), (13, 25, true), (0, 6, true),
        ]
    )
    func `Text that runs down is a warning once enough pieces say so`(
        across: Int,
        down: Int,
        isTold: Bool
    ) throws {
        let found = try findings {
            $1.textDirection = TextDirection(across: across, down: down)
        }
        #expect(found.map(\.code) == (isTold ? [.pictureSideways] : []))
        #expect(found.allSatisfy { $0.clause == Self.upright && $0.severity == .warning })
    }

    @Test func `A picture that EXIF turns is told once, by the sentence about upright pictures`()
        throws
    {
        let found = try findings {
            $0.orientation = 6
            $1.textDirection = TextDirection(across: 0, down: 40)
        }
        #expect(found.map(\.code) == [.pictureTurned])
        #expect(found.first?.clause == Self.upright)
    }

    @Test func `Glare, coarse compression and EXIF places are warnings`() throws {
        let found = try findings {
            $0.metadata.quality = JPEGQuality(value: 39, isExact: true)
            $0.metadata.hasPlace = true
            $1.glareShare = 0.006
        }
        #expect(
            Set(found.map(\.code)) == [.pictureGlare, .pictureLowQuality, .pictureTellsPlace]
        )
        #expect(found.allSatisfy { $0.severity == .warning })
    }

    @Test(
        arguments: [
            (0.79, .error), (0.8, .warning), (0.94, .warning), (0.95, nil),
        ] as [(Double, Finding.Severity?)]
    )
    func `A background has two borders`(share: Double, severity: Finding.Severity?) throws {
        var material = Samples.material("a")
        material.pictureRule.background = .init(failBelow: 0.8, warnBelow: 0.95)
        let area = Samples.area([material])
        let picture = try Self.picture("1.jpg", digest: 1) { $1.whiteBackgroundShare = share }
        let found = CandidateReview(area: area, profile: [:]).findings(for: ["a": [picture]])
        #expect(found.map(\.code) == (severity == nil ? [] : [.pictureBackground]))
        #expect(found.first?.severity == severity)
    }

    @Test(
        arguments: [
            (0b1111, 0, true), (0, 0, true), (0x1FF_FFFF, 0, false), (0, 12, false),
        ] as [(UInt64, Int, Bool)]
    )
    func `A near copy has a close hash and a thumbnail without another word on it`(
        hash: UInt64,
        ink: Int,
        isTold: Bool
    ) throws {
        let first = try Self.picture("1.jpg", digest: 1)
        let likeness = try Self.likeness(hash: hash, ink: ink)
        let second = try Self.picture("2.jpg", digest: 2) { $1.likeness = likeness }
        let found = try review([first, second])
        #expect(found.map(\.code) == (isTold ? [.pictureNearDuplicate] : []))
        #expect(found.first?.measured == (isTold ? "materials/a/1.jpg" : nil))
    }
}
