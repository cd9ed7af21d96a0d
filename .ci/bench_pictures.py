#!/usr/bin/env python3
"""Draws the pictures that `make bench` reads.

    .ci/bench_pictures.py FOLDER

`page-q85.jpg` and `page-q75.jpg` are a page of text, 2000x1500, as a telephone sees it: unevenly lit
and noisy. `large/` holds pictures of 50 megapixels, the most that is read, each of another kind.
"""

import sys
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont

PAGE = (2000, 1500)
LARGE = (8660, 5773)
WORDS = "The evidence of a candidate is a page of text which a telephone has photographed. "


def main():
    folder = Path(sys.argv[1])
    (folder / "large").mkdir(parents=True, exist_ok=True)
    for quality in 85, 75:
        page().save(folder / f"page-q{quality}.jpg", quality=quality)
    for name, settings in {
        "baseline.jpg": {"quality": 85},
        "progressive.jpg": {"quality": 85, "progressive": True},
        "full-chroma.jpg": {"quality": 85, "progressive": True, "subsampling": 0},
        "rgb.png": {"compress_level": 1},
    }.items():
        scene(LARGE).convert("RGB").save(folder / "large" / name, **settings)
    see_through = scene(LARGE).convert("RGBA")
    see_through.putalpha(200)
    see_through.save(folder / "large" / "see-through.png", compress_level=1)


def page():
    paper = scene(PAGE, noise=12, weight=0.1).point(lambda value: 120 + value // 2)
    ink = Image.new("L", PAGE, 255)
    pen = ImageDraw.Draw(ink)
    font = ImageFont.load_default(30)
    for line, y in enumerate(range(90, PAGE[1] - 120, 48)):
        text = (WORDS[line % 40:] + WORDS * 2)[:112]
        pen.text((110, y), text, fill=20, font=font)
    return ImageChops.multiply(paper, ink).convert("RGB")


def scene(size, noise=60, weight=0.3):
    return Image.blend(
        Image.radial_gradient("L").resize(size), Image.effect_noise(size, noise), weight)


if __name__ == "__main__":
    main()
