#!/usr/bin/env python3
"""Is what a masked copy hides really gone?

    .ci/judge_masked.py --dossier PATH --date DAY CANDIDATE

Takes a candidate's folder and puts pictures of every kind into it that are random where masks.yaml says
to hide: JPEG of all samplings, progressive, gray, in all EXIF orientations, and PNG of all kinds; then the
same folder with other random pixels in the hidden parts alone. Both are packed with --masked, and other
people's tools look at what came out:

- the masked pictures of both folders are the same bytes, so nothing hidden can be read from them;
- Pillow finds one constant value in every hidden part, and the parts asked for are hidden;
- pikepdf finds the masked files in the PDF, and no stretch of an original in any stream or entry;
- nothing but masked pictures is there: no original, no EXIF, no name, no number, no date of birth.

Prints one line a check; the last line counts them.
"""

import argparse
import io
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from judging.report import Failed, Report
from judging.tools import REPOSITORY, must_succeed, run

SCHEMAS = REPOSITORY / "Templates" / "Schemas"
PAINT = 128
SIZE = 233, 179
BOXES = [[17, 23, 61, 37], [120, 90, 1, 1], [150, 101, 83, 78]]
# What brings a picture upright, and what undoes it, by EXIF orientation.
TURNS = {2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM", 5: "TRANSPOSE", 6: "ROTATE_90",
         7: "TRANSVERSE", 8: "ROTATE_270"}
STRETCH = 48


def main():
    parser = argparse.ArgumentParser(description="Judges masked copies.")
    parser.add_argument("--dossier", required=True, type=Path, metavar="PATH")
    parser.add_argument("--date", required=True)
    parser.add_argument("candidate", type=Path)
    options = parser.parse_args()
    report = Report()
    with tempfile.TemporaryDirectory() as home:
        home = Path(home)
        kinds = list(all_kinds())
        copies = [Copy(options, home / str(seed), kinds, seed) for seed in (1, 2)]
        first, second = copies
        name = options.candidate.name
        report.judge(name, "schema", must_fit, first)
        report.judge(name, "only-masked", must_hold_only_masked, first, options.candidate)
        report.judge(name, "nobody", must_name_nobody, first)
        report.judge(name, "nothing-left", must_leave_nothing, first)
        report.judge(name, "commitments", must_differ, first, second)
        for place, (kind, _, _) in enumerate(kinds):
            report.judge(kind, "differ-before", must_differ_before, first, second, place)
            report.judge(kind, "same-bytes", must_be_same, first, second, place)
            report.judge(kind, "constant", must_be_constant, first, place)
            report.judge(kind, "in-pdf", must_lie_in_pdf, first, place)
            report.judge(kind, "no-original", must_hide, first, place)
    return report.close()


# ---------------------------------------------------------------- pictures


def all_kinds():
    """Name, ending, and how to write an upright picture of random pixels."""
    samplings = {"4:4:4": 0, "4:2:2": 1, "4:2:0": 2}
    for name, sampling in samplings.items():
        for progressive in (False, True):
            label = f"JPEG {name}{' progressive' if progressive else ''}"
            yield label, "jpg", jpeg("RGB", subsampling=sampling, progressive=progressive)
    for orientation in range(1, 9):
        for mode, progressive in (("RGB", False), ("RGB", True), ("L", False), ("L", True)):
            label = f"JPEG {mode}{' progressive' if progressive else ''} turned {orientation}"
            yield label, "jpg", jpeg(mode, orientation=orientation, progressive=progressive)
    for mode in ("RGB", "L", "P", "1", "RGBA", "LA", "I;16"):
        yield f"PNG {mode}", "png", png(mode)


def jpeg(mode, orientation=1, subsampling=2, progressive=False):
    def write(pixels):
        from PIL import Image

        picture = as_picture(pixels, mode)
        if orientation > 1:
            picture = picture.transpose(getattr(Image.Transpose, TURNS[orientation]))
        exif = Image.Exif()
        exif[0x0112] = orientation
        exif[0x010F] = "A camera that nobody should know of"
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=83, subsampling=subsampling, progressive=progressive, exif=exif,
                     comment=b"a comment that nobody should read")
        return out.getvalue()

    return write


def png(mode):
    def write(pixels):
        out = io.BytesIO()
        as_picture(pixels, mode).save(out, "PNG")
        return out.getvalue()

    return write


def as_picture(pixels, mode):
    import numpy
    from PIL import Image

    if mode == "P":
        # The palette is the same for both: one of other colours would tell which pixels differ.
        picture = Image.fromarray(pixels[..., 0], "P")
        picture.putpalette(bytes(range(256)) * 3)
        return picture
    if mode == "I;16":
        wide = pixels[..., 0].astype(numpy.uint16) << 8 | pixels[..., 1]
        return Image.fromarray(wide)
    if mode == "1":
        return Image.fromarray(pixels[..., 0]).point(lambda v: 255 * (v > 127)).convert("1")
    channels = {"RGB": slice(0, 3), "L": 0, "RGBA": slice(0, 4), "LA": slice(0, 2)}[mode]
    return Image.fromarray(pixels[..., channels], mode)


def random_pixels(seed):
    """Random pixels: those in the boxes by the seed, all others always the same."""
    import numpy

    width, height = SIZE
    pixels = numpy.random.default_rng(0).integers(0, 256, (height, width, 4), dtype=numpy.uint8)
    other = numpy.random.default_rng(seed).integers(0, 256, (height, width, 4), dtype=numpy.uint8)
    for x, y, w, h in BOXES:
        pixels[y:y + h, x:x + w] = other[y:y + h, x:x + w]
    return pixels


# ---------------------------------------------------------------- a folder, and what came out


class Copy:
    """A candidate's folder with pictures of all kinds, and its masked archive."""

    def __init__(self, options, home, kinds, seed):
        import pikepdf
        import yaml

        self.folder = home / "candidate"
        shutil.copytree(options.candidate, self.folder)
        material = next(p for p in sorted((self.folder / "materials").iterdir()) if p.name == "毕业证书")
        for old in material.iterdir():
            old.unlink()
        self.pixels = pixels = random_pixels(seed)
        self.originals, masks = [], []
        for place, (_, ending, write) in enumerate(kinds):
            file = material / f"{place + 1}.{ending}"
            file.write_bytes(write(pixels))
            self.originals.append(file.read_bytes())
            masks.append({"picture": f"materials/毕业证书/{file.name}", "boxes": BOXES})
        (self.folder / "masks.yaml").write_text(json.dumps(masks, ensure_ascii=False))
        self.masks = masks
        archive = home / "out" / "copy.zip"
        archive.parent.mkdir()
        subprocess.run(
            [options.dossier, "pack", self.folder, "-o", archive, "--masked", "--allow-findings",
             "--date", options.date, "-q"], check=True, stdout=subprocess.DEVNULL)
        self.leftovers = [p.name for p in archive.parent.iterdir() if p != archive]
        with zipfile.ZipFile(archive) as bag:
            self.entries = {
                name.split("/", 1)[1]: bag.read(name) for name in bag.namelist() if "/" in name}
        self.manifest = json.loads(self.entries["data/manifest.json"])
        self.pdf = self.entries["data/dossier.pdf"]
        with pikepdf.open(io.BytesIO(self.pdf)) as document:
            self.streams = []
            for item in document.objects:
                if isinstance(item, pikepdf.Stream):
                    self.streams.append(bytes(item.read_raw_bytes()))
                    try:
                        self.streams.append(bytes(item.read_bytes()))
                    except pikepdf.PdfError:
                        pass  # a JPEG, which pikepdf leaves as it is
        self.pictures = next(
            m["pictures"] for m in self.manifest["materials"] if m["title"] == "毕业证书")
        self.candidate = yaml.safe_load((self.folder / "candidate.yaml").read_text())

    def masked(self, place):
        return self.entries[self.pictures[place]["path"]]


# ---------------------------------------------------------------- checks


def must_fit(copy):
    import jsonschema

    for name, value in (("manifest", copy.manifest), ("masks", copy.masks)):
        schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text())
        jsonschema.Draft202012Validator(schema).validate(value)
    if copy.manifest["composition"].get("masked") is not True:
        raise Failed("the manifest does not say that it is masked")


def must_hold_only_masked(copy, candidate):
    """Every file below materials is one that the manifest says is shown, and none is an original."""
    pictures = [p for m in copy.manifest["materials"] for p in m["pictures"]]
    shown = {p["path"] for p in pictures if "path" in p}
    there = {n for n in copy.entries if n.startswith("data/") and "/" in n[5:]}
    if shown != there:
        raise Failed(f"{sorted(shown ^ there)}")
    originals = {p.read_bytes() for p in copy.folder.rglob("materials/*/*")}
    for picture in pictures:
        withheld = picture.get("masked", {}).get("withheld", False)
        if withheld != ("path" not in picture) or withheld and "sha256" in picture:
            raise Failed(picture["source"])
        if picture.get("masked") and not withheld and copy.entries[picture["path"]] in originals:
            raise Failed(f"{picture['source']} is the original")
    if not any("path" not in p for p in pictures):
        raise Failed("nothing was withheld: the sample should have such pictures")


def must_name_nobody(copy):
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(copy.pdf)
        file.flush()
        text = must_succeed(run("pdftotext", "-enc", "UTF-8", file.name, "-")).stdout
    if not text.strip():
        raise Failed("pdftotext finds no text at all")
    number = str(copy.candidate["idNumber"])
    secrets = [copy.candidate["name"], number, number[6:14], number[10:]]
    secrets += [str(v) for v in copy.candidate["profile"].values() if str(v)[:2] in ("19", "20")]
    secrets += [u["name"] for u in copy.candidate.get("units", [])]
    secrets += ["nobody should"]
    places = {"pages": text, **copy.entries}
    places |= {f"stream {n}": s for n, s in enumerate(copy.streams)}
    for secret in secrets:
        for place, data in places.items():
            if secret.encode() in data:
                raise Failed(f"a secret of {len(secret)} characters stands in {place}")
    for place, data in places.items():
        if b"Exif\0\0" in data or b"eXIf" in data:
            raise Failed(f"EXIF in {place}")


def must_leave_nothing(copy):
    if copy.leftovers:
        raise Failed(f"{copy.leftovers}")


def must_differ(first, second):
    """The commitment is made over the originals, which differ."""
    values = [c.manifest["candidate"]["commitment"] for c in (first, second)]
    if values[0] == values[1]:
        raise Failed("the same")


def must_differ_before(first, second, place):
    if first.originals[place] == second.originals[place]:
        raise Failed("the originals are the same: this proves nothing")


def must_be_same(first, second, place):
    if first.masked(place) != second.masked(place):
        raise Failed("the masked files differ")


def must_be_constant(copy, place):
    import numpy
    from PIL import Image

    picture = copy.pictures[place]
    image = Image.open(io.BytesIO(copy.masked(place)))
    if image.size != SIZE:
        raise Failed(f"{image.size}")
    pixels = numpy.asarray(image.convert("RGB"))
    regions = picture["masked"]["regions"]
    for (x, y, w, h), (bx, by, bw, bh) in zip(regions, BOXES, strict=True):
        if x > bx or y > by or x + w < bx + bw or y + h < by + bh:
            raise Failed(f"{[bx, by, bw, bh]} is not within {[x, y, w, h]}")
        # A decoder smears colour one pixel inwards from what is shown.
        edge = 1 if picture["type"] == "jpeg" else 0
        part = pixels[y + edge * (y > 0):y + h - edge, x + edge * (x > 0):x + w - edge]
        asked = pixels[by:by + bh, bx:bx + bw]
        for values in (part, asked):
            if values.size == 0 or (values != PAINT).any():
                raise Failed(f"values {sorted(set(values.ravel().tolist()))[:5]}")


def must_lie_in_pdf(copy, place):
    """A JPEG lies in the PDF as it is, of a PNG the joined IDAT chunks."""
    data = copy.masked(place)
    if copy.pictures[place]["type"] == "png":
        data, rest = b"", data[8:]
        while rest:
            length = int.from_bytes(rest[:4])
            if rest[4:8] == b"IDAT":
                data += rest[8:8 + length]
            rest = rest[12 + length:]
    if data not in copy.streams:
        raise Failed("no stream of the PDF is this picture")


def must_hide(copy, place):
    """Neither a row of hidden pixels nor, of a JPEG, a stretch of the coded data stands anywhere."""
    original = copy.originals[place]
    probes = []
    if copy.pictures[place]["type"] == "jpeg":
        middle = len(original) // 2
        probes = [original[n:n + STRETCH] for n in (middle, middle // 2, middle + middle // 2)]
    for x, y, width, height in (b for b in BOXES if b[2] > STRETCH):
        for row in copy.pixels[y:y + height, x:x + width]:
            probes += [row[:, :count].tobytes() for count in (1, 2, 3, 4)]
    for name, data in [*copy.entries.items(), *enumerate(copy.streams)]:
        if any(probe in data for probe in probes):
            raise Failed(f"a part of the original stands in {name}")


if __name__ == "__main__":
    sys.exit(main())
