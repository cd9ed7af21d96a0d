#!/usr/bin/env python3
"""Draws the pictures of the two sample candidates.

EVERYTHING IN THEM IS INVENTED: people, institutions, numbers, layouts and seals. The ID numbers
carry area codes (99....) that belong to no place, every picture is marked 样本, no emblem and no
real form is imitated. The faces are drawings, not photographs of anybody.

Needs Python 3.11, Pillow 13.0.0 and numpy 2.4.6 (pip, in a venv), and the Debian packages
fonts-noto-cjk and fonts-arphic-gkai00mp. Seeds are fixed: with these versions on one machine the
same bytes come out again.

    python draw.py OUTPUT     writes OUTPUT/hunan-2026/materials and OUTPUT/hubei-2025/materials
"""
import argparse
import io
import sys
from pathlib import Path

from PIL import Image

sys.dont_write_bytecode = True  # leaves no __pycache__ among the templates

from drawing import certificates, forms, identity  # noqa: E402
from drawing.camera import photograph  # noqa: E402
from drawing.people import WANG, YI, portrait  # noqa: E402
from drawing.sheet import rounded  # noqa: E402

TALL, WIDE, CARD, SPREAD = (1260, 1700), (1700, 1240), (1480, 1010), (1640, 1200)


# ---------------------------------------------------------------- files


def jpeg(picture, limit, maker=None, progressive=False, dpi=(72, 72), best=88):
    """The best JPEG that is no larger than `limit`; `maker` adds EXIF of an invented phone."""
    exif = Image.Exif()
    if maker:
        exif[0x010F], exif[0x0110] = "Yangben Optics", maker
        exif[0x0112] = 1  # upright
    for quality in range(best, 30, -2):
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=quality, optimize=True, progressive=progressive,
                     dpi=dpi, exif=exif if maker else b"")
        if out.tell() <= limit:
            return out.getvalue()
    raise ValueError("the picture does not fit")


def png(picture, mode, colours=0):
    """A clean scan; `colours` makes it a palette picture."""
    picture = picture.point(lambda v: v & 0xFC | v >> 6)  # 64 steps: a scan that packs well
    if mode == "RGBA":
        picture.putalpha(rounded(picture.size, 36))
    picture = picture.convert(mode)
    if colours:
        picture = picture.quantize(colours, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True, dpi=(150, 150))
    return out.getvalue()


def shot(sheet, seed, size, kind, limit, room=.95, **options):
    return jpeg(photograph(sheet, seed, size, kind, room), limit, **options)


# ---------------------------------------------------------------- the candidates


def hunan():
    """An assistant physician who registers as physician (file limit there: 200k)."""
    p, limit = YI, 160_000
    photo = portrait(p.look)
    yield "小2寸白底证件照/1.jpg", jpeg(photo, 29_500, dpi=(350, 350), best=95)

    folder = "有效身份证明/"
    front = identity.id_front(p, folder + "1")
    yield folder + "1.jpg", shot(front, folder + "1", CARD, "oak", limit, .90, maker="YB-1")
    yield folder + "2.jpg", shot(identity.id_back(p, folder + "2"), folder + "2", CARD, "oak",
                                 limit, .90, maker="YB-1")
    yield folder + "3.jpg", jpeg(identity.hand_held(p, front, folder + "3"), limit, maker="YB-1")

    folder, school = "毕业证书/", "样本医科大学"
    yield folder + "1.jpg", shot(certificates.diploma(
        p, "毕 业 证 书", "学生易范例，性别女，一九九三年四月十八日生，于二〇一七年九月至二〇二〇年六月在本校临床医学"
        "专业专科起点本科学习，修完三年制教学计划规定的全部课程，成绩合格，准予毕业。",
        [("证书编号", "999011202005000421"), ("查询网址", "www.example.invalid")], school, "章样本",
        (2020, 6, 30), folder + "1"), folder + "1", WIDE, "walnut", limit)
    yield folder + "2.jpg", shot(certificates.diploma_cover("毕业证书", school, folder + "2"),
                                 folder + "2", WIDE, "walnut", limit)

    folder = "《执业助理医师报考执业医师执业期考核证明》/"
    yield folder + "1.jpg", shot(forms.practice_proof(
        p, "范例县演示镇中心卫生院", "990104PDY00990421", "2020年8月1日至2025年5月31日", [
            ("内科", "2020.08-2023.07", "常见病多发病诊疗、慢病管理", "甄示例"),
            ("急诊科", "2023.08-2024.07", "急诊接诊与院前转运", "史范本"),
            ("全科", "2024.08-2025.05", "门诊、家庭医生签约服务", "甄示例")],
        "甄示例", "2026年1月12日", folder + "1"), folder + "1", TALL, "cloth", limit, maker="YB-1")
    yield folder + "2.jpg", shot(forms.practice_proof(
        p, "样本市第一人民医院", "990101PDY00990017", "2025年6月9日至2026年1月31日", [
            ("呼吸内科", "2025.06-2025.09", "病房管理、肺部感染诊治", "安虚构"),
            ("心血管内科", "2025.10-2025.12", "高血压、冠心病规范诊治", "柏样张"),
            ("消化内科", "2026.01", "门诊跟诊、胃肠镜准备", "安虚构")],
        "贾样本", "2026年2月2日", folder + "2"), folder + "2", TALL, "oak", limit, maker="YB-1")

    folder = "《医疗机构执业许可证》副本/"
    yield folder + "1.jpg", shot(certificates.licence(folder + "1"), folder + "1", WIDE, "mat",
                                 limit)
    yield folder + "2.jpg", shot(certificates.licence_log(folder + "2"), folder + "2", WIDE, "mat",
                                 limit)

    folder, college = "专科毕业证书/", "范例医学高等专科学校"
    yield folder + "1.jpg", shot(certificates.diploma(
        p, "毕 业 证 书", "学生易范例，性别女，一九九三年四月十八日生，于二〇一一年九月至二〇一四年六月在本校临床医学"
        "专业三年制专科学习，修完教学计划规定的全部课程，成绩合格，准予毕业。",
        [("证书编号", "999021201406000176"), ("查询网址", "www.example.invalid")], college, "方样张",
        (2014, 6, 25), folder + "1", "#71202c", "#7fae9a"), folder + "1", WIDE, "oak", limit)

    folder = "《执业助理医师资格证书》/"
    yield folder + "1.jpg", shot(certificates.qualification(p, folder + "1"), folder + "1", SPREAD,
                                 "cloth", limit, maker="YB-1")
    folder = "《执业助理医师执业证书》/"
    yield folder + "1.jpg", shot(certificates.practising(p, folder + "1"), folder + "1", SPREAD,
                                 "walnut", limit, maker="YB-1")
    yield folder + "2.jpg", shot(certificates.practising_changes(p, folder + "2"), folder + "2",
                                 SPREAD, "walnut", limit, maker="YB-1")
    folder = "首次执业注册证明/"
    yield folder + "1.png", png(forms.first_registration(p, folder + "1").image, "RGB", 24)


def hubei():
    """A full-time graduate of the year before, who adds 儿科 (file limit there: 500k)."""
    p, limit = WANG, 190_000
    photo = portrait(p.look)
    yield "小2寸白底证件照/1.jpg", jpeg(photo, 29_500, dpi=(350, 350), best=95)

    folder = "身份证明/"
    yield folder + "1.jpg", shot(identity.id_front(p, folder + "1"), folder + "1", CARD, "walnut",
                                 limit, .90, maker="YB-2 Pro")
    yield folder + "2.jpg", shot(identity.id_back(p, folder + "2"), folder + "2", CARD, "walnut",
                                 limit, .90, maker="YB-2 Pro")

    school, college = "虚构医科大学", "示例医学高等专科学校"
    folder = "毕业证书/"
    yield folder + "1.jpg", shot(certificates.diploma(
        p, "毕 业 证 书", "学生王䶮𠮷，性别男，一九九九年十一月六日生，于二〇二一年九月至二〇二四年六月在本校临床医学"
        "专业专科起点本科学习，修完三年制教学计划规定的全部课程，成绩合格，准予毕业。",
        [("证书编号", "999031202405000099"), ("查询网址", "www.example.invalid")], school, "曾示范",
        (2024, 6, 28), folder + "1", "#a01d24", "#d8a64a"), folder + "1", WIDE, "oak", 270_000)

    facts = [("姓　　名", p.name), ("性　　别", p.sex), ("出生日期", "1999年11月06日"), ("民　　族", "汉族")]
    folder = "学历认证报告/"
    yield folder + "1.png", png(forms.report(
        p, "教育部学历证书电子注册备案表", facts + [
            ("学校名称", school), ("专业名称", "临床医学"), ("层　　次", "本科（专升本）"), ("学历类别", "普通高等教育"),
            ("学习形式", "全日制"), ("学　　制", "3 年"), ("入学日期", "2021年09月01日"),
            ("毕业日期", "2024年06月28日"), ("毕结业结论", "毕业"), ("证书编号", "999031202405000099")],
        "YB99 0001 2025", "注：本表依照电子注册信息生成，可凭在线验证码查验。", folder + "1").image, "RGBA")

    folder = "学位证书/"
    yield folder + "1.jpg", shot(certificates.diploma(
        p, "学士学位证书", "王䶮𠮷，男，一九九九年十一月六日生。在虚构医科大学临床医学专业完成了本科学习计划，业已毕业。"
        "经审核，符合本校学士学位授予的规定，授予医学学士学位。",
        [("学位证书编号", "9990342024000099"), ("学位类别", "医学学士")], school, "曾示范",
        (2024, 6, 28), folder + "1", "#1f3f78", "#8fb0d8"), folder + "1", WIDE, "cloth", 225_000,
        maker="YB-2 Pro")

    folder = "学位认证报告/"
    yield folder + "1.png", png(forms.report(
        p, "中国高等教育学位在线验证报告", facts + [
            ("学位授予单位", school), ("学位授予日期", "2024年06月28日"), ("学位类别", "医学学士"),
            ("学科门类", "医学"), ("专业名称", "临床医学"), ("学位证书编号", "9990342024000099")],
        "YB99 0002 2025", "注：本报告依照学位授予信息生成，可凭在线验证码查验。", folder + "1",
        "#8a2a5b", (1240, 1560)).image, "RGB")

    folder = "《应届医学专业毕业生医师资格考试报考承诺书》/"
    yield folder + "1.jpg", shot(forms.pledge(p, folder + "1"), folder + "1", TALL, "walnut",
                                 limit, maker="YB-2 Pro")
    folder = "《医师资格考试短线医学专业加试申请表》/"
    yield folder + "1.jpg", shot(forms.short_line(p, folder + "1"), folder + "1", TALL, "mat",
                                 limit, progressive=True)

    folder = "补充学历相关材料/"
    yield folder + "1.jpg", shot(certificates.diploma(
        p, "毕 业 证 书", "学生王䶮𠮷，性别男，一九九九年十一月六日生，于二〇一八年九月至二〇二一年六月在本校临床医学"
        "专业三年制专科学习，修完教学计划规定的全部课程，成绩合格，准予毕业。",
        [("证书编号", "999041202106000231"), ("查询网址", "www.example.invalid")], college, "程假定",
        (2021, 6, 22), folder + "1", "#71202c", "#7fae9a"), folder + "1", WIDE, "mat", limit)
    yield folder + "2.jpg", shot(forms.report(
        p, "教育部学历证书电子注册备案表", facts + [
            ("学校名称", college), ("专业名称", "临床医学"), ("层　　次", "专科"), ("学历类别", "普通高等教育"),
            ("学习形式", "全日制"), ("学　　制", "3 年"), ("入学日期", "2018年09月01日"),
            ("毕业日期", "2021年06月22日"), ("毕结业结论", "毕业"), ("证书编号", "999041202106000231")],
        "YB99 0003 2025", "注：本表依照电子注册信息生成，可凭在线验证码查验。", folder + "2"),
        folder + "2", TALL, "oak", limit)
    yield folder + "3.png", png(forms.report(
        p, "教育部学籍在线验证报告", facts + [
            ("学校名称", school), ("专业名称", "临床医学"), ("层　　次", "本科（专升本）"), ("学历类别", "普通高等教育"),
            ("学习形式", "全日制"), ("学　　号", "9920210042"), ("入学日期", "2021年09月01日"),
            ("学籍状态", "不在籍（毕业）"), ("离校日期", "2024年06月28日")],
        "YB99 0004 2025", "注：本报告依照学籍注册信息生成，可凭在线验证码查验。", folder + "3",
        "#333333", (1240, 1700)).image, "L")


def main():
    parser = argparse.ArgumentParser(description="Draws the pictures of the sample candidates.")
    parser.add_argument("output", type=Path, help="folder that holds the candidates' folders")
    output = parser.parse_args().output
    for area, album in (("hunan-2026", hunan), ("hubei-2025", hubei)):
        for name, data in album():
            path = output / area / "materials" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            print(f"{len(data):7d}  {area}/{name}")


if __name__ == "__main__":
    main()
