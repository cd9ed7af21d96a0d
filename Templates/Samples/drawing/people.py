"""The two invented candidates, and how their faces are drawn."""
import math
from collections import namedtuple
from functools import lru_cache

import numpy as np
from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

from .type import face

Look = namedtuple("Look", "female skin hair coat lapel shirt")
Person = namedtuple("Person", "name sex nation born address id issuer valid look")


def id_number(seventeen):
    """The number with its check digit (ISO 7064, MOD 11-2)."""
    weights = [2 ** (17 - i) % 11 for i in range(17)]
    return seventeen + "10X98765432"[sum(int(d) * w for d, w in zip(seventeen, weights)) % 11]


YI = Person("易范例", "女", "汉", (1993, 4, 18), "样本省样本市范例区虚构路99号2栋303室",
            id_number("99010219930418042"), "样本市公安局范例分局", "2019.05.20-2039.05.20",
            Look(True, "#f6d3bb", "#2a1b16", "#27324d", "#303d5c", "#f4f6fa"))
# A name with two characters that most fonts and many systems lack (U+4DAE and U+20BB7).
WANG = Person("王䶮𠮷", "男", "汉", (1999, 11, 6), "样本省样本市虚构县演示镇假定村9组99号",
              id_number("99020119991106051"), "样本市公安局虚构分局", "2018.03.12-2028.03.12",
              Look(False, "#eec3a2", "#1d1715", "#2b2f38", "#363b46", "#dfe9f5"))


class Painter:
    """Paints smooth closed shapes on a supersampled layer, in the units of a photo 413 wide."""

    SCALE = 4

    def __init__(self, width, height):
        self.image = Image.new("RGBA", (width * self.SCALE, height * self.SCALE), (0, 0, 0, 0))

    def mask(self, points, blur=0.0, clip=None):
        """A closed Catmull-Rom curve through `points` as a mask, softened and clipped on demand."""
        mask = Image.new("L", self.image.size, 0)
        ImageDraw.Draw(mask).polygon(curve(points, self.SCALE), fill=255)
        if blur:
            mask = mask.filter(ImageFilter.GaussianBlur(blur * self.SCALE))
        return ImageChops.multiply(mask, clip) if clip else mask

    def fill(self, points, colour, blur=0.0, clip=None, alpha=1.0):
        mask = self.mask(points, blur, clip).point(lambda v: int(v * alpha))
        layer = Image.new("RGBA", self.image.size, ImageColor.getrgb(colour) + (255,))
        layer.putalpha(mask)
        self.image.alpha_composite(layer)

    def stroke(self, points, width, colour, alpha=1.0):
        """A stroke that is thick in the middle and runs out at both ends."""
        path = np.array(curve(points, 1, closed=False))
        normal = np.gradient(path, axis=0)[:, ::-1] * (-1, 1)
        normal /= np.linalg.norm(normal, axis=1, keepdims=True) + 1e-9
        swell = (width / 2 * np.sin(np.linspace(0.15, math.pi - 0.15, len(path))))[:, None]
        rim = np.concatenate([path + normal * swell, (path - normal * swell)[::-1]])
        mask = Image.new("L", self.image.size, 0)
        ImageDraw.Draw(mask).polygon([tuple(p) for p in rim * self.SCALE], fill=int(255 * alpha))
        layer = Image.new("RGBA", self.image.size, ImageColor.getrgb(colour) + (255,))
        layer.putalpha(mask)
        self.image.alpha_composite(layer)


def curve(points, scale, closed=True, steps=20):
    """Points of the Catmull-Rom spline through `points`."""
    p = np.array(points, float)
    p = np.concatenate([p[-1:], p, p[:2]]) if closed else np.concatenate([p[:1], p, p[-1:]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    out = [0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2
                  + (3 * b - a - 3 * c + d) * t**3)
           for a, b, c, d in zip(p, p[1:], p[2:], p[3:])]
    if not closed:
        out.append(p[-2:-1])
    return [tuple(q) for q in np.concatenate(out) * scale]


def mirrored(points, axis=206.5):
    """The outline whose right half, from top to bottom, is `points`."""
    return points + [(2 * axis - x, y) for x, y in reversed(points)]


def oval(x, y, rx, ry):
    return [(x + rx * math.cos(a), y + ry * math.sin(a)) for a in np.arange(12) * math.pi / 6]


@lru_cache(None)
def bust(look):
    """Head and trunk of an invented person, on a transparent ground."""
    p = Painter(413, 700)
    skin, shade, hair, coat = look.skin, "#c98f72", look.hair, look.coat
    if look.female:
        p.fill(mirrored([(222, 57), (256, 67), (294, 108), (311, 190), (316, 280), (318, 360),
                         (296, 402), (240, 410)]), hair)
    body = mirrored([(206, 386), (252, 384), (300, 406), (352, 428), (384, 466), (398, 542),
                     (404, 640), (404, 720)])
    p.fill(body, coat)
    on_body = p.mask(body)
    p.fill(mirrored([(206, 362), (240, 370), (262, 390), (240, 452), (210, 542)]), look.shirt,
           clip=on_body)
    neck = mirrored([(206, 300), (246, 312), (246, 358), (262, 384), (240, 402), (207, 428)]
                    if look.female else
                    [(206, 300), (250, 312), (250, 362), (254, 382), (230, 398), (207, 406)])
    p.fill(neck, skin)
    p.fill(mirrored([(206, 320), (258, 318), (252, 358), (226, 374)]), shade, 7, p.mask(neck),
           .75)
    for side in (1, -1):
        flip = lambda points: [(206.5 + side * (x - 206.5), y) for x, y in points]
        collar = flip([(254, 370), (268, 384), (262, 412), (240, 434), (212, 406), (236, 398)]
                      if not look.female else
                      [(252, 368), (270, 386), (258, 422), (236, 458), (222, 434), (246, 402)])
        p.fill(collar, "#8fa0b4", 3, on_body, .7)
        p.fill(collar, look.shirt)
        lapel = flip([(268, 380), (296, 402), (304, 444), (276, 458), (286, 472), (212, 562),
                      (208, 527), (246, 452)])
        p.fill(lapel, "#000000", 5, on_body, .35)
        p.fill(lapel, look.lapel, clip=on_body)
        if look.female:
            continue
        p.fill(flip([(118, 204), (106, 214), (107, 244), (116, 264), (126, 262), (126, 214)]),
               skin)
        p.fill(flip([(116, 218), (111, 226), (113, 246), (119, 254)]), shade, 2, alpha=.5)
    if not look.female:
        p.fill([(206, 400), (222, 408), (215, 428), (230, 522), (206, 552), (183, 522),
                (198, 428), (191, 408)], "#7c2230")
        p.fill([(196, 428), (217, 428), (214, 434), (199, 434)], "#4d131d", 1.5, alpha=.8)
    face = mirrored([(206, 96), (252, 104), (284, 140), (293, 196), (290, 250), (277, 296),
                     (250, 334), (222, 352)] if not look.female else
                    [(206, 96), (250, 104), (281, 140), (289, 196), (285, 250), (268, 298),
                     (240, 334), (220, 346)])
    p.fill(face, skin)
    on_face = p.mask(face)
    p.fill([(282, 120), (310, 200), (296, 300), (240, 360), (262, 310), (276, 240)], shade, 12,
           on_face, .55)
    p.fill(mirrored([(206, 70), (270, 84), (296, 150), (282, 160), (250, 134)]), shade, 9,
           on_face, .5)
    p.fill(oval(178, 170, 46, 34), "#ffe9d8", 16, on_face, .55)
    for x in (156, 257):
        p.fill(oval(x, 272, 22, 15), "#e8836f", 11, on_face, .34 if look.female else .2)
    for side in (-1, 1):
        eye(p, 206.5 + side * 41, 222, side, look)
    p.fill([(208, 228), (222, 268), (216, 278), (206, 270)], shade, 5, on_face, .5)
    p.fill(oval(203, 262, 5, 7), "#fff0e2", 4, alpha=.6)
    p.stroke([(190, 276), (196, 281), (206, 279), (216, 281), (223, 276)], 3, "#a5644c", .85)
    lip = "#c4545a" if look.female else "#b86a5f"
    p.fill([(178, 307), (198, 303), (206, 305), (215, 303), (235, 307), (221, 319), (206, 323),
            (192, 319)], lip, .6)
    p.stroke([(174, 305), (191, 311), (206, 311), (222, 311), (239, 305)], 2.8, "#7f3a38", .9)
    p.fill(oval(206, 317, 12, 2.5), "#ffd9d0", 2, alpha=.5)
    p.fill(oval(206, 333, 18, 4), shade, 4, alpha=.45)
    front_hair(p, look, on_face)
    return p.image


def eye(p, x, y, side, look):
    """One eye with its brow; `side` is -1 on the left of the picture."""
    at = lambda dx, dy: (x + side * dx, y + dy)
    white = [at(-20, 4), at(-9, -6), at(4, -8), at(16, -3), at(21, 2), at(10, 8), at(-6, 9)]
    p.fill(white, "#fbf8f5")
    clip = p.mask(white)
    p.fill(oval(x, y, 9.6, 9.8), "#3a2418", clip=clip)
    p.fill(oval(x, y, 4.6, 4.8), "#0c0705", clip=clip)
    p.fill([at(-20, -8), at(0, -14), at(22, -8), at(20, -1), at(2, -5), at(-18, 1)], "#402c24", 2,
           clip, .55)
    p.fill(oval(x - 3.4, y - 3.6, 2.3, 2.3), "#ffffff")
    p.stroke([at(-21, 5), at(-10, -6), at(4, -9), at(17, -4), at(25, 1)],
             5.4 if look.female else 4.4, "#1d120d")
    p.stroke([at(-15, -9), at(-2, -15), at(14, -12), at(23, -6)], 2, "#8b5844", .8)
    p.stroke([at(-8, 10), at(4, 10.5), at(17, 5)], 1.6, "#8b5844", .6)
    brow = [at(-22, -24), at(-6, -31), at(12, -32), at(29, -23)]
    p.stroke(brow, 6 if look.female else 9, look.hair, .88)


def front_hair(p, look, on_face):
    if look.female:
        shape = [(184, 59), (228, 58), (266, 72), (300, 114), (310, 190), (312, 290), (300, 340),
                 (290, 300), (290, 220), (276, 160), (240, 128), (196, 104), (172, 138),
                 (136, 166), (124, 220), (123, 300), (113, 340), (101, 290), (103, 190),
                 (113, 114), (147, 72)]
        shine = [(140, 128), (190, 92), (252, 98), (284, 138), (250, 114), (190, 104)]
    else:
        shape = [(150, 66), (206, 50), (262, 60), (298, 104), (304, 168), (295, 214), (287, 200),
                 (284, 166), (270, 138), (228, 134), (176, 118), (142, 140), (130, 166),
                 (126, 200), (118, 214), (109, 168), (114, 104)]
        shine = [(138, 108), (180, 76), (240, 76), (280, 108), (240, 92), (180, 92)]
    p.fill(shape, "#3a2016", 4, on_face, .4)
    p.fill(shape, look.hair)
    p.fill(shine, "#8a7468", 7, p.mask(shape), .55)


def portrait(look, ground="#ffffff", width=413, marked=True):
    """The identity photo; the mark 样本 sits on the clothes so that the ground stays pure."""
    picture = bust(look).crop((0, 0, 413 * Painter.SCALE, 531 * Painter.SCALE))
    if marked:
        draw = ImageDraw.Draw(picture)
        draw.text((826, 2040), "样本 SPECIMEN", font=face("heib", 128), anchor="mm",
                  fill="#ffffff", stroke_width=10, stroke_fill="#41506b")
    ground = Image.new("RGBA", picture.size, ground)
    ground.alpha_composite(picture)
    return ground.convert("RGB").resize((width, width * 531 // 413), Image.LANCZOS)
