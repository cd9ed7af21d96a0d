"""Identity card, and the candidate holding it."""
import zlib

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from .camera import develop
from .people import Painter, bust
from .sheet import CARD, Sheet
from .type import BLACK, RED, face


def id_front(p, seed):
    card = Sheet(CARD, "#f2f5f6", seed, radius=56)
    card.pattern("#6fb2d2", 58, 21, (0, 0, 1480, 520))
    card.pattern("#d79ab2", 52, 21, (0, 414, 1480, 934))
    label = "#2c73a8"
    for y, (name, value) in zip((130, 236, 342), (
            ("姓 名", p.name), ("性 别", p.sex), ("出 生", "%d 年 %d 月 %d 日" % p.born))):
        card.text(96, y, name, 38, "hei", label)
        card.text(240, y, value, 58 if y == 130 else 46, "hei", track=4)
    card.text(400, 236, "民 族", 38, "hei", label)
    card.text(544, 236, p.nation, 46, "hei")
    card.text(96, 452, "住 址", 38, "hei", label)
    card.para(240, 452, 575, p.address, 46, 1.5, "hei")
    card.text(96, 812, "公民身份号码", 38, "hei", label)
    card.text(400, 812, p.id, 62, "heib", track=10)
    small = bust(p.look).crop((0, 0, 1652, 2124)).resize((420, 540), Image.LANCZOS)
    card.image.paste(small, (950, 150), small)
    card.faces.append((950, 150, 1370, 690))
    card.text(1160, 90, "样本证件 · 虚构", 34, "hei", RED, "m")
    return card.mark("#4a6a9a", 44, 84)


def id_back(p, seed):
    card = Sheet(CARD, "#eef4f1", seed, radius=56)
    card.pattern("#7dbfa8", 55, 23)
    card.pattern("#d8b48c", 40, 31, (0, 300, 1480, 934))
    card.rosette(236, 236, 150, "#b5483f")
    card.text(880, 178, "样本证件 · 虚构", 62, "songb", "#8d2a26", "m", 14)
    card.text(880, 318, "居 民 身 份 证", 92, "heib", BLACK, "m", 6)
    for y, name, value in ((650, "签发机关", p.issuer), (780, "有效期限", p.valid)):
        card.text(330, y, name, 42, "heib", "#33424d")
        card.text(570, y, value, 50, "hei", track=3)
    return card.mark("#4a7a6a", 46, 84)


def hand_held(p, card, seed):
    """The person holding the card in front of the chest, indoors."""
    rng = np.random.default_rng(zlib.crc32(seed.encode()))
    size = (1440, 1760)
    v, u = np.mgrid[0:size[1], 0:size[0]].astype(np.float32)
    wall = np.array((206, 211, 208), np.float32) - (v / 90 + abs(u - 500) / 60)[..., None]
    room = Image.fromarray(wall.astype(np.uint8))
    d = ImageDraw.Draw(room)
    d.rectangle((1120, 0, 1440, 1760), "#b89a78")
    d.rectangle((1120, 0, 1150, 1760), "#93785a")
    for x, colour in ((1190, "#9c7f60"), (1340, "#9c7f60")):
        d.rectangle((x, 120, x + 110, 1500), outline=colour, width=10)
    d.rectangle((70, 130, 420, 520), "#7f8f93")
    d.rectangle((88, 148, 402, 502), "#dfe6e4")
    d.polygon([(88, 502), (200, 300), (280, 420), (330, 360), (402, 502)], "#a9bdb2")
    room = room.filter(ImageFilter.GaussianBlur(9)).convert("RGBA")
    person = bust(p.look).resize((1180, 2000), Image.LANCZOS)
    room.alpha_composite(person.crop((0, 0, 1180, 1700)), (130, 60))
    held = Image.new("RGBA", (1000, 680), (0, 0, 0, 0))
    held.paste(card.image.resize((900, 568), Image.LANCZOS), (50, 56))
    held = held.rotate(1.8, Image.BICUBIC)
    fist, thumb = Painter(360, 440), Painter(360, 440)
    skin, shade = p.look.skin, "#c98f72"
    palm = [(20, 440), (30, 300), (36, 214), (60, 150), (110, 120), (160, 128), (190, 170),
            (196, 240), (176, 320), (170, 440)]
    fist.fill(palm, skin)
    fist.fill([(20, 440), (16, 300), (50, 200), (70, 300), (70, 440)], shade, 14, fist.mask(palm),
              .5)
    cuff = [(6, 440), (4, 372), (96, 356), (188, 376), (190, 440)]
    fist.fill([(x, y - 14) for x, y in cuff], "#f4f6fa")
    fist.fill(cuff, p.look.coat)
    tip = [(96, 330), (90, 270), (112, 222), (160, 190), (214, 166), (246, 160), (262, 176),
           (252, 200), (214, 226), (186, 262), (168, 320), (130, 350)]
    thumb.fill([(x + 5, y + 9) for x, y in tip], "#3b2a24", 8, alpha=.4)
    thumb.fill(tip, skin)
    thumb.fill([(100, 340), (130, 290), (180, 250), (262, 184), (230, 230), (180, 330)], shade, 9,
               thumb.mask(tip), .55)
    nail = [(222, 168), (244, 164), (255, 175), (246, 188), (228, 192), (218, 182)]
    thumb.fill(nail, "#f7cfc4")
    thumb.stroke([(222, 190), (216, 180), (223, 167)], 2.4, shade, .8)
    def hands(part):
        image = part.image.resize((414, 506), Image.LANCZOS)
        for hand, x, y in ((image, 22, 1304), (image.transpose(Image.FLIP_LEFT_RIGHT), 1004, 1276)):
            room.alpha_composite(hand.crop((0, 0, 414, min(506, 1760 - y))), (x, y))

    hands(fist)
    shadow = Image.new("RGBA", held.size, "#10131c")
    shadow.putalpha(held.getchannel("A").filter(ImageFilter.GaussianBlur(18)).point(
        lambda a: int(a * .5)))
    room.alpha_composite(shadow, (234, 1054))
    room.alpha_composite(held, (220, 1028))
    hands(thumb)
    note = ImageDraw.Draw(room)
    note.text((720, 70), "样本 SPECIMEN · 虚构人物", font=face("heib", 58), fill="#ffffff",
              anchor="mm", stroke_width=4, stroke_fill="#51606c")
    return develop(np.asarray(room.convert("RGB"), np.float32), rng, .14, .8)
