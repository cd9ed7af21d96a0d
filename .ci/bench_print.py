#!/usr/bin/env python3
"""Measures `dossier print-set` as the number of archives grows: time must be linear, memory flat.

    .ci/bench_print.py --dossier PATH CANDIDATE... [--counts 10,100,300] [--duplex]

Each candidate's folder is packed so many times under another name, half of the archives sealed, and put
into one job; the archives and the job are gone afterwards (some 5 MB an archive). Beside it stands what
reading, hashing and writing so many bytes takes at least: `sha256sum` of the archives and of the job.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import DATE, usage_of
from judging import tools


def main():
    options = parsed_options()
    print("| archives of | archives | pages | job, MB | CPU ms/archive | CPU ms/page | wall ms/archive"
          " | sha256sum, CPU ms/archive | peak, MB |")
    print("| --- | --: | --: | --: | --: | --: | --: | --: | --: |")
    for candidate in options.candidates:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            archives = []
            for count in options.counts:
                archives += packed(candidate, Path(folder), range(len(archives), count), options.dossier)
                print(row(candidate.name, archives, Path(folder), options), flush=True)


def parsed_options():
    parser = argparse.ArgumentParser(description="Measures dossier print-set.")
    parser.add_argument("--dossier", required=True, type=Path, metavar="PATH")
    parser.add_argument("candidates", nargs="+", type=Path, metavar="CANDIDATE")
    parser.add_argument("--counts", default="10,100,300", metavar="LIST")
    parser.add_argument("--duplex", action="store_true")
    options = parser.parse_args()
    options.counts = sorted(map(int, options.counts.split(",")))
    return options


def packed(candidate, folder, numbers, dossier):
    """Packs copies of a candidate, each of another name; every other one is sealed."""
    key = folder / "key.pem"
    if not key.exists():
        tools.must_succeed(tools.run("openssl", "genpkey", "-algorithm", "ed25519", "-out", key))
        key.chmod(0o600)
    described = (candidate / "candidate.yaml").read_text()
    name = next(line for line in described.splitlines() if line.startswith("name:"))
    copies = folder / "copies"
    copies.mkdir(exist_ok=True)
    for number in numbers:
        copy = copies / f"{number:05}"
        # The pictures are linked, not copied.
        subprocess.run(["cp", "-rl", candidate.resolve(), copy], check=True)
        (copy / "candidate.yaml").unlink()
        (copy / "candidate.yaml").write_text(described.replace(name, f"name: 范例{chr(0x4E00 + number)}"))
    archives = []
    for seal in ([], ["--key", key]):
        made = folder / ("sealed" if seal else "plain")
        chosen = [copies / f"{number:05}" for number in numbers if bool(number % 2) == bool(seal)]
        before = set(made.glob("*.zip"))
        usage_of([
            dossier, "pack", *chosen, "-o", f"{made}/", "--date", DATE, "--allow-findings", *seal])
        archives += sorted(set(made.glob("*.zip")) - before)
    subprocess.run(["rm", "-r", copies], check=True)
    return archives


def row(name, archives, folder, options):
    names, job = folder / "names.txt", folder / "job.pdf"
    names.write_text("\n".join(map(str, archives)))
    duplex = ["--duplex"] if options.duplex else []
    started = os.times().elapsed
    usage = usage_of([
        options.dossier, "print-set", f"@{names}", "-o", job, "--force", "--date", DATE, *duplex])
    wall = os.times().elapsed - started
    least = usage_of(["sha256sum", *archives, job])
    count = len(archives)
    pages = int(next(
        line for line in tools.must_succeed(tools.run("pdfinfo", job)).stdout.decode().splitlines()
        if line.startswith("Pages:")).split()[1])
    size = job.stat().st_size / 1e6
    job.unlink()
    cpu = (usage.ru_utime + usage.ru_stime) * 1000
    floor = (least.ru_utime + least.ru_stime) * 1000
    cells = [name, count, pages, f"{size:.0f}", f"{cpu / count:.1f}", f"{cpu / pages:.2f}",
             f"{wall * 1000 / count:.1f}", f"{floor / count:.1f}", f"{usage.ru_maxrss / 1024:.0f}"]
    return f"| {' | '.join(map(str, cells))} |"


if __name__ == "__main__":
    sys.exit(main())
