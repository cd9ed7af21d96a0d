#!/usr/bin/env python3
"""Compares pictures brought under a byte limit with ImageMagick's `jpeg:extent` on the same pictures.

    .ci/fit.py --benchmark .build/release/ImagingBenchmark [--limits 30000,200000,500000] [--each]

Pictures: `doc-photo` and `portrait` of the corpora (DOSSIER_SHARED or ../shared) and 40 large ones made
here, always the same. What is under the limit already stays as it is, as with `repair`. Both results and the original are compared at the original's size or at a long
side of 2000 pixels, whichever is less, by the mean structural similarity of their luma (windows of 7x7).
Where the legibility floor (1200 pixels, quality 40; for portraits 254 and 50) cannot be kept, the floor
is given up for the sake of the comparison: `dossier repair` would have refused the picture, and the
column of lowest differences leaves it out.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont, ImageOps

REPOSITORY = Path(__file__).resolve().parents[1]
COMPARED_SIDE = 2000
MADE = 40
MADE_SIZE = (4000, 3000)
FLOORS = {"portrait": ("254", "50"), "doc-photo": ("1200", "40"), "made": ("1200", "40")}
# What remains to be tried where a floor cannot be kept, the least bad first.
BELOW = [("1200", "10"), ("800", "10"), ("500", "10"), ("1", "1")]
# Best and worst quality with which a size is good enough: between them bytes are the constraint.
BEST_QUALITY = 95
TEXT = ("医师资格考试报名材料 本页为压缩试验所制 姓名 张三 性别 男 专业 临床医学 毕业证书编号 "
        "Medical licensing examination, evidence for the registration, sample page. ")


def main():
    options = parsed_options()
    with tempfile.TemporaryDirectory() as scratch:
        groups = pictures(Path(scratch))
        if not groups:
            return 1
        print("limit    group      n  under  floor kept  budget used  SSIM ours  SSIM peer  "
              "lowest difference  ms")
        failures = 0
        for limit in options.limits:
            everything = []
            for group, paths in groups.items():
                rows = [row for row in compare(paths, limit, FLOORS[group], Path(scratch), options)]
                everything += rows
                print(line(limit, group, rows), flush=True)
            print(line(limit, "all", everything), flush=True)
            failures += sum(row["bytes"] > limit for row in everything)
    return 1 if failures else 0


def parsed_options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--benchmark", required=True)
    parser.add_argument("--limits", default="30000,200000,500000",
                        type=lambda text: [int(word) for word in text.split(",")])
    parser.add_argument("--each", action="store_true", help="print a line for each picture")
    return parser.parse_args()


def pictures(scratch):
    shared = Path(os.environ.get("DOSSIER_SHARED") or REPOSITORY.parent / "shared")
    groups = {}
    for group in ("doc-photo", "portrait"):
        paths = sorted(path for path in (shared / "corpora" / group).glob("*")
                       if path.suffix in (".jpg", ".jpeg", ".png"))
        if paths:
            groups[group] = paths
        else:
            print(f"SKIP: {group} of the corpora is not here")
    groups["made"] = made_pictures(scratch / "made", groups.get("doc-photo", []))
    return groups


def made_pictures(folder, photos):
    """Half of them photographed pages of print, half of them what a camera sees."""
    folder.mkdir()
    fonts = sorted(Path("/usr/share/fonts").rglob("NotoSansCJK-Regular.ttc"))
    paths = []
    for number in range(MADE):
        random = numpy.random.default_rng(number)
        if number % 2 == 0 or not photos:
            picture = page(random, fonts)
        else:
            source = Image.open(photos[number // 2 % len(photos)]).convert("RGB")
            picture = ImageOps.fit(source, MADE_SIZE, Image.Resampling.BICUBIC)
        paths.append(folder / f"made-{number:02}.jpg")
        photographed(picture, random).save(paths[-1], quality=96)
    return paths


def page(random, fonts):
    picture = Image.new("RGB", MADE_SIZE, (244, 241, 232))
    draw = ImageDraw.Draw(picture)
    size = int(random.integers(48, 96))
    font = ImageFont.truetype(str(fonts[0]), size) if fonts else ImageFont.load_default(size)
    for y in range(200, MADE_SIZE[1] - 200, int(size * 1.6)):
        start = int(random.integers(0, len(TEXT)))
        draw.text((200, y), (TEXT[start:] + TEXT * 3)[:3600 // size * 2], font=font, fill=(30, 30, 36))
    x, y = (int(random.integers(600, side - 600)) for side in MADE_SIZE)
    draw.ellipse((x - 300, y - 300, x + 300, y + 300), outline=(200, 30, 30), width=18)
    return picture.rotate(float(random.uniform(-3, 3)), Image.Resampling.BICUBIC, fillcolor=(90, 70, 50))


def photographed(picture, random):
    """Uneven light, the softness of a lens, the noise of a sensor."""
    width, height = picture.size
    samples = numpy.asarray(picture.filter(ImageFilter.GaussianBlur(1.0)), dtype=numpy.float32)
    light = numpy.linspace(*random.uniform(0.75, 1.05, 2), width, dtype=numpy.float32)
    noise = random.standard_normal((height, width, 1), dtype=numpy.float32) * float(random.uniform(0.5, 2))
    return Image.fromarray((samples * light[None, :, None] + noise).clip(0, 255).astype(numpy.uint8))


def compare(paths, limit, floor, scratch, options):
    ours, peer = scratch / "ours", scratch / "peer"
    for folder in (ours, peer):
        folder.mkdir(exist_ok=True)
    for path in paths:
        fitted = fit(options.benchmark, limit, floor, ours, path)
        kept = fitted["bytes"] <= limit
        for lower in BELOW:
            if fitted["bytes"] > limit:
                fitted = fit(options.benchmark, limit, lower, ours, path)
        theirs = peer / f"{path.name}.jpg"
        subprocess.run(
            ["convert", path, "-background", "white", "-alpha", "remove", "-strip",
             "-define", f"jpeg:extent={limit}b", theirs], check=True, capture_output=True)
        original = luma(path)
        row = dict(fitted, limit=limit, kept=kept, ssim=similarity(original, ours / f"{path.name}.jpg"))
        if theirs.stat().st_size <= limit:
            row["peer"] = similarity(original, theirs)
        if options.each:
            print(f"  {limit} {path.name}: {row}", flush=True)
        yield row


def fit(benchmark, limit, floor, folder, path):
    words = subprocess.run([benchmark, "fit", str(limit), *floor, folder, path],
                           check=True, capture_output=True, text=True).stdout.strip().split("\t")
    if len(words) != 6:
        sys.exit(f"fit: {words}")
    size, width, height, quality, milliseconds = map(int, words[1:])
    return {"bytes": size, "size": (width, height), "quality": quality, "ms": milliseconds}


def luma(path, size=None):
    picture = Image.open(path)
    if picture.mode in ("RGBA", "LA", "P"):
        picture = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture)
    picture = picture.convert("L")
    if size is None:
        share = min(1, COMPARED_SIDE / max(picture.size))
        size = tuple(round(side * share) for side in picture.size)
    if picture.size != size:
        picture = picture.resize(size, Image.Resampling.LANCZOS)
    return numpy.asarray(picture, dtype=numpy.float64)


def similarity(original, path):
    return ssim(original, luma(path, original.shape[::-1]))


def ssim(x, y, window=7):
    """Wang et al. 2004, with a uniform window and unbiased variances."""
    def mean(values):
        sums = numpy.pad(values.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
        return (sums[window:, window:] - sums[:-window, window:]
                - sums[window:, :-window] + sums[:-window, :-window]) / window ** 2
    unbiased = window ** 2 / (window ** 2 - 1)
    mx, my = mean(x), mean(y)
    vx, vy, vxy = (unbiased * (mean(a * b) - ma * mb)
                   for a, b, ma, mb in ((x, x, mx, mx), (y, y, my, my), (x, y, mx, my)))
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    return float((((2 * mx * my + c1) * (2 * vxy + c2))
                  / ((mx ** 2 + my ** 2 + c1) * (vx + vy + c2))).mean())


def line(limit, group, rows):
    constrained = [row["bytes"] / limit for row in rows if row["quality"] < BEST_QUALITY]
    both = [row for row in rows if "peer" in row]
    lowest = min((row["ssim"] - row["peer"] for row in both if row["kept"]), default=0)
    return (f"{limit:<8} {group:10} {len(rows):2} {sum(row['bytes'] <= limit for row in rows):5}"
            f"  {sum(row['kept'] for row in rows):10}"
            f"  {min(constrained, default=1):10.0%}"
            f"  {mean_of(both, 'ssim'):9.4f}  {mean_of(both, 'peer'):9.4f}"
            f"  {lowest:+17.4f}  {statistics.median(row['ms'] for row in rows):3.0f}")


def mean_of(rows, name):
    return statistics.mean(row[name] for row in rows) if rows else float("nan")


if __name__ == "__main__":
    sys.exit(main())
