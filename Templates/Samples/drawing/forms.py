"""Forms that are filled in, signed and sealed, and reports printed from a web service."""
from .sheet import A4, Sheet
from .type import GREY, INK


def heading(sheet, title, sub="样本 · 虚构式样，不作任何证明之用", size=50):
    sheet.text(sheet.width / 2, 130, title, size, "songb", at="m", track=3)
    sheet.text(sheet.width / 2, 200, sub, 25, "song", GREY, "m")


def closing(form, y, signer, role, institution, when, opinion="情况属实，考核合格。"):
    """The last box of a form: opinion, signature of the head, date, round seal."""
    form.draw.rectangle((90, y, 1210, y + 330), outline="#3a3a40", width=2)
    form.text(120, y + 46, "单位意见：", 30)
    form.text(300, y + 46, opinion, 40, "kai", INK, hand=True)
    form.text(120, y + 160, role, 30)
    form.text(510, y + 156, signer, 72, "kai", "#14182c", hand=True)
    form.text(120, y + 270, "单　位（公章）", 30)
    form.text(700, y + 278, when, 38, "kai", INK, "r", hand=True)
    form.seal(960, y + 165, 136, institution)


def practice_proof(p, unit, register, span, posts, head, when, seed):
    form = Sheet(A4, seed=seed)
    heading(form, "执业助理医师报考执业医师执业期考核证明", size=48)
    posts = [(98, ["={%s}" % a, ("={%s}" % b, 1.5), ("={%s}" % c, 2.1), "={%s}" % e])
             for a, b, c, e in posts]
    y = form.table(90, 250, 1120, [
        (86, ["姓　名", "={%s}" % p.name, "性　别", "={%s}" % p.sex, "出生年月",
              ("={%d年%d月}" % p.born[:2], 1.4)]),
        (86, [("证件号码", 1), ("=" + p.id, 3.2), ("民　族", .8), ("={汉}", .8)]),
        (86, [("助理医师资格证书编码", 2), ("=201599210" + p.id, 4)]),
        (86, [("助理医师执业证书编码", 2), ("=299010000000042", 4)]),
        (86, ["首次注册日期", "={2016年3月}", "执业类别", "={临床}", "执业范围", "={内科专业}"]),
        (86, [("执业机构名称", 1), ("={%s}" % unit, 2.4), ("登记号", .7), ("=" + register, 1.6)]),
        (86, [("执业起止时间", 1), ("={%s}" % span, 4.7)]),
        (76, ["执业科室", ("起止时间", 1.5), ("主要工作内容", 2.1), "带教医师签名"])] + posts)
    y = form.table(90, y, 1120, [(84, ["考核意见", ("={√} 合格　　□ 不合格", 4)])])
    closing(form, y, head, "法定代表人签字（或盖章）：", unit, when)
    form.para(90, y + 375, 1120, "注：1. 证明仅当年有效；2. 每个单位一份；3. 须加盖单位公章并由法定代表人签字或"
              "盖章，缺一不可。本页为软件演示样本，人物与机构均属虚构。", 24, 1.5, ink=GREY)
    return form.mark()


def first_registration(p, seed):
    form = Sheet(A4, "#fefefc", seed)
    heading(form, "执业证书首次注册证明")
    y = form.table(90, 260, 1120, [
        (90, ["姓　名", "=" + p.name, "性　别", "=" + p.sex]),
        (90, ["证件号码", ("=" + p.id, 3)]),
        (90, [("助理医师资格证书编码", 1.4), ("=201599210" + p.id, 2.6)]),
        (90, [("助理医师执业证书编码", 1.4), ("=299010000000042", 2.6)]),
        (90, [("首次注册日期", 1.4), ("=2016年3月21日", 2.6)]),
        (90, [("首次注册机构", 1.4), ("=示例省范例县演示镇中心卫生院", 2.6)]),
        (76, [("变更日期", 1), ("原执业机构", 1.5), ("变更后执业机构", 1.5), ("批准机关", 1.2)]),
        (120, [("=2025年6月9日", 1), ("=范例县演示镇中心卫生院", 1.5), ("=样本市第一人民医院", 1.5),
               ("=样本市\n卫生健康委员会", 1.2)]),
        (90, ["现执业机构", ("=样本市第一人民医院", 3)])])
    form.para(130, y + 90, 1040, "　　经核，该同志于二〇一六年三月首次注册为执业助理医师，二〇二五年六月因跨省变更执业"
              "地点换发证书，其间注册未曾中断。情况属实，特此证明。", 34, 1.8)
    form.text(1120, y + 430, "样本市卫生健康委员会（公章）", 34, at="r")
    form.text(1120, y + 500, "2026年1月15日", 34, at="r")
    form.seal(470, y + 460, 140, "样本市卫生健康委员会")
    return form.mark(alpha=40)


def pledge(p, seed):
    form = Sheet(A4, seed=seed)
    heading(form, "应届医学专业毕业生医师资格考试报考承诺书")
    y = form.table(90, 260, 1120, [
        (84, ["姓　名", "={%s}" % p.name, "性　别", "={男}", "学　历", "={本科}"]),
        (84, [("证件号码", 1), ("={%s}" % p.id, 3.2), ("报考类别", .8), ("={临床}", 1)]),
        (84, [("毕业院校", 1), ("={虚构医科大学}", 2), ("专　业", 1), ("={临床医学}", 2)]),
        (84, [("试用机构", 1), ("={样本市妇女儿童医院}", 2), ("试用起始日", 1), ("={2024年8月1日}", 2)])])
    y = form.para(130, y + 90, 1040, "　　本人{王䶮𠮷}，系{2024}年应届医学专业毕业生，申请参加{2025}年医师资格考试，"
                  "报考级别为{执业医师}。本人郑重承诺：", 36, 1.95)
    for clause in ("一、所填报信息及所提交材料真实、准确、完整、有效；",
                   "二、于{2025}年{8}月{31}日前试用期满一年，并按要求提交试用期考核合格证明；",
                   "三、如未按期完成试用或考核不合格，自愿接受取消报名资格、当年考试成绩无效的处理。"):
        y = form.para(130, y + 16, 1040, "　　" + clause, 36, 1.95)
    form.text(560, y + 130, "承诺人（签字）：", 36)
    form.text(860, y + 122, p.name, 84, "kai", "#14182c", hand=True)
    form.text(560, y + 230, "联系电话：", 36)
    form.text(760, y + 230, "000-9999-0000", 40, "kai", INK, hand=True)
    form.text(560, y + 320, "2025年2月12日", 42, "kai", INK, hand=True)
    form.seal(350, y + 240, 130, "样本市妇女儿童医院")
    return form.mark()


def short_line(p, seed):
    form = Sheet(A4, "#f9f9f6", seed)
    heading(form, "医师资格考试短线医学专业加试申请表")
    y = form.table(90, 250, 1120, [
        (84, ["姓　名", "={%s}" % p.name, "性　别", "={男}", "类　别", "={临床}"]),
        (84, [("证件号码", 1), ("={%s}" % p.id, 3), ("级　别", 1), ("={执业医师}", 1)]),
        (84, [("报名号", 1), ("={99202500042}", 2), ("联系电话", 1), ("={000-9999-0000}", 2)]),
        (84, [("工作单位", 1), ("={样本市妇女儿童医院}", 2), ("科室岗位", 1), ("={儿科 住院医师}", 2)]),
        (84, [("岗位起止", 1), ("={2024年8月至2025年8月}", 2), ("加试专业", 1),
              ("□院前急救 {√}儿科", 2)])])
    form.draw.rectangle((90, y, 1210, y + 420), outline="#3a3a40", width=2)
    below = form.para(120, y + 50, 1060, "　　本人自愿申请加试上述专业。知悉仅依加试合格线取得资格者，执业地点与范围限定在"
                      "相应岗位，医师资格证书予以标注；同意将本人信息公示。", 34, 1.8)
    form.text(560, below + 70, "申请人（签字）：", 34)
    form.text(850, below + 62, p.name, 80, "kai", "#14182c", hand=True)
    form.text(1170, below + 165, "2025年2月12日", 38, "kai", INK, "r", hand=True)
    closing(form, y + 420, "贾样本", "负责人签字：", "样本市妇女儿童医院", "2025年2月13日", "情况属实，同意加试。")
    form.table(90, y + 750, 1120, [(150, [("考点意见", 1), ("", 2.2), ("考区意见", 1), ("", 2.2)])])
    form.para(90, y + 945, 1120, "注：本表须加盖试用机构公章后以原件上传。本页为软件演示样本，人物与机构均属虚构。",
              24, 1.5, ink=GREY)
    return form.mark()


def report(p, title, rows, code, note, seed, accent="#1d5fa8", size=(1240, 1754)):
    """A page printed from an (invented) online service: table, photo, check code, code block."""
    page = Sheet(size, "#ffffff", seed)
    page.draw.rectangle((0, 0, size[0], 18), accent)
    page.text(80, 80, "样本学历学位信息网（虚构）", 30, "hei", accent)
    page.text(1160, 80, "www.example.invalid", 28, "hei", GREY, "r")
    page.draw.line((80, 120, 1160, 120), accent, 3)
    page.text(620, 200, title, 50, "songb", at="m", track=4)
    page.text(620, 270, "更新日期：2025年1月15日", 28, "song", GREY, "m")
    page.photo((900, 340, 250), p, "#bcd6ee")
    y, pitch = 340, 66 if len(rows) < 12 else 61
    for name, value in rows:
        wide = 780 if y < 661 else 1080
        page.draw.rectangle((80, y, 310, y + pitch), "#eaf1f8")
        page.draw.rectangle((80, y, 80 + wide, y + pitch), outline="#9fb4c8", width=2)
        page.draw.line((310, y, 310, y + pitch), "#9fb4c8", 2)
        page.text(195, y + pitch / 2, name, 28, "hei", at="m")
        page.text(334, y + pitch / 2, value, 30, "song")
        y += pitch
    page.codes(100, y + 70, 210)
    page.text(350, y + 100, "在线验证码", 30, "hei", GREY)
    page.text(350, y + 160, code, 44, "heib", track=4)
    page.text(350, y + 230, "验证有效期至 2025年7月14日", 30, "song")
    page.seal(1030, y + 180, 118, "样本学历验证中心")
    page.para(80, y + 350, 1080, note + "本报告为软件演示样本，数据、机构与验证码均属虚构。", 27, 1.7, ink=GREY)
    page.draw.line((80, size[1] - 90, 1160, size[1] - 90), accent, 2)
    page.text(620, size[1] - 55, "第 1 页 共 1 页", 26, "song", GREY, "m")
    return page.mark("#6f86a8", 40)
