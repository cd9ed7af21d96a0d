#!/usr/bin/env python3
"""Measures `dossier pack` beside the least work possible (floor.c) and the fastest peer (img2pdf).

    .ci/bench.py --dossier PATH [CANDIDATE...] [--batch 20] [--runs 5]

The figure is CPU time (user and system, with all child processes), the median of runs in which the
programs take turns, so that a change of the machine's speed meets all of them. The workload and the
peer stand in `bench/` of the folder that DOSSIER_SHARED names, or else of `../shared` beside the
repository; without it only the given candidates are measured.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from judging import tools
from workload import converted, GROWTH_SIZES, pictures_of, prepared_workload

DATE = "2026-01-15"


class Subject:
    """A row of the table: some candidates, in our layout and, if the peer knows them, in its own."""

    def __init__(self, name, candidates, peer_candidates=()):
        self.name = name
        self.candidates = list(candidates)
        self.peer_candidates = list(peer_candidates)
        self.pictures = [picture for each in self.candidates for picture in pictures_of(each)]


class Measurement:
    """CPU time and memory of one command's runs."""

    def __init__(self):
        self.cpu = []
        self.memory = []

    def add(self, usage):
        self.cpu.append((usage.ru_utime + usage.ru_stime) * 1000)
        self.memory.append(usage.ru_maxrss / 1024)

    @property
    def cpu_ms(self):
        return statistics.median(self.cpu)

    @property
    def memory_mb(self):
        return max(self.memory)


def main():
    options = parsed_options()
    floor = compiled_floor()
    shared = Path(os.environ.get("DOSSIER_SHARED") or tools.REPOSITORY.parent / "shared")
    subjects = [Subject(path.name, [path]) for path in options.candidates]
    peer = None
    if (shared / "bench" / "gen_workload.py").exists() and tools.venv_program("python").exists():
        peer = [tools.venv_program("python"), "-B", shared / "bench" / "p1.py"]
        subjects += workload_subjects(shared, options.batch)
    else:
        print("SKIP  no shared/bench or no Python environment: neither workload nor peer")
    print_table(subjects, options, floor, peer)


def parsed_options():
    parser = argparse.ArgumentParser(description="Measures dossier pack.")
    parser.add_argument("--dossier", required=True, type=Path, metavar="PATH")
    parser.add_argument("candidates", nargs="*", type=Path, metavar="CANDIDATE")
    parser.add_argument("--batch", type=int, default=20, help="candidates in the batch")
    parser.add_argument("--runs", type=int, default=5)
    return parser.parse_args()


def compiled_floor():
    program = tools.home() / "bench" / "floor"
    source = Path(__file__).with_name("floor.c")
    program.parent.mkdir(parents=True, exist_ok=True)
    tools.must_succeed(
        tools.run("cc", "-O2", source, "-o", program, "-ljpeg", "-lz", "-lcrypto"))
    return program


def workload_subjects(shared, batch):
    theirs = prepared_workload(shared, batch, tools.home() / "bench")
    ours = tools.home() / "bench" / "converted"
    batch_folders = [theirs / f"c{number:04d}" for number in range(1, batch + 1)]
    growth_folders = [theirs / f"g{size}" for size in GROWTH_SIZES]
    yield Subject("one candidate", [converted(batch_folders[0], ours)], batch_folders[:1])
    yield Subject(f"batch of {batch}", [converted(each, ours) for each in batch_folders], batch_folders)
    for folder, size in zip(growth_folders, GROWTH_SIZES):
        yield Subject(f"{size} pictures", [converted(folder, ours)], [folder])


def print_table(subjects, options, floor, peer):
    print("| workload | pictures | dossier, CPU ms/candidate | floor, CPU ms | dossier / floor"
          " | img2pdf, CPU ms | dossier / img2pdf | dossier, MB | img2pdf, MB |")
    print("| --- | --: | --: | --: | --: | --: | --: | --: | --: |")
    for subject in subjects:
        commands = {"dossier": pack_command(options.dossier, subject)}
        commands["floor"] = lambda out, subject=subject: [floor, *subject.pictures]
        if peer and subject.peer_candidates:
            commands["peer"] = peer_command(peer, subject)
        print(row(subject, measured(commands, options.runs)), flush=True)


def pack_command(dossier, subject):
    return lambda out: [
        dossier, "pack", *subject.candidates, "-o", out, "--date", DATE, "--allow-findings"]


def peer_command(peer, subject):
    return lambda out: [
        *peer, "--backend", "img2pdf", "--validate", "pillow", "--out", out, *subject.peer_candidates]


def row(subject, results):
    count = len(subject.candidates)
    ours, floor, peer = (results.get(name) for name in ("dossier", "floor", "peer"))
    cells = [subject.name, len(subject.pictures), f"{ours.cpu_ms / count:.1f}",
             f"{floor.cpu_ms / count:.1f}", f"{ours.cpu_ms / floor.cpu_ms:.2f}"]
    cells += [f"{peer.cpu_ms / count:.1f}", f"{ours.cpu_ms / peer.cpu_ms:.2f}"] if peer else ["SKIP"] * 2
    cells += [f"{ours.memory_mb:.0f}", f"{peer.memory_mb:.0f}" if peer else "SKIP"]
    return f"| {' | '.join(map(str, cells))} |"


def measured(commands, runs):
    """Runs the commands in turn, once unmeasured so that every file is in the page cache."""
    results = {name: Measurement() for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            with tools.scratch() as out:
                usage = usage_of(command(out))
            if turn:
                results[name].add(usage)
    return results


def usage_of(command):
    """The resources of one process and its children; wait4 tells them without a tool in between.

    Linux counts this Python's own memory, some 20 MB, as the least that a child has ever had.
    """
    environment = {"DOSSIER_TEMPLATES": str(tools.REPOSITORY / "Templates"), **os.environ}
    with tempfile.TemporaryFile() as complaints:
        process = subprocess.Popen(
            [str(word) for word in command], env=environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=complaints)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            complaints.seek(0)
            said = complaints.read().decode(errors="replace")
            sys.exit(f"{Path(str(command[0])).name} gave exit {process.returncode}: {said}")
    return usage


if __name__ == "__main__":
    main()
