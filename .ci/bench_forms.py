#!/usr/bin/env python3
"""Measures `dossier form batch` beside Typst and ReportLab: one page, N files, the same answers.

    .ci/bench_forms.py --dossier PATH [--rows 1000] [--runs 3] [--growth 10 100 1000 10000]

The figure is CPU time (user and system), the median of runs in which the programs take turns. The peers'
programs and the answers are those of `bench/forms.py` in the folder that DOSSIER_SHARED names, or else of
`../shared` beside the repository; without it only ours is measured, with answers of its own. "Floor" is
`cp` of our own files: what any program needs to write them.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import tempfile
from pathlib import Path

from judging import tools

REPOSITORY = Path(__file__).resolve().parents[1]
TEMPLATE = REPOSITORY / "Tests" / "FormBenchmark" / "bench-form.yaml"
FIELDS = ("name sex born nation idNumber education school major unit unitCode department post "
          "from to teacher licence").split()
PEERS = ["typst", "reportlab"]


def main():
    options = parsed_options()
    shared = Path(os.environ.get("DOSSIER_SHARED") or tools.REPOSITORY.parent / "shared")
    forms = shared / "bench" / "forms.py"
    python = tools.venv_program("python")
    has_peers = forms.exists() and python.exists()
    if not has_peers:
        print("SKIP  no shared/bench or no Python environment: no peers")
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        people = people_of(forms) if has_peers else person
        compare(options, folder, people, [str(python), "-B", str(forms)] if has_peers else None)
        grow(options, folder, people)


def parsed_options():
    parser = argparse.ArgumentParser(description="Measures dossier form batch.")
    parser.add_argument("--dossier", required=True, type=Path)
    parser.add_argument("--rows", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--growth", type=int, nargs="*", default=[10, 100, 1000, 10000])
    return parser.parse_args()


def people_of(forms):
    """The answers of the peers' benchmark, as ours are named."""
    names = {}
    source = forms.read_text().split("def wrap(")[0]
    exec(compile(source, str(forms), "exec"), names)
    return lambda number: dict(zip(FIELDS, answers_of(names["person"](number))))


def answers_of(person):
    return [row[column] for row in person["rows"] for column in (1, 3)]


def person(number):
    chance = random.Random(number)
    words = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平"
    return {field: "".join(chance.choices(words, k=4)) for field in FIELDS}


def write_rows(path, people, count):
    with open(path, "w", encoding="utf-8") as file:
        for number in range(count):
            file.write(json.dumps(people(number), ensure_ascii=False) + "\n")


def compare(options, folder, people, peer):
    rows = folder / "rows.jsonl"
    write_rows(rows, people, options.rows)
    names = ["dossier", *(PEERS if peer else [])]
    figures = {name: [] for name in [*names, "floor"]}
    for run in range(options.runs):
        # Each run has a folder of its own: ext4 is slow to make files where others were just removed.
        outs = {name: folder / f"{name}-{run}" for name in figures}
        for name in names:
            command = (ours(options, rows, outs[name], 1) if name == "dossier"
                       else peer + [name, str(options.rows), str(outs[name])])
            figures[name].append(measured(command))
        figures["floor"].append(
            measured(["cp", "-r", str(outs["dossier"]), str(outs["floor"])]))
    sizes = {name: mean_size(outs[name]) for name in names}
    print(f"{options.rows} one-page forms, a file each, one process:")
    print("| program | CPU ms a form | times ours | KB a file | peak MB |")
    print("| --- | --- | --- | --- | --- |")
    own = statistics.median(cpu for cpu, _ in figures["dossier"])
    for name, runs in figures.items():
        cpu = statistics.median(cpu for cpu, _ in runs)
        size = f"{sizes[name] / 1000:.1f}" if name in sizes else ""
        print(f"| {name} | {cpu / options.rows:.2f} | {cpu / own:.1f} | {size} "
              f"| {max(memory for _, memory in runs):.0f} |")


def grow(options, folder, people):
    print("| rows | CPU ms a form | peak MB |")
    print("| --- | --- | --- |")
    for count in options.growth:
        rows = folder / "growth.jsonl"
        write_rows(rows, people, count)
        cpu, memory = measured(ours(options, rows, folder / f"growth-{count}", 1))
        print(f"| {count} | {cpu / count:.2f} | {memory:.0f} |")


def ours(options, rows, out, jobs):
    return [str(options.dossier), "form", "batch", str(TEMPLATE), "--data", str(rows), "-o",
            str(out), "--jobs", str(jobs), "--date", "2026-01-15", "-q"]


def measured(command):
    """CPU milliseconds and peak megabytes of a command and its children."""
    out = Path(command[-1])
    if "forms.py" in " ".join(command):
        out.mkdir(parents=True, exist_ok=True)
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=REPOSITORY)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    return (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024


def mean_size(folder):
    sizes = [path.stat().st_size for path in folder.glob("*.pdf")]
    return sum(sizes) / max(1, len(sizes))


if __name__ == "__main__":
    main()
