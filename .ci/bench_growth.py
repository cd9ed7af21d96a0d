#!/usr/bin/env python3
"""Measures how `dossier pack` grows with the pictures of one candidate, beside img2pdf and Typst.

    .ci/bench_growth.py --dossier PATH [--runs 3]

CPU is the median of runs in which the programs take turns, for each picture; the floor is the least work
possible (floor.c) on the same pictures. What a PDF takes besides its pictures is its size less the bytes of
all image streams, as pikepdf reads them.
"""

import argparse
import os
import shutil
import sys
import zipfile
from pathlib import Path

import bench
from judging import tools
from workload import GROWTH_SIZES, converted, prepared_workload

PEERS = ("img2pdf", "typst")


def main():
    options = parsed_options()
    shared = Path(os.environ.get("DOSSIER_SHARED") or tools.REPOSITORY.parent / "shared")
    if not (shared / "bench" / "p1.py").exists() or not tools.venv_program("python").exists():
        sys.exit("SKIP  no shared/bench or no Python environment: no workload")
    theirs = prepared_workload(shared, 1, tools.home() / "bench")
    floor = bench.compiled_floor()
    print("| pictures | program | CPU ms a picture | floor, CPU ms a picture | peak MB"
          " | PDF pages | PDF less pictures, KB | bytes a page beyond 60 KB |")
    print("| --: | --- | --: | --: | --: | --: | --: | --: |")
    for size in GROWTH_SIZES:
        folder = theirs / f"g{size}"
        subject = bench.Subject(str(size), [converted(folder, tools.home() / "bench" / "grown")], [folder])
        commands = {"dossier": bench.pack_command(options.dossier, subject)}
        commands |= {name: peer(shared, name, subject) for name in PEERS}
        commands["floor"] = lambda out: [floor, *subject.pictures]
        print_rows(subject, bench.measured(commands, options.runs), commands, shared)


def parsed_options():
    parser = argparse.ArgumentParser(description="Measures how dossier pack grows.")
    parser.add_argument("--dossier", required=True, type=Path, metavar="PATH")
    parser.add_argument("--runs", type=int, default=3)
    return parser.parse_args()


def peer(shared, backend, subject, *more):
    return lambda out: [
        tools.venv_program("python"), "-B", shared / "bench" / "p1.py", "--backend", backend,
        "--validate", "pillow", *more, "--out", out, *subject.peer_candidates]


def print_rows(subject, results, commands, shared):
    count = len(subject.pictures)
    floor = results["floor"].cpu_ms / count
    for name in ("dossier", *PEERS):
        with tools.scratch() as out:
            command = commands[name] if name == "dossier" else peer(shared, name, subject, "--only", "pdf")
            bench.usage_of(command(out))
            pages, overhead = besides_pictures(Path(out))
        result = results[name]
        print(f"| {count} | {name} | {result.cpu_ms / count:.2f} | {floor:.2f}"
              f" | {result.memory_mb:.1f} | {pages} | {overhead / 1000:.1f}"
              f" | {max(0, overhead - 60_000) / pages:.0f} |", flush=True)


def besides_pictures(folder):
    """The pages of the PDF in a folder, or in an archive there, and its bytes that are no pictures."""
    for archive in folder.glob("*.zip"):
        with zipfile.ZipFile(archive) as opened:
            name = next(each for each in opened.namelist() if each.endswith("data/dossier.pdf"))
            # In pieces: what this process ever held would be counted as its children's peak.
            with opened.open(name) as pdf, open(folder / "dossier.pdf", "wb") as copy:
                shutil.copyfileobj(pdf, copy)
    path = next(folder.glob("*.pdf"))
    answer = tools.must_succeed(tools.run(tools.venv_program("python"), "-c", COUNT, path))
    pages, pictures = map(int, answer.stdout.split())
    return pages, path.stat().st_size - pictures


COUNT = """
import pikepdf, sys
with pikepdf.open(sys.argv[1]) as pdf:
    images = [each for each in pdf.objects
              if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"]
    print(len(pdf.pages), sum(int(each.Length) for each in images))
"""


if __name__ == "__main__":
    main()
