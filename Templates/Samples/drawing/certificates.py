"""Diplomas, degrees, certificate booklets and the licence of an institution."""
import numpy as np
from PIL import Image

from .camera import noise_map
from .sheet import A4_WIDE, BOOKLET, Sheet
from .type import BLACK, GREY, INK


def cn_date(year, month, day=0):
    """一九九三年四月十八日, as certificates write it."""
    digits = "〇一二三四五六七八九"
    upto31 = lambda n: (("" if n < 10 else "十" if n < 20 else digits[n // 10] + "十")
                        + (digits[n % 10] if n % 10 else ""))
    return ("".join(digits[int(c)] for c in str(year)) + "年" + upto31(month) + "月"
            + (upto31(day) + "日" if day else ""))


def day(year, month, day):
    return f"{year}年{month}月{day}日"


def leather(size, colour, seed):
    """A closed cover, or the margin that shows around an open one."""
    cover = Sheet(size, colour, seed, radius=14)
    grain = noise_map(cover.rng, size[1] // 3, size[0] // 3, size) * 5
    pixels = np.asarray(cover.image.convert("RGB"), np.float32) + grain[..., None]
    skin = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    cover.image.paste(skin, (0, 0), cover.image.getchannel("A"))
    return cover


def diploma_cover(title, school, seed):
    cover = leather(A4_WIDE, "#9c1c22", seed)
    gold = "#e3bd62"
    cover.frame(70, gold)
    cover.rosette(919, 380, 170, gold)
    cover.text(919, 720, title, 190, "songb", gold, "m", 60)
    cover.text(919, 960, school, 64, "song", gold, "m", 18)
    cover.text(919, 1080, "样本 · 本证书纯属虚构", 44, "song", gold, "m", 8)
    return cover.mark("#ffffff", 26)


def diploma(p, title, body, facts, school, head, when, seed, cover="#9c1c22", tint="#d8a64a"):
    """An open certificate: photo and numbers on the left, text, signature, seal on the right."""
    book = leather(A4_WIDE, cover, seed)
    book.draw.rectangle((46, 46, 1792, 1254), "#fdf9ec")
    book.pattern(tint, 46, 17, (46, 46, 1792, 1254))
    book.frame(78, tint)
    book.text(919, 240, title, 104, "songb", "#a3201f", "m", 34)
    book.photo((190, 400, 330), p, "#bcd6ee")
    y = 890
    for name, value in facts:
        book.text(170, y, name, 30, "song", GREY)
        book.text(170, y + 44, value, 32, "kai")
        y += 108
    book.para(640, 430, 1010, "　　" + body, 45, 1.78, "kai")
    book.text(690, 930, "校　名：" + school, 40, "kai")
    book.text(690, 1020, "校（院）长：", 40, "kai")
    book.text(950, 1012, head, 66, "kai", BLACK, hand=True)
    book.text(690, 1110, cn_date(*when), 40, "kai")
    book.seal(1470, 1020, 158, school)
    book.seal(500, 800, 92, school, "样本钢印")
    return book.mark("#8a6f3a", 44, box=(46, 46, 1792, 1254))


def licence(seed):
    page = Sheet(A4_WIDE, "#fbfaf0", seed)
    page.pattern("#8fb7a0", 46, 19)
    page.frame(60, "#2f7a58")
    page.text(919, 210, "医疗机构执业许可证", 92, "songb", "#1f5d42", "m", 22)
    page.text(919, 312, "（副　本）　样本 · 虚构机构", 42, "song", "#1f5d42", "m", 4)
    page.table(170, 370, 1498, [
        (84, [("机构名称", 1), ("=范例县演示镇中心卫生院", 2.6), ("登记号", .8), ("=990104PDY00990421", 2)]),
        (84, [("地　　址", 1), ("=示例省虚构市范例县演示镇假定街9号", 2.6), ("邮　编", .8), ("=990104", 2)]),
        (84, [("法定代表人", 1), ("=甄示例", 1.1), ("主要负责人", .9), ("=甄示例", .9), ("经营性质", .9),
              ("=非营利性", 1.4)]),
        (84, [("机构类别", 1), ("=中心卫生院", 1.1), ("床　　位", .9), ("=60张", .9), ("服务对象", .9),
              ("=社会", 1.4)]),
        (170, [("诊疗科目", 1), ("<预防保健科／内科／外科／妇产科／儿科／急诊医学科／医学检验科／医学影像科："
               "X线诊断专业；超声诊断专业／中医科（以下空白）", 5.4)]),
        (84, [("有效期限", 1), ("=自2021年06月01日至2036年05月31日", 5.4)])], 32)
    page.text(960, 1050, "发证机关：范例县卫生健康局", 36, "kai")
    page.text(960, 1120, "二〇二一年六月一日", 36, "kai")
    page.seal(1590, 1075, 124, "范例县卫生健康局")
    page.codes(190, 1010, 150)
    page.text(370, 1060, "查验码：样本-9904-2106-0001", 30, "song", GREY)
    page.text(370, 1110, "仅供软件演示，不作任何证明之用", 30, "song", GREY)
    return page.mark("#3f6f58", 44)


def licence_log(seed):
    page = Sheet(A4_WIDE, "#fbfaf0", seed)
    page.pattern("#8fb7a0", 40, 19)
    page.frame(60, "#2f7a58")
    page.text(919, 170, "校验记录 与 变更登记", 64, "songb", "#1f5d42", "m", 14)
    page.text(919, 240, "范例县演示镇中心卫生院　登记号 990104PDY00990421（样本）", 32, "song", GREY, "m")
    checks = [(128, ["=%d年6月%d日" % (y, d), ("={校验合格}", 1.2), ("=至%d年6月30日" % (y + 1), 1.2),
                     ("", 1.5)]) for y, d in ((2022, 10), (2023, 8), (2024, 12), (2025, 11))]
    page.table(150, 290, 1538, [(70, ["校验日期", ("校验结论", 1.2), ("有效期", 1.2), ("登记机关（章）", 1.5)])]
               + checks, 32)
    for i in range(4):
        page.seal(1400 + 70 * (i % 2), 424 + 128 * i, 57, "范例县卫生健康局", "")
    page.table(150, 900, 1538, [
        (66, ["变更日期", ("变更项目", 1.2), ("变更前", 1.2), ("变更后", 1.5)]),
        (76, ["=2023年3月2日", ("=主要负责人", 1.2), ("=史范本", 1.2), ("=甄示例", 1.5)]),
        (76, ["=2024年9月18日", ("=床位", 1.2), ("=45张", 1.2), ("=60张", 1.5)])], 32)
    page.text(919, 1175, "仅供软件演示，不作任何证明之用", 28, "song", GREY, "m")
    return page.mark("#3f6f58", 44)


def booklet(cover, tint, seed):
    """An open booklet: two pages, rounded cover, the fold in the middle in shadow."""
    book = leather(BOOKLET, cover, seed)
    book.draw.rectangle((26, 26, 1734, 1214), "#fbf8ee")
    book.pattern(tint, 44, 15, (26, 26, 1734, 1214))
    fold = np.exp(-(np.abs(np.arange(BOOKLET[0]) - 880) / 46.0)) * 120
    shade = Image.new("RGBA", BOOKLET, "#4a3f30")
    shade.putalpha(Image.fromarray(np.tile(fold.astype(np.uint8), (BOOKLET[1], 1))))
    book.over(shade.crop((0, 26, BOOKLET[0], 1214)), 880, 620)
    return book


def entries(book, x, y, rows, size=36, pitch=92, width=420):
    for name, value in rows:
        book.text(x, y, name, 30, "song", GREY)
        for row in book.lines(value, size, "kai", width):
            book.text(x + 240, y, "".join(c for c, _ in row), size, "kai")
            y += size * 1.4 if len(value) > 11 else 0
        y += pitch if len(value) <= 11 else pitch - size * 1.1


def qualification(p, seed):
    book = booklet("#22427a", "#8aa9d6", seed)
    book.text(450, 170, "执业助理医师资格证书", 60, "songb", "#1d3f80", "m", 4)
    book.photo((290, 270, 320), p)
    book.seal(600, 660, 96, "样本医师资格考试办公室", "样本钢印")
    for y, name, value in ((800, "证书编码", "201599210" + p.id), (900, "签发日期", "2015年12月18日")):
        book.text(120, y, name, 30, "song", GREY)
        book.text(270, y, value, 36, "kai")
    book.text(450, 1080, "样本 · 虚构证书", 36, "song", "#1d3f80", "m", 6)
    entries(book, 980, 190, [
        ("姓　　名", p.name), ("性　　别", p.sex), ("出生日期", day(*p.born)), ("学　　历", "专科"),
        ("所学专业", "临床医学"), ("类　　别", "临床"), ("级　　别", "执业助理医师")])
    book.text(980, 840, "身份证号", 30, "song", GREY)
    book.text(1180, 840, p.id, 38, "kai")
    book.text(980, 930, "发证机关：示例省卫生健康委员会", 36, "kai")
    book.seal(1500, 1075, 122, "示例省卫生健康委员会")
    return book.mark("#4f6da3", 44, box=(26, 26, 1734, 1214))


def practising(p, seed):
    book = booklet("#7a2230", "#d9a3a0", seed)
    book.text(450, 170, "执业助理医师执业证书", 60, "songb", "#8a1f2a", "m", 4)
    book.photo((290, 270, 320), p)
    book.seal(600, 660, 96, "样本市卫生健康委员会", "样本钢印")
    for y, name, value in ((800, "执业证书编码", "299010000000042"),
                           (880, "资格证书编码", "201599210" + p.id), (960, "签发日期", "2025年6月9日")):
        book.text(110, y, name, 30, "song", GREY)
        book.text(310, y, value, 33, "kai")
    book.text(450, 1100, "样本 · 虚构证书", 36, "song", "#8a1f2a", "m", 6)
    entries(book, 970, 190, [
        ("姓　　名", p.name), ("性　　别", p.sex), ("执业级别", "执业助理医师"), ("执业类别", "临床"),
        ("执业范围", "内科专业"), ("执业地点", "样本市"), ("主要执业机构", "样本市第一人民医院")])
    book.text(970, 840, "身份证号", 30, "song", GREY)
    book.text(1210, 840, p.id, 38, "kai")
    book.text(970, 930, "批准机关：样本市卫生健康委员会", 36, "kai")
    book.seal(1500, 1075, 122, "样本市卫生健康委员会")
    return book.mark("#9a5a5a", 44, box=(26, 26, 1734, 1214))


def practising_changes(p, seed):
    book = booklet("#7a2230", "#d9a3a0", seed)
    for x, title in ((90, "变更注册记录"), (930, "变更注册记录（续）")):
        book.text(x + 370, 130, title, 46, "songb", "#8a1f2a", "m", 4)
    record = lambda item, before, after, when: [
        (104, ["变更事项", ("=" + item, 2.6)]), (124, ["变更前", ("=" + before, 2.6)]),
        (124, ["变更后", ("=" + after, 2.6)]), (104, ["批准日期", ("=" + when, 2.6)])]
    y = book.table(90, 200, 740, record("执业机构", "示例省 范例县演示镇中心卫生院", "样本市第一人民医院",
                                        "2025年6月9日"), 34)
    book.text(110, y + 70, "注册机关（章）", 30, "song", GREY)
    book.seal(600, y + 160, 130, "样本市卫生健康委员会")
    book.text(110, y + 350, "备注：跨省变更，换发新证。", 32, "kai", INK, hand=True)
    y = book.table(930, 200, 740, record("（以下空白）", "", "", ""), 34)
    book.text(950, y + 70, "注册机关（章）", 30, "song", GREY)
    book.text(950, y + 350, "持证人：" + p.name + "（样本）", 34, "kai")
    return book.mark("#9a5a5a", 44, box=(26, 26, 1734, 1214))
