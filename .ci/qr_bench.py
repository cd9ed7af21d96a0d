#!/usr/bin/env python3
"""How many codes are still read from worn, scanned and photographed pages: ours, zbar, OpenCV.

    .ci/qr_bench.py --reader .build/release/QRBenchmark FILE.zip|FILE.pdf...

Of each dossier the cover and some pages are worn in every way of wear.py and given whole to each
reader. A page is read when the text of its code is among those found; any text that the undamaged
page does not hold is wrong. Exits 1 when ours reads under --target percent or gives a wrong text.
"""

import argparse
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections import defaultdict
from pathlib import Path

import cv2
import numpy
import zxingcpp
from pyzbar import pyzbar

import wear

DRAWN_DPI = (300, 200, 150, 120, 100)


def main():
    parser = argparse.ArgumentParser(description="Measures how well worn codes are read.")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.zip|FILE.pdf")
    parser.add_argument("--reader", required=True, type=Path, metavar="QRBenchmark")
    parser.add_argument("--pages", type=int, default=3, help="pages of each file, 3 by default")
    parser.add_argument("--seeds", type=int, default=1, help="how often each condition is tried")
    parser.add_argument("--only", metavar="WORD", help="conditions with this word in their name")
    parser.add_argument("--target", type=float, default=97, help="percent, 97 by default")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the pictures not read by ours")
    parser.add_argument("--ours", action="store_true", help="leave the other readers out")
    parser.add_argument("--opencv-every", type=int, default=1, metavar="N",
                        help="show OpenCV, which takes ten seconds, one picture of so many")
    options = parser.parse_args()
    readers = Readers(options.reader, options.ours, options.opencv_every)
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="qr-bench-") as folder:
        for page in pages(options.files, options.pages, Path(folder)):
            measure(page, readers, tally, options, Path(folder))
            print(f"file {page.name}, page {page.number}: {tally.so_far()}", file=sys.stderr, flush=True)
    return tally.report(options.target)


class Page:
    """One page of a PDF, with the texts that its undamaged drawing holds."""

    def __init__(self, name, pdf, number, folder):
        self.name, self.pdf, self.number, self.folder = name, pdf, number, folder
        found = zxingcpp.read_barcodes(
            wear.drawn(pdf, number, 300, folder), formats=zxingcpp.BarcodeFormat.QRCode)
        self.texts = {code.text for code in found}
        ours = [code for code in found if code.text.startswith(("DS0:", "DS1:"))]
        self.text = ours[0].text if len(ours) == 1 else None
        if self.text:
            place = ours[0].position
            corners = [place.top_left, place.top_right, place.bottom_right, place.bottom_left]
            across, down = [c.x for c in corners], [c.y for c in corners]
            scale = wear.MASTER / 300
            self.box = (int(min(across) * scale), int(min(down) * scale),
                        int((max(across) - min(across)) * scale))

    def pictures(self, seeds, only):
        """Names of conditions, pictures and their JPEG quality, if any."""
        for dpi in DRAWN_DPI:
            if not only or only in f"drawn {dpi} dpi":
                drawing = wear.drawn(self.pdf, self.number, dpi, self.folder)
                yield f"drawn {dpi} dpi", drawing, None
        master = wear.printed(wear.drawn(self.pdf, self.number, wear.MASTER, self.folder))
        colour = wear.Sheet(master, self.box)
        gray = wear.Sheet(cv2.cvtColor(master, cv2.COLOR_BGR2GRAY), self.box)
        for name, capture in wear.conditions().items():
            for seed in range(seeds):
                if only and only not in name:
                    continue
                key = f"{self.text[:4]}|{self.name}|{self.number}|{name}|{seed}"
                chance = numpy.random.default_rng(zlib.crc32(key.encode()))
                yield name, *capture(gray, colour, chance)


def pages(files, count, folder):
    """The cover and pages spread over the rest; pages without a code of ours are left out."""
    for index, file in enumerate(files):
        pdf = file
        if file.suffix == ".zip":
            pdf = folder / f"{index}.pdf"
            with zipfile.ZipFile(file) as archive:
                inside = next(name for name in archive.namelist()
                              if name.endswith("/data/dossier.pdf"))
                pdf.write_bytes(archive.read(inside))
        said = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
        total = next(int(line.split()[1]) for line in said.splitlines() if line.startswith("Pages:"))
        chosen = numpy.linspace(1, total, min(count, total)).round().astype(int)
        for number in sorted(set(chosen.tolist())):
            # A sealed page's code differs with every key: what is random must not.
            page = Page(f"{index}", pdf, number, folder)
            if page.text:
                yield page


class Readers:
    """Each gives the set of texts in a picture file, and the milliseconds it took."""

    def __init__(self, ours, ours_alone, opencv_every):
        self.program = subprocess.Popen(
            [ours], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.detector = cv2.QRCodeDetector()
        self.others = {} if ours_alone else {
            "zxing-cpp 3.1": self.zxing, "zbar": self.zbar, "OpenCV": self.opencv}
        self.opencv_every, self.count = opencv_every, 0

    def ours(self, path):
        """Our reader's texts and time, and those of its first pass alone."""
        self.program.stdin.write(f"{path}\n")
        self.program.stdin.flush()
        decoding, whole, once, count, *texts = self.program.stdout.readline()[:-1].split("\t")
        texts = [bytes.fromhex(text).decode() for text in texts]
        return {"ours": (set(texts[:int(count)]), float(whole)),
                "one pass": (set(texts[int(count):]), float(once))}, float(decoding)

    def read(self, path):
        results, _ = self.ours(path)
        if self.others:
            gray = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE | cv2.IMREAD_IGNORE_ORIENTATION)
        self.count += 1
        for name, reader in self.others.items():
            if name == "OpenCV" and self.count % self.opencv_every:
                continue
            start = time.perf_counter()
            texts = reader(gray)
            results[name] = set(texts), (time.perf_counter() - start) * 1000
        return results

    def zxing(self, gray):
        found = zxingcpp.read_barcodes(gray, formats=zxingcpp.BarcodeFormat.QRCode)
        return [code.text for code in found]

    def zbar(self, gray):
        found = pyzbar.decode(gray, symbols=[pyzbar.ZBarSymbol.QRCODE])
        return [code.data.decode(errors="replace") for code in found]

    def opencv(self, gray):
        try:
            _, texts, _, _ = self.detector.detectAndDecodeMulti(gray)
        except (cv2.error, UnicodeDecodeError):
            return []
        return [text for text in texts if text]


def measure(page, readers, tally, options, folder):
    for index, (condition, pixels, quality) in enumerate(page.pictures(options.seeds, options.only)):
        path = folder / ("worn.jpg" if quality else "worn.png")
        flags = ([cv2.IMWRITE_JPEG_QUALITY, quality] if quality
                 else [cv2.IMWRITE_PNG_COMPRESSION, 1])
        cv2.imwrite(str(path), pixels, flags)
        for reader, (texts, milliseconds) in readers.read(path).items():
            hit, wrong = page.text in texts, texts - page.texts
            tally.add(condition, reader, hit, milliseconds, wrong)
            if reader == "ours" and not hit:
                name = f"{page.name}-{page.number}-{condition}-{index}".replace(" ", "_")
                print(f"not read by ours: file {page.name}, page {page.number}, {condition}",
                      file=sys.stderr, flush=True)
                if options.keep:
                    options.keep.mkdir(exist_ok=True)
                    (options.keep / f"{name}{path.suffix}").write_bytes(path.read_bytes())


class Tally:
    """What was read, by condition and reader."""

    def __init__(self):
        self.hits = defaultdict(lambda: defaultdict(list))
        self.times = defaultdict(list)
        self.wrong = defaultdict(list)

    def add(self, condition, reader, hit, milliseconds, wrong):
        self.hits[condition][reader].append(hit)
        self.times[reader].append(milliseconds)
        self.wrong[reader] += wrong

    def so_far(self):
        hits = [hit for readers in self.hits.values() for hit in readers["ours"]]
        return f"{sum(hits)} of {len(hits)} read by ours so far"

    def report(self, target):
        readers = list(self.times)
        width = max(map(len, self.hits)) + 2
        print(f"{'percent read':<{width}}pictures" + "".join(f"{r:>15}" for r in readers))
        for condition, hits in self.hits.items():
            shares = "".join(f"{100 * numpy.mean(hits[r]):15.0f}" if hits[r] else " " * 14 + "-" for r in readers)
            print(f"{condition:<{width}}{len(hits[readers[0]]):>8}{shares}")
        overall = {r: 100 * numpy.mean(sum((h[r] for h in self.hits.values()), [])) for r in readers}
        rows = {
            "overall": [f"{overall[r]:.1f}" for r in readers],
            "pictures seen": [str(len(self.times[r])) for r in readers],
            "wrong texts": [str(len(self.wrong[r])) for r in readers],
            "ms a page, mean": [f"{numpy.mean(self.times[r]):.0f}" for r in readers],
            "ms a page, median": [f"{numpy.median(self.times[r]):.0f}" for r in readers],
            "ms a page, worst": [f"{numpy.max(self.times[r]):.0f}" for r in readers],
        }
        total = len(self.times[readers[0]])
        for name, cells in rows.items():
            print(f"{name:<{width}}{total:>8}" + "".join(f"{cell:>15}" for cell in cells))
        return 0 if overall["ours"] >= target and not self.wrong["ours"] else 1


if __name__ == "__main__":
    sys.exit(main())
