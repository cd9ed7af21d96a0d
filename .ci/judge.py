#!/usr/bin/env python3
"""Judges archives and PDF files with tools that are not ours.

    .ci/judge.py ARCHIVE.zip... [--pdf FILE.pdf]... [--candidate DIR]... [--key PUBLIC.jwk|pem]

Prints `ok|FAIL|SKIP  file  check  detail` for each check, then `N passed, N failed, N skipped`;
exits 1 when a check failed. `.ci/setup judge` installs the judges; one that is missing is skipped.
"""

import argparse
import os
import sys
from pathlib import Path

from judging import archive, codes, cose, manifest, pdf, pictures, tools
from judging.report import Report
from judging.verapdf import VeraPDF


def main():
    options = parsed_options()
    report = Report(only=options.only)
    key = cose.read_key(options.key) if options.key else None
    with tools.scratch() as folder:
        judge_all(report, folder, options.archives, options.pdf, options.candidate, key)
    return report.close()


def parsed_options():
    parser = argparse.ArgumentParser(description="Judges archives and PDF files.")
    parser.add_argument("archives", nargs="*", type=Path, metavar="ARCHIVE.zip")
    parser.add_argument("--pdf", action="append", type=Path, default=[], metavar="FILE.pdf")
    parser.add_argument("--candidate", action="append", type=Path, default=[], metavar="DIR")
    parser.add_argument("--key", metavar="PUBLIC", help="a JWK or PEM file: whose seal it must be")
    parser.add_argument("--only", action="append", metavar="CHECK", help="run this check alone")
    options = parser.parse_args()
    if not options.archives and not options.pdf:
        parser.error("nothing to judge")
    return options


def judge_all(report, folder, paths, pdfs, candidates, key):
    archives = [
        archive.Archive(path, folder / f"archive{index}") for index, path in enumerate(paths)]
    for each in archives:
        archive.judge(report, each)
    volumes = [volume for each in archives for volume in each.volumes]
    verapdf = VeraPDF(flavours([volume.pdf for volume in volumes] + pdfs))
    for each in archives:
        manifest.judge(report, each)
        codes.judge(report, each, key)
    for volume in volumes:
        drawn = volume.unpacked / "drawn"
        manifest.judge_volume(report, volume)
        pdf.judge(report, volume.name, volume.pdf, verapdf, drawn)
        pictures.judge(report, volume)
        codes.judge_volume(report, volume, drawn, key)
    for index, file in enumerate(pdfs):
        pdf.judge(report, file.name, file, verapdf, folder / f"drawn{index}")
    for candidate in candidates:
        report.judge(candidate.name, "candidate", archive.holds_candidate, archives, candidate)


def flavours(pdfs):
    for file in pdfs:
        yield pdf.PROFILE, file
        if pdf.claims_accessibility(file):
            yield "ua1", file


def enter_environment():
    """Starts again in the Python environment of the judges, if there is one."""
    python = tools.venv_program("python")
    if python.exists() and Path(sys.prefix) != python.parent.parent:
        os.execv(python, [str(python), "-B", *sys.argv])


if __name__ == "__main__":
    enter_environment()
    sys.exit(main())
