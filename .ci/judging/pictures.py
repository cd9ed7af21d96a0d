"""Are the pictures in the PDF the pictures of the bag?"""

import io
from functools import cached_property

from .report import Failed
from .tools import must_be_silent, run, sha256


class EmbeddedPictures:
    """What `pdfimages` takes out of a PDF: JPEG streams as they are, everything else as PNG."""

    def __init__(self, pdf, folder):
        self.pdf = pdf
        self.folder = folder

    @cached_property
    def files(self):
        self.folder.mkdir(exist_ok=True)
        must_be_silent(run("pdfimages", "-all", self.pdf, self.folder / "picture"))
        return sorted(self.folder.iterdir())

    @cached_property
    def jpeg_sums(self):
        return {sha256(file.read_bytes()) for file in self.files if file.suffix == ".jpg"}

    @cached_property
    def bitmaps(self):
        from PIL import Image

        opened = [Image.open(file) for file in self.files if file.suffix != ".jpg"]
        return [bitmap.convert("RGB") for bitmap in opened]


def judge(report, volume):
    embedded = EmbeddedPictures(volume.pdf, volume.unpacked / "embedded")
    report.judge(volume.name, "jpegs", embeds_jpegs, volume, embedded)
    report.judge(volume.name, "pngs", embeds_pngs, volume, embedded)


def embeds_jpegs(volume, embedded):
    """Each JPEG stream is the file, byte for byte."""
    pictures = volume.shown(".jpg")
    lost = [path for path, data in pictures if sha256(data) not in embedded.jpeg_sums]
    if lost:
        raise Failed(f"not byte for byte in the PDF: {', '.join(lost)}")
    return f"{len(pictures)} JPEG byte for byte"


def embeds_pngs(volume, embedded):
    """Each PNG shows the same pixels; flattening alpha or 16 bits may round by one level."""
    pictures = volume.shown(".png")
    lost = [path for path, data in pictures if not _is_shown(data, embedded.bitmaps)]
    if lost:
        raise Failed(f"no such pixels in the PDF: {', '.join(lost)}")
    return f"{len(pictures)} PNG pixel for pixel"


def _is_shown(data, bitmaps):
    expected, tolerance = flattened(data)
    return any(
        bitmap.size == expected.size and _difference(bitmap, expected) <= tolerance
        for bitmap in bitmaps)


def _difference(one, other):
    from PIL import ImageChops

    return max(high for _, high in ImageChops.difference(one, other).getextrema())


def flattened(data):
    """A PNG's pixels on white paper in 8 bits, and by how many levels another reading may differ."""
    from PIL import Image

    picture = Image.open(io.BytesIO(data))
    depth = data[24]
    if picture.mode.startswith("I"):  # 16-bit gray, which Pillow would clip instead of scaling
        high_bytes = picture.convert("I;16").tobytes("raw", "I;16B")[::2]
        return Image.frombytes("L", picture.size, high_bytes).convert("RGB"), 1
    if depth < 8 and picture.mode == "L" and "transparency" in picture.info:
        # Pillow widens the pixels to 8 bits, but not the gray level that is transparent.
        picture.info["transparency"] *= 255 // (2**depth - 1)
    if "A" in picture.getbands() or "transparency" in picture.info:
        paper = Image.new("RGBA", picture.size, "white")
        return Image.alpha_composite(paper, picture.convert("RGBA")).convert("RGB"), 1
    return picture.convert("RGB"), 1 if depth == 16 else 0
