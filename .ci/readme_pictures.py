#!/usr/bin/env python3
"""Draws the pages of the demo that README.md shows: `readme_pictures.py ARCHIVE.zip OUT.jpg PAGE...` (from 1)."""

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from PIL import Image, ImageOps

DPI = 62
GAP = 14
DESK = "#d9d7d2"


def main():
    archive, out, *numbers = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "dossier.pdf"
        pdf.write_bytes(Path(archive).read_bytes() if archive.endswith(".pdf") else dossier_in(archive))
        pages = [drawn(pdf, number) for number in numbers]
    width = sum(page.width + GAP for page in pages) + GAP
    desk = Image.new("RGB", (width, pages[0].height + 2 * GAP), DESK)
    left = GAP
    for page in pages:
        desk.paste(page, (left, GAP))
        left += page.width + GAP
    Path(out).parent.mkdir(parents=True, exist_ok=True)
    desk.save(out, quality=86, optimize=True)


def dossier_in(archive):
    with zipfile.ZipFile(archive) as packed:
        [name] = [name for name in packed.namelist() if name.endswith("/data/dossier.pdf")]
        return packed.read(name)


def drawn(pdf, number):
    """A page, drawn large and made small, which is easier on the eye than drawing it small."""
    target = pdf.with_name(f"page-{number}")
    subprocess.run(
        ["pdftoppm", "-r", str(3 * DPI), "-f", number, "-l", number, "-singlefile", "-png", pdf, target],
        check=True)
    with Image.open(target.with_suffix(".png")) as page:
        small = page.convert("RGB").resize((page.width // 3, page.height // 3), Image.Resampling.LANCZOS)
    return ImageOps.expand(small, 1, "#a8a49c")


if __name__ == "__main__":
    main()
