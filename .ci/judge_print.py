#!/usr/bin/env python3
"""Are the pages of a print job those of its archives, and does a scan of it file itself?

    .ci/judge_print.py --dossier PATH --date DAY ARCHIVE...

Makes a job of the archives, on one side of the paper and on both, and lets other people's tools look at it:

- veraPDF, qpdf and MuPDF judge the PDF;
- Poppler draws the job and every archive's PDF: the same pixels, page by page, under the same label;
- zxing reads the sheet before each archive: the code of its cover;
- pikepdf's page numbers say that on both sides everything begins on a front page.

Prints one line a check; the last line counts them.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pikepdf
import zxingcpp
from PIL import Image

from judging import pdf, verapdf
from judging.report import Failed, Report
from judging.tools import must_succeed, run

LABEL = "{number}-{label}"


def main():
    parser = argparse.ArgumentParser(description="Judges print jobs.")
    parser.add_argument("--dossier", required=True, type=Path, metavar="PATH")
    parser.add_argument("--date", required=True)
    parser.add_argument("archives", nargs="+", type=Path, metavar="ARCHIVE")
    options = parser.parse_args()
    report = Report()
    for sides in ([], ["--duplex", "--bags", "before"]):
        with tempfile.TemporaryDirectory() as home:
            job = Job(options, Path(home), sides)
            name = "job-duplex" if sides else "job"
            report.judge(name, "same-pages", must_have_same_pages, job)
            report.judge(name, "separators", must_name_archives, job)
            if sides:
                report.judge(name, "fronts", must_begin_on_fronts, job)
            judge = verapdf.VeraPDF([(flavour, job.path) for flavour in ("3u", "ua1")])
            report.judge(name, "verapdf-3u", judge.verdict, "3u", job.path)
            report.judge(name, "verapdf-ua1", judge.verdict, "ua1", job.path)
            report.judge(name, "qpdf", pdf.passes_qpdf, job.path)
            report.judge(name, "mutool", pdf.passes_mutool, job.path)
    return report.close()


class Job:
    """A job that was made, and its pages drawn."""

    def __init__(self, options, home, sides):
        self.path = home / "job.pdf"
        self.home = home
        made = must_succeed(run(
            options.dossier, "print-set", *options.archives, "-o", self.path, "--json", "--date", options.date,
            *sides))
        self.said = json.loads(made.stdout)
        with pikepdf.open(self.path) as document:
            self.labels = [page.label for page in document.pages]
        self.pages = drawn(self.path, home / "pages")


def drawn(path, folder):
    folder.mkdir()
    subprocess.run(["pdftoppm", "-r", "50", path, folder / "p"], check=True)
    return [file.read_bytes() for file in sorted(folder.glob("p*.ppm"))]


def must_have_same_pages(job):
    compared = 0
    for number, listed in enumerate(job.said["archives"], 1):
        for place, volume in enumerate(volumes(listed["source"])):
            path = job.home / f"{number}-{place}.pdf"
            path.write_bytes(volume)
            own = drawn(path, job.home / f"own-{number}-{place}")
            with pikepdf.open(path) as document:
                labels = [LABEL.format(number=number, label=page.label) for page in document.pages]
            start = job.labels.index(labels[0])
            if job.labels[start:start + len(labels)] != labels:
                raise Failed(f"archive {number}: other labels")
            for index, page in enumerate(own):
                if page != job.pages[start + index]:
                    raise Failed(f"archive {number}, volume {place + 1}: page {index + 1} is drawn otherwise")
            compared += len(own)
    return f"{compared} pages"


def volumes(archive):
    with zipfile.ZipFile(archive) as bag:
        path = next(name for name in bag.namelist() if name.endswith("/data/manifest.json"))
        root = path.split("/")[0]
        manifest = json.loads(bag.read(path))
        return [bag.read(f"{root}/{volume['path']}") for volume in manifest["volumes"]]


def must_name_archives(job):
    """The codes of the sheets are those of the covers that follow."""
    for number, listed in enumerate(job.said["archives"], 1):
        sheet = job.labels.index(f"{number}-分隔页")
        cover = job.labels.index(f"{number}-封面")
        if not listed["first"] <= sheet + 1 < cover + 1:
            raise Failed(f"archive {number} does not begin where it is said to")
        if code_on(job, sheet) != code_on(job, cover):
            raise Failed(f"archive {number}: another code before it")
    return f"{number} archives"


def code_on(job, page):
    subprocess.run(["pdftoppm", "-r", "150", "-gray", "-singlefile", "-f", str(page + 1), job.path,
                    job.home / "code"], check=True)
    found = [code.text for code in zxingcpp.read_barcodes(Image.open(job.home / "code.pgm"))]
    ours = [text for text in found if text.startswith(("DS0:", "DS1:"))]
    if len(ours) != 1:
        raise Failed(f"page {page + 1} has {len(ours)} codes")
    return ours[0]


def must_begin_on_fronts(job):
    starts = [label for label in job.labels if label.endswith(("-分隔页", "-封面", "-档案袋封面")) or label == "i"]
    for label in starts:
        if job.labels.index(label) % 2:
            raise Failed(f"{label} is a back page")
    return f"{len(starts)} fronts"


if __name__ == "__main__":
    sys.exit(main())
