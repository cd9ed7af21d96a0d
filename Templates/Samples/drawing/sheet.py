"""A paper to draw on: text, tables, seals, ornaments and the mark 样本."""
import math
import zlib

import numpy as np
from PIL import Image, ImageChops, ImageColor, ImageDraw

from .camera import noise_map
from .people import portrait
from .type import BLACK, GREY, INK, RED, face, in_kai

A4, A4_WIDE, BOOKLET, CARD = (1300, 1838), (1838, 1300), (1760, 1240), (1480, 934)


def rounded(size, radius):
    """The mask of a card with rounded corners."""
    mask = Image.new("L", (size[0] * 2, size[1] * 2), 0)
    ImageDraw.Draw(mask).rounded_rectangle((2, 2, size[0] * 2 - 3, size[1] * 2 - 3), radius * 2,
                                           255)
    return mask.resize(size, Image.LANCZOS)


class Sheet:
    """A paper to draw on. In text, `{...}` is filled in by hand."""

    def __init__(self, size, colour="#fbfaf5", seed="", radius=0):
        self.rng = np.random.default_rng(zlib.crc32(seed.encode()))
        self.width, self.height = size
        self.image = Image.new("RGBA", size, colour)
        if radius:
            self.image.putalpha(rounded(size, radius))
        self.draw = ImageDraw.Draw(self.image)
        self.faces = []  # boxes that the mark leaves free

    def over(self, tile, x, y):
        """Lays a translucent tile on the paper, centred on (x, y)."""
        layer = Image.new("RGBA", self.image.size, (0, 0, 0, 0))
        layer.paste(tile, (int(x - tile.width / 2), int(y - tile.height / 2)))
        alpha = self.image.getchannel("A")
        self.image.alpha_composite(layer)
        self.image.putalpha(alpha)

    def advance(self, char, size, font):
        return face("song" if font == "kai" and not in_kai(char) else font, size).getlength(char)

    def glyph(self, x, y, char, size, font="song", ink=BLACK, hand=False):
        """One character, its middle at height y; by hand it is never twice the same."""
        step = self.advance(char, size, font)
        font = "song" if font == "kai" and not in_kai(char) else font
        if not hand:
            self.draw.text((x, y), char, font=face(font, size), fill=ink, anchor="lm")
            return step
        tile = Image.new("RGBA", (size * 2, size * 2), ImageColor.getrgb(ink) + (0,))
        scaled = face(font, int(size * self.rng.uniform(.96, 1.08)))
        ImageDraw.Draw(tile).text((size, size), char, font=scaled, fill=ink, anchor="mm")
        slant = self.rng.uniform(.04, .14) + (.12 if size > 60 else 0)
        tile = tile.transform(tile.size, Image.AFFINE, (1, slant, -slant * size, 0, 1, 0),
                              Image.BICUBIC).rotate(self.rng.uniform(-3, 4), Image.BICUBIC)
        self.image.paste(tile, (int(x + step / 2 - size),
                                int(y - size + self.rng.normal(0, size * .03))), tile)
        return step

    def text(self, x, y, string, size=30, font="song", ink=BLACK, at="l", track=0, hand=False):
        """One line; `at` is l, m or r: what x is the left, middle or right of."""
        length = sum(self.advance(c, size, font) + track for c in string) - track
        x -= {"l": 0, "m": length / 2, "r": length}[at]
        for char in string:
            x += self.glyph(x, y, char, size, font, ink, hand) + track
        return x

    def lines(self, string, size, font, width):
        """Breaks into lines of (character, filled in?) no wider than `width`."""
        rows, row, used, filled = [], [], 0, False
        for char in string:
            if char in "{}":
                filled = char == "{"
                continue
            if char == "\n":
                rows, row, used = rows + [row], [], 0
                continue
            step = self.advance(char, size, "kai" if filled else font)
            if used + step > width and char not in "，。；：、）》":
                rows, row, used = rows + [row], [], 0
            row, used = row + [(char, filled)], used + step
        return rows + [row]

    def para(self, x, y, width, string, size=30, lead=1.65, font="song", ink=BLACK, rule=True):
        """A paragraph whose first line has its middle at y; returns the y after it."""
        for row in self.lines(string, size, font, width):
            left = x
            for char, filled in row:
                step = self.glyph(left, y, char, size, "kai" if filled else font,
                                  INK if filled else ink, filled)
                if filled and rule:
                    base = y + size * .62
                    self.draw.line((left, base, left + step, base), fill=GREY, width=2)
                left += step
            y += size * lead
        return y

    def cell(self, box, string, size, font, ink=BLACK, left=False):
        x0, y0, x1, y1 = box
        self.draw.rectangle(box, outline="#3a3a40", width=2)
        rows = self.lines(string, size, font, x1 - x0 - 16)
        y = (y0 + y1) / 2 - (len(rows) - 1) * size * .69
        for row in rows:
            used = sum(self.advance(c, size, "kai" if f else font) for c, f in row)
            x = x0 + 14 if left else (x0 + x1 - used) / 2
            for char, filled in row:
                x += self.glyph(x, y, char, size, "kai" if filled else font,
                                INK if filled else ink, filled)
            y += size * 1.38

    def table(self, x, y, width, rows, size=27, values="kai"):
        """Rows (height, cells); a cell is text or (text, weight); labels end in ':' or are bare.

        `=text` is a typed value, `<text` a typed value set to the left.
        """
        for height, cells in rows:
            cells = [c if isinstance(c, tuple) else (c, 1) for c in cells]
            unit, left = width / sum(w for _, w in cells), x
            for string, weight in cells:
                box = (left, y, left + unit * weight, y + height)
                value = string[:1] in ("=", "<")
                self.cell(box, string[1:] if value else string, size,
                          values if value else "song", left=string[:1] == "<")
                left += unit * weight
            y += height
        return y

    def pattern(self, colour, alpha=40, pitch=9.0, box=None):
        """Fine wavy lines, as security paper has them."""
        x0, y0, x1, y1 = box or (0, 0, self.width, self.height)
        v, u = np.mgrid[0:y1 - y0, 0:x1 - x0].astype(np.float32)
        wave = v + 14 * np.sin(u / 61) + 9 * np.sin((u + v) / 37)
        wave = np.sin(wave * 2 * math.pi / pitch) ** 4
        tile = Image.new("RGBA", (x1 - x0, y1 - y0), colour)
        tile.putalpha(Image.fromarray((wave * alpha).astype(np.uint8)))
        self.over(tile, (x0 + x1) / 2, (y0 + y1) / 2)

    def frame(self, inset, colour, gap=10):
        """An ornamental border: two rules with a chain of lozenges between them."""
        w, h, d = self.width - inset, self.height - inset, self.draw
        d.rectangle((inset, inset, w, h), outline=colour, width=5)
        d.rectangle((inset + 3 * gap, inset + 3 * gap, w - 3 * gap, h - 3 * gap), outline=colour,
                    width=2)
        m = inset + 1.5 * gap
        spots = [(x, y) for x in np.linspace(m, self.width - m, 61) for y in (m, self.height - m)]
        spots += [(x, y) for y in np.linspace(m, self.height - m, 43) for x in (m, self.width - m)]
        for x, y in spots:
            d.polygon([(x - gap, y), (x, y - gap / 2), (x + gap, y), (x, y + gap / 2)], colour)

    def rosette(self, x, y, radius, colour, petals=12):
        """An ornament of ours where real papers have an emblem."""
        tile = Image.new("RGBA", (radius * 2 + 8,) * 2, (0, 0, 0, 0))
        d, c = ImageDraw.Draw(tile), radius + 4
        for ring in (1.0, .82, .64):
            turn = [(c + radius * ring * (1 + .07 * math.cos(petals * t)) / 1.07 * math.cos(t),
                     c + radius * ring * (1 + .07 * math.cos(petals * t)) / 1.07 * math.sin(t))
                    for t in np.linspace(0, 2 * math.pi, 361)]
            d.line(turn, fill=colour, width=max(2, radius // 26))
        self.over(tile, x, y)
        self.text(x, y, "样本", int(radius * .42), "songb", colour, "m")

    def seal(self, x, y, radius, name, foot="样本专用章"):
        """A round red seal; in its middle stands 样本, not a star."""
        s = 2 * radius
        tile = Image.new("RGBA", (2 * s + 16,) * 2, ImageColor.getrgb(RED) + (0,))
        d, c = ImageDraw.Draw(tile), s + 8
        d.ellipse((8, 8, 2 * s + 8, 2 * s + 8), outline=RED, width=max(6, s // 22))
        size, span = int(s * .25), min(252, 23 * len(name))
        for i, char in enumerate(name):
            turn = math.radians(-span / 2 + span * (i + .5) / len(name))
            spot = Image.new("RGBA", (size * 2,) * 2, ImageColor.getrgb(RED) + (0,))
            ImageDraw.Draw(spot).text((size, size), char, font=face("songb", size), fill=RED,
                                      anchor="mm")
            spot = spot.rotate(-math.degrees(turn), Image.BICUBIC)
            tile.alpha_composite(spot, (int(c + s * .77 * math.sin(turn) - size),
                                        int(c - s * .77 * math.cos(turn) - size)))
        d.text((c, c), "样本", font=face("heib", int(s * .46)), fill=RED, anchor="mm")
        d.text((c, c + s * .55), foot, font=face("songb", int(s * .17)), fill=RED, anchor="mm")
        wear = 205 + 22 * noise_map(self.rng, 5, 5, tile.size)
        wear += 16 * noise_map(self.rng, 61, 61, tile.size)
        wear = Image.fromarray(np.clip(wear, 90, 245).astype(np.uint8))
        tile.putalpha(ImageChops.multiply(tile.getchannel("A"), wear))
        tile = tile.rotate(self.rng.uniform(-9, 9), Image.BICUBIC)
        self.over(tile.resize((radius * 2 + 8,) * 2, Image.LANCZOS), x, y)

    def photo(self, box, person, ground="#ffffff"):
        x0, y0, width = box
        self.faces.append((x0, y0, x0 + width, y0 + width * 531 // 413))
        self.image.paste(portrait(person.look, ground, width, marked=False), (x0, y0))
        self.draw.rectangle((x0 - 2, y0 - 2, x0 + width + 1, y0 + width * 531 // 413 + 1),
                            outline="#b9b4aa", width=2)

    def codes(self, x, y, side):
        """A block that looks like a matrix code and is none: no reader can find it."""
        dots = self.rng.random((27, 27)) < .48
        unit = side / 27
        for v, u in zip(*np.nonzero(dots)):
            self.draw.rectangle((x + u * unit, y + v * unit, x + (u + 1) * unit - 1,
                                 y + (v + 1) * unit - 1), fill=BLACK)
        for u, v in ((0, 0), (20, 0), (0, 20)):
            box = (x + u * unit, y + v * unit, x + (u + 7) * unit, y + (v + 7) * unit)
            self.draw.rectangle(box, "white")
            self.draw.ellipse(box, outline=BLACK, width=int(unit))
        m = (x + side / 2, y + side / 2)
        self.draw.rectangle((m[0] - 4 * unit, m[1] - 2.5 * unit, m[0] + 4 * unit,
                             m[1] + 2.5 * unit), "white")
        self.text(*m, "样本", int(3.6 * unit), "heib", at="m")

    def mark(self, ink="#6a7690", alpha=46, size=92, box=None):
        """样本 SPECIMEN, lightly and aslant, over the whole paper (or the box)."""
        x0, y0, x1, y1 = box or (0, 0, self.width, self.height)
        side = 2 * max(x1 - x0, y1 - y0)
        tile = Image.new("RGBA", (side, side), ImageColor.getrgb(ink) + (0,))
        draw = ImageDraw.Draw(tile)
        for row, y in enumerate(range(0, side, size * 4)):
            for x in range(-(row % 2) * size * 5, side, size * 10):
                draw.text((x, y), "样本 SPECIMEN", font=face("heib", size),
                          fill=ImageColor.getrgb(ink) + (alpha,))
        tile = tile.rotate(24, Image.BICUBIC)
        a, b = (side - x1 + x0) // 2, (side - y1 + y0) // 2
        tile = tile.crop((a, b, a + x1 - x0, b + y1 - y0))
        for left, top, right, bottom in self.faces:
            tile.paste((0, 0, 0, 0), (left - x0, top - y0, right - x0, bottom - y0))
        self.over(tile, (x0 + x1) / 2, (y0 + y1) / 2)
        return self
