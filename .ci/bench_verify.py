#!/usr/bin/env python3
"""Measures `dossier verify` beside the least work possible: reading and hashing the archive (floor_verify.c).

    .ci/bench_verify.py --dossier PATH [CANDIDATE...] [--runs 15]

CPU time of user and system, the median of runs in which the programs take turns. What the process costs
before it does anything is measured by `dossier --version` and told beside it: of a small archive it is most.
The workload of 200 pictures is that of bench.py.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from bench import DATE, measured, usage_of
from judging import tools
from workload import converted, GROWTH_SIZES, prepared_workload


def main():
    parser = argparse.ArgumentParser(description="Measures dossier verify.")
    parser.add_argument("--dossier", required=True, type=Path, metavar="PATH")
    parser.add_argument("candidates", nargs="*", type=Path, metavar="CANDIDATE")
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    floor = compiled_floor()
    candidates = [(path.name, path) for path in options.candidates] + list(large_candidates())
    print("| archive | MB | dossier verify, CPU ms | of it start, ms | floor, CPU ms | whole / floor"
          " | without start / floor | peak, MB |")
    print("| --- | --: | --: | --: | --: | --: | --: | --: |")
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for number, (name, candidate) in enumerate(candidates):
            archive = Path(folder) / f"{number}.zip"
            usage_of([options.dossier, "pack", candidate, "-o", archive, "--date", DATE, "--allow-findings"])
            print(row(name, archive, options, floor), flush=True)


def compiled_floor():
    program = tools.home() / "bench" / "floor_verify"
    source = Path(__file__).with_name("floor_verify.c")
    program.parent.mkdir(parents=True, exist_ok=True)
    tools.must_succeed(tools.run("cc", "-O2", source, "-o", program, "-ldeflate", "-lcrypto"))
    return program


def large_candidates():
    shared = Path(os.environ.get("DOSSIER_SHARED") or tools.REPOSITORY.parent / "shared")
    if not (shared / "bench" / "gen_workload.py").exists() or not tools.venv_program("python").exists():
        print("SKIP  no shared/bench or no Python environment: no archive of 200 pictures")
        return
    cache = tools.home() / "bench"
    theirs = prepared_workload(shared, 20, cache)
    for size in GROWTH_SIZES[1:]:
        yield f"{size} pictures", converted(theirs / f"g{size}", cache / "converted")


def row(name, archive, options, floor):
    results = measured({
        "dossier": lambda out: [options.dossier, "verify", archive, "-q"],
        "start": lambda out: [options.dossier, "--version"],
        "floor": lambda out: [floor, archive],
    }, options.runs)
    ours, start, least = (results[each].cpu_ms for each in ("dossier", "start", "floor"))
    cells = [name, f"{archive.stat().st_size / 1e6:.1f}", f"{ours:.1f}", f"{start:.1f}", f"{least:.1f}",
             f"{ours / least:.2f}", f"{(ours - start) / least:.2f}", f"{results['dossier'].memory_mb:.0f}"]
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main())
