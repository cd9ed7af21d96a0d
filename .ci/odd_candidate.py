#!/usr/bin/env python3
"""Copies a sample candidate and adds pictures of every odd kind, for the judges: `odd_candidate.py SAMPLE OUT`.

The PDF must show those that it can (alpha, 16 bits, interlaced, palette, gray, turned by EXIF) and say of
the others (CMYK, cut off, HEIC) that it does not.
"""

import io
import random
import shutil
import struct
import sys
import zlib
from pathlib import Path

from PIL import Image

FOLDER = "其他材料"


def main():
    sample, out = map(Path, sys.argv[1:3])
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(sample, out)
    folder = out / "materials" / FOLDER
    folder.mkdir()
    for name, data in pictures():
        (folder / name).write_bytes(data)


def pictures():
    rgb = pattern("RGB")
    gray = rgb.convert("L")
    alpha = rgb.convert("RGBA")
    alpha.putalpha(gray)
    yield "01-rgba.png", saved(alpha, "PNG")
    yield "02-gray-alpha.png", saved(Image.merge("LA", (gray, gray.rotate(90))), "PNG")
    yield "03-gray16.png", saved(Image.frombytes("I;16", gray.size, noise(gray.size, 2)), "PNG")
    yield "04-palette.png", saved(rgb.quantize(200), "PNG")
    yield "05-palette-transparent.png", saved(rgb.quantize(16), "PNG", transparency=3)
    yield "06-bilevel.png", saved(gray.convert("1"), "PNG")
    yield "07-interlaced.png", interlaced(64, 48)
    yield "08-gray.jpg", saved(gray, "JPEG", quality=80)
    yield "09-progressive.jpg", saved(rgb, "JPEG", quality=80, progressive=True)
    for orientation in range(2, 9):
        exif = Image.Exif()
        exif[0x0112] = orientation
        # A picture of its own for each, or they would be duplicates.
        yield f"1{orientation}-turned.jpg", saved(
            pattern("RGB", orientation), "JPEG", quality=80, exif=exif)
    yield "20-cmyk.jpg", saved(rgb.convert("CMYK"), "JPEG", quality=80)
    yield "21-cut.jpg", saved(pattern("RGB", 21), "JPEG", quality=80)[:-4000]
    yield "22-heic.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(200)


def pattern(mode, seed=0):
    """An arrow that shows which way is up, on a noisy ground."""
    picture = Image.frombytes("RGB", (320, 240), noise((320, 240), 3, seed)).convert(mode)
    for y in range(40, 200):
        half = (y - 40) // 3 if y < 120 else 12
        picture.paste((20, 20, 120), (160 - half, y, 160 + half + 1, y + 1))
    return picture


def noise(size, samples, seed=0):
    return random.Random(seed).randbytes(size[0] * size[1] * samples)


def saved(picture, form, **options):
    target = io.BytesIO()
    picture.save(target, form, **options)
    return target.getvalue()


def interlaced(width, height):
    """An Adam7 PNG (8-bit RGB), which Pillow cannot write."""
    source = random.Random(7)
    pixels = [[source.randbytes(3) for _ in range(width)] for _ in range(height)]
    rows = b""
    for left, top, across, down in (
            (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)):
        for y in range(top, height, down):
            rows += b"\0" + b"".join(pixels[y][x] for x in range(left, width, across))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 1)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks)


if __name__ == "__main__":
    main()
