#!/usr/bin/env python3
"""Does `dossier verify` notice every change of a bag, and say which file it is?

    .ci/tamper.py ARCHIVE.zip --dossier PATH [--trust FILE]

Changes one byte of each file in turn, then removes, renames and adds files. Each time
`dossier verify FOLDER --json` must exit 2 and name the file. Exits 1 when it misses one.
"""

import argparse
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

from judging.report import Failed, Report
from judging.tools import scratch

CLEAN, REFUSED = 0, 2
EXTRA_PICTURE = "99.jpg"


def main():
    parser = argparse.ArgumentParser(description="Tampers with a bag and asks dossier about it.")
    parser.add_argument("archive", type=Path)
    parser.add_argument("--dossier", required=True, type=Path, metavar="PATH")
    parser.add_argument("--trust", metavar="FILE", help="passed on to dossier verify")
    parser.add_argument("--as-of", metavar="DAY", help="passed on to dossier verify")
    options = parser.parse_args()
    words = [str(options.dossier.resolve()), "verify", "--json"]
    words += ["--trust", options.trust] if options.trust else []
    words += ["--as-of", options.as_of] if options.as_of else []
    report = Report()
    with scratch() as folder:
        with zipfile.ZipFile(options.archive) as archive:
            archive.extractall(folder)
        bag = folder / options.archive.stem
        attack(report, Verifier(words, bag), bag)
    return report.close()


class Verifier:
    """`dossier verify` on one bag folder."""

    def __init__(self, words, bag):
        self.words = [*words, str(bag)]

    def must_accept(self):
        exit_code, texts = self._run()
        if exit_code != CLEAN:
            raise Failed(f"exit {exit_code} for a bag that is as it was made: {' | '.join(texts)}")

    def must_refuse(self, names):
        """Any of the names will do: a renamed file may be reported under either."""
        exit_code, texts = self._run()
        if exit_code != REFUSED:
            raise Failed(f"exit {exit_code} instead of {REFUSED}")
        # Not within a longer word: tagmanifest-sha256.txt is no mention of manifest-sha256.txt.
        mention = re.compile("|".join(rf"(?<!\w){re.escape(name)}" for name in names))
        if not any(mention.search(text) for text in texts):
            raise Failed(f"{' or '.join(names)} is not named in what it says")

    def _run(self):
        result = subprocess.run(self.words, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        try:
            return result.returncode, list(texts_in(json.loads(result.stdout)))
        except ValueError:
            raise Failed(f"exit {result.returncode}, and no JSON: {result.stderr}") from None


def attack(report, verifier, bag):
    files = sorted(path for path in bag.rglob("*") if path.is_file())
    pictures = [path for path in files if path.parent.parent.name == "materials"]
    report.judge("untouched", "accepts", verifier.must_accept)
    for path in files:
        report.judge(shown(bag, path), "byte changed", refuses_changed, verifier, bag, path)
    for path in [pictures[0], bag / "data" / "manifest.json", bag / "data" / "dossier.pdf"]:
        report.judge(shown(bag, path), "removed", refuses_removed, verifier, bag, path)
    report.judge(shown(bag, pictures[0]), "renamed", refuses_renamed, verifier, bag, pictures[0])
    added = pictures[0].with_name(EXTRA_PICTURE)
    report.judge(shown(bag, added), "added", refuses_added, verifier, bag, added, pictures[0])
    report.judge("restored", "accepts", verifier.must_accept)


def refuses_changed(verifier, bag, path):
    whole = path.read_bytes()
    middle = len(whole) // 2
    path.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1:])
    try:
        verifier.must_refuse([name_in_reports(bag, path)])
    finally:
        path.write_bytes(whole)


def refuses_removed(verifier, bag, path):
    whole = path.read_bytes()
    path.unlink()
    try:
        verifier.must_refuse([shown(bag, path)])
    finally:
        path.write_bytes(whole)


def refuses_renamed(verifier, bag, path):
    renamed = path.rename(path.with_name(EXTRA_PICTURE))
    try:
        verifier.must_refuse([shown(bag, path), shown(bag, renamed)])
    finally:
        renamed.rename(path)


def refuses_added(verifier, bag, path, model):
    path.write_bytes(model.read_bytes())
    try:
        verifier.must_refuse([shown(bag, path)])
    finally:
        path.unlink()


def shown(bag, path):
    return str(path.relative_to(bag))


def name_in_reports(bag, path):
    """A payload file must be named by its path in the bag; of a tag file any mention will do."""
    return shown(bag, path) if path.is_relative_to(bag / "data") else path.name


def texts_in(value):
    """All strings of a JSON value, unescaped: a path may be written with `\\/` or `\\u`."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts_in([key, inner])
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner)


if __name__ == "__main__":
    sys.exit(main())
