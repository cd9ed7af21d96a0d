import Foundation
import Registration
import Testing

/// A state or transition that a manual names, with its sentence.
struct ManualSentence: CustomTestStringConvertible, Sendable {
    enum Manual: String, Sendable {
        case hunan = "000_3869ecb673b022a9.txt"
        case hubei = "002_f52b8a65fd21c5d0.txt"

        var rules: CaseRules { CaseRules(lockScope: self == .hunan ? .image : .dossier) }
    }

    /// What happens; each step is an event of the story that the suite tells.
    enum Step: String, Sendable {
        case submit
        case submitAgain
        case siteReturnsOne
        case siteAsksForMore
        case siteAccepts
        case siteRejects
        case areaReturnsOne
        case areaAccepts
        case areaRejects
        case withdraw
        case changeProfile
        case submitChangedProfile
        case lastDayPasses
    }

    let manual: Manual
    let section: String
    let quote: String
    let steps: [Step]
    let state: CaseState
    /// Of the first, second and third picture.
    let pictures: [PictureState]

    init(
        _ manual: Manual,
        _ section: String,
        _ quote: String,
        _ steps: [Step],
        _ state: CaseState,
        _ pictures: [PictureState]
    ) {
        (self.manual, self.section, self.quote) = (manual, section, quote)
        (self.steps, self.state, self.pictures) = (steps, state, pictures)
    }

    var testDescription: String { "\(manual) \(section) \(steps.map(\.rawValue))" }
}

@Suite struct ManualTransitionsTests {
    static let table: [ManualSentence] = [
        // Hunan: what nobody asked for stays locked.
        .init(
            .hunan,
            "附件3 三",
            "未锁定（考生上传后尚未提交或审核期间审核人员要求考生更换资料），考生可以修改图片材料",
            [],
            .draft,
            []
        ),
        .init(
            .hunan,
            "附件3 二（四）",
            "如果图片上传错误或上传后变形、不清晰时，可以删除重新上传",
            [],
            .draft,
            []
        ),
        .init(
            .hunan,
            "附件3 二（四）",
            "提交审核”或在审核期间，则上传的图片将被锁定，考生无法修改图片",
            [.submit],
            .submitted,
            [.locked, .locked, .locked]
        ),
        .init(
            .hunan,
            "附件3 三",
            "已锁定（考生自主提交报名资料或提交的报名资料未被审核人员要求更换的）,此时考生无法修改图片材料",
            [.submit, .siteReturnsOne],
            .returned,
            [.returnAsked, .locked, .locked]
        ),
        .init(
            .hunan,
            "附件3 三",
            "审核期间审核人员要求考生更换资料），考生可以修改图片材料",
            [.submit, .siteAccepts, .areaReturnsOne],
            .returned,
            [.returnAsked, .locked, .locked]
        ),
        .init(
            .hunan,
            "附件3 四",
            "并根据反馈意见补充完善相关材料",
            [.submit, .siteReturnsOne, .submitAgain],
            .submitted,
            [.replaced, .locked, .locked]
        ),
        .init(
            .hunan,
            "附件3 四",
            "考生可根据考区要求的时间或通知，登陆上传页面查看医师资格考试报名材料审核反馈意见",
            [.submit, .siteReturnsOne, .lastDayPasses, .submitAgain],
            .submitted,
            [.replaced, .locked, .locked]
        ),
        .init(
            .hunan,
            "附件3 四（三）",
            "如对考生的任何报考信息有疑义，考生应按照考点要求提供相关材料",
            [.submit, .siteAsksForMore],
            .returned,
            [.locked, .locked, .locked]
        ),
        .init(
            .hunan,
            "附件3 四（三）",
            "如考生无法提供或拒绝提供，取消报考资格",
            [.submit, .siteAsksForMore, .siteRejects],
            .rejected,
            [.locked, .locked, .locked]
        ),
        .init(
            .hunan,
            "附件3",
            "如考生在报考过程中提交虚假材料，一经确认将按照《医师资格考试违纪违规处理规定》给予处理",
            [.submit, .siteAccepts, .areaRejects],
            .rejected,
            [.locked, .locked, .locked]
        ),
        .init(
            .hunan,
            "附件3 四（二）",
            "考生在网报期间撤回或修改报考信息后，必须在系统内再次提交",
            [.submit, .withdraw],
            .withdrawn,
            [.open, .open, .open]
        ),
        .init(
            .hunan,
            "附件3 四（二）",
            "考生在网报期间撤回或修改报考信息后，必须在系统内再次提交",
            [.submit, .changeProfile],
            .draft,
            [.open, .open, .open]
        ),
        .init(
            .hunan,
            "附件3 四（二）",
            "必须在系统内再次提交，否则报考失败，无法审核",
            [.submit, .changeProfile, .submitChangedProfile],
            .submitted,
            [.locked, .locked, .locked]
        ),
        .init(
            .hunan,
            "附件3 四（一）",
            "资格审核通过并缴纳医学综合考试费用后，可参加医学综合考试",
            [.submit, .siteAccepts, .areaAccepts],
            .areaAccepted,
            [.accepted, .accepted, .accepted]
        ),
        // Hubei: a return is the candidate's, and unlocks everything.
        .init(
            .hubei,
            "三（三）",
            "未锁定（考生上传后尚未提交或审核期间审核人员要求考生更换完善的资料），考生可以修改图片材料",
            [],
            .draft,
            []
        ),
        .init(
            .hubei,
            "三（二）4",
            "如果图片上传错了或上传后变形、不清晰时，可以删除再重新上传",
            [],
            .draft,
            []
        ),
        .init(
            .hubei,
            "三（二）5",
            "提交后，考生界面会显示上报完成，内容已锁定的提示（锁定即无法自行修改上传材料）",
            [.submit],
            .submitted,
            [.locked, .locked, .locked]
        ),
        .init(
            .hubei,
            "三（二）4",
            "如考生已被审核，则上传的图片将被锁定，考生无法修改图片",
            [.submit, .siteAccepts],
            .siteAccepted,
            [.accepted, .accepted, .accepted]
        ),
        .init(
            .hubei,
            "三（三）",
            "已锁定（考生信息已提交/考生信息未被打回）,此时考生无法修改图片材料",
            [.submit],
            .submitted,
            [.locked, .locked, .locked]
        ),
        .init(
            .hubei,
            "三（三）",
            "审核期间审核人员要求考生更换完善的资料），考生可以修改图片材料",
            [.submit, .siteReturnsOne],
            .returned,
            [.returnAsked, .open, .open]
        ),
        .init(
            .hubei,
            "三（五）",
            "在资格审核期间，考生可根据工作人员通知，及时登录系统查看本人的医师资格考试报名材料审核反馈意见，并根据反馈意见补充完善相关材料",
            [.submit, .siteReturnsOne, .submitAgain],
            .submitted,
            [.replaced, .locked, .locked]
        ),
        .init(
            .hubei,
            "三（二）1",
            "如更改报考类别或补充报考信息须同步更新上传材料",
            [.submit, .changeProfile],
            .draft,
            [.open, .open, .open]
        ),
    ]

    static let numbers = ["id": [1, 2], "zz": [3]]
    static let lastDay = 20_505

    private func event(_ step: ManualSentence.Step) throws -> CaseEvent {
        switch step {
        case .submit: try CaseStory.submitted(1, Self.numbers)
        case .submitAgain: try CaseStory.submitted(2, ["id": [9, 2], "zz": [3]], day: 7)
        case .siteReturnsOne:
            CaseStory.by(.site, .returned(revision: 1, items: [CaseStory.asked("id", 1)]))
        case .siteAsksForMore:
            CaseStory.by(.site, .returned(revision: 1, items: [CaseStory.asked("other", nil)]))
        case .siteAccepts: CaseStory.by(.site, .accepted(revision: 1))
        case .siteRejects: CaseStory.by(.site, .rejected(revision: 1, reason: "refused", note: ""))
        case .areaReturnsOne:
            CaseStory.by(.area, .returned(revision: 1, items: [CaseStory.asked("id", 1)]))
        case .areaAccepts: CaseStory.by(.area, .accepted(revision: 1))
        case .areaRejects: CaseStory.by(.area, .rejected(revision: 1, reason: "false", note: ""))
        case .withdraw: CaseStory.candidate(.withdrawn)
        case .changeProfile: CaseStory.candidate(.profileChanged(try CaseStory.hash(1001)))
        case .submitChangedProfile: try CaseStory.submitted(2, Self.numbers, profile: 1001)
        case .lastDayPasses:
            CaseEvent(
                actor: .clock,
                time: CaseStory.noon + 6 * 86_400,
                action: .windowClosed(lastDay: Self.lastDay)
            )
        }
    }

    @Test(arguments: table)
    func `Each state and transition is as the manual says`(row: ManualSentence) throws {
        let subject = try Case.replay(row.steps.map(event), rules: row.manual.rules)
        #expect(subject.state == row.state)
        #expect(subject.pictures.map(\.state) == row.pictures)
        let allowed = subject.allowedChanges(on: nil)
        // 未锁定 is what may be changed, and nothing else is.
        for picture in subject.pictures {
            let isUnlocked = [.open, .returnAsked].contains(picture.state)
            let isAllowed = allowed.allows(material: picture.material, place: picture.place)
            #expect(isAllowed == isUnlocked)
        }
        if row.steps.isEmpty { #expect(allowed == .everything) }
    }

    @Test(
        .enabled(if: Manuals.folder != nil, "needs ../shared/seeds"),
        arguments: table
    )
    func `Each sentence stands in the manual`(row: ManualSentence) throws {
        let folder = try #require(Manuals.folder)
        let file = URL(filePath: "\(folder)/\(row.manual.rawValue)")
        let manual = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            .filter { !$0.isWhitespace }
        #expect(manual.contains(row.quote.filter { !$0.isWhitespace }))
    }

    @Test(arguments: [ManualSentence.Step.withdraw, .changeProfile])
    func `否则报考失败，无法审核`(step: ManualSentence.Step) throws {
        let story: [ManualSentence.Step] = [.submit, step]
        let rules = CaseRules(lockScope: .image, lastDay: Self.lastDay)
        let subject = try Case.replay(story.map(event), rules: rules)
        #expect(!subject.hasFailed(on: Self.lastDay))
        #expect(subject.hasFailed(on: Self.lastDay + 1))
        for stage in ReviewStage.allCases {
            var reviewed = subject
            #expect(throws: CaseRefusal.self) {
                try reviewed.apply(CaseStory.by(stage, .accepted(revision: 1)))
            }
        }
    }
}

/// The folder with the manuals, which is not part of the repository; nil where it is absent.
enum Manuals {
    static let folder: String? = {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let shared =
            ProcessInfo.processInfo.environment["DOSSIER_SHARED"]
            ?? root.deletingLastPathComponent().appending(path: "shared").path
        let seeds = shared + "/seeds"
        return FileManager.default.isReadableFile(atPath: seeds) ? seeds : nil
    }()
}
