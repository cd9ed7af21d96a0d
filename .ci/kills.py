#!/usr/bin/env python3
"""Kills `submit`, `office import` and `office review` at random moments, and looks at what they leave.

    .ci/kills.py DOSSIER [--times N] [--seed S]

The three take turns, each on copies of one small case, until N were killed. A moment is drawn from a
whole run's duration, every second one from the part of it in which files change; a process that has
ended by then is judged, but not counted among the N. After each kill the command must do its work when
run once more, as if nothing had happened: no half archive, no lost or doubled event, and candidate and
office hold the same record. The first fault says what is wrong and keeps the folder; exits 1 then.
"""

import argparse
import hashlib
import json
import os
import random
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from contextlib import closing
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
PORTRAIT = REPOSITORY / "Templates/Samples/hunan-2026/materials/小2寸白底证件照/1.jpg"
CANDIDATE = """\
name: 试样甲
idKind: 二代身份证
idNumber: "990101199001010019"
area: hunan-2026
profile:
  level: 执业医师
  category: 临床
  education: 本科
  identity: 大陆居民
"""
PICTURES = ("小2寸白底证件照/1.jpg", "有效身份证明/1.jpg", "有效身份证明/2.jpg")
DECISION = ("--return", "有效身份证明/1", "--reason", "unclear", "--note", "请重拍",
            "--reviewer", "甲", "--seen", "1")
SUBMITTED, IMPORTED, REVIEWED = 1770256800, 1770343200, 1770346800  # 2026-02-05 and the day after
MINUTE = 60
MEASURED_RUNS, GROWTH = 7, 1.005
HANGING = 120


class Fault(Exception):
    """Something that a kill must not bring about."""


def main():
    parser = argparse.ArgumentParser(description="Kills commands at random moments.")
    parser.add_argument("dossier", type=Path, metavar="DOSSIER")
    parser.add_argument("--times", type=int, default=45, metavar="N",
                        help="how often in all (45)")
    parser.add_argument("--seed", type=int, default=1, metavar="S",
                        help="of the moments (1)")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="kills-"))
    try:
        targets = measured_targets(Tool(options.dossier.resolve(), folder), folder)
    except Fault as fault:
        print(f"FAIL  undisturbed: {fault}\nThe folder is kept: {folder}")
        return 1
    if not kill_all(targets, folder, options):
        return 1
    for target in targets:
        print(target.summary())
    shutil.rmtree(folder)
    return 0


def measured_targets(tool, folder):
    bench = Bench(tool, folder / "bench")
    targets = [Submission(bench), Import(bench), Review(bench)]
    for target in targets:
        target.measure(folder)
    return targets


def kill_all(targets, folder, options):
    number = killed = 0
    while killed < options.times:
        target = targets[number % len(targets)]
        share = random.Random(f"{options.seed} {number}").random()
        moment = target.moment(share, is_late=number // len(targets) % 2 == 1)
        place = folder / f"round-{number}"
        try:
            killed += target.kill_and_judge(place, moment)
        except Fault as fault:
            print(f"FAIL  {target.name}, round {number} of seed {options.seed}, killed after "
                  f"{moment * 1000:.1f} ms: {fault}\nThe folder is kept: {place}")
            return False
        shutil.rmtree(place)
        number += 1
    return True


class Tool:
    """The command, run at moments of our choice."""

    def __init__(self, path, home):
        self.path = path
        self.environment = {
            **os.environ, "DOSSIER_TEMPLATES": str(REPOSITORY / "Templates"), "LANG": "C.UTF-8",
            "XDG_DATA_HOME": str(home / "data"), "SWIFT_BACKTRACE": "enable=no"}

    def start(self, moment, *words, **streams):
        environment = {**self.environment, "SOURCE_DATE_EPOCH": str(moment)}
        command = [str(word) for word in (self.path, *words)]
        return subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, **streams)

    def must(self, moment, *words):
        """Runs it to its good end; what it printed."""
        process = self.start(moment, *words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            out, complaint = process.communicate(timeout=HANGING)
        except subprocess.TimeoutExpired:
            process.kill()
            raise Fault(f"{words[0]} hangs") from None
        if process.returncode:
            said = (complaint + out).decode(errors="replace")
            raise Fault(f"{' '.join(map(str, words))}: exit {process.returncode}: {said}")
        return out.decode()


class Bench:
    """The case before each of the commands, to be copied."""

    def __init__(self, tool, folder):
        self.tool, self.folder = tool, folder
        self.candidate, self.submitted = folder / "candidate", folder / "submitted"
        self.register, self.imported = folder / "register", folder / "imported"
        self.archive, self.trust = folder / "first.zip", folder / "trusted.json"
        self.key = ("--key", folder / "site.pem")
        self._make_candidate()
        self._make_office()
        shutil.copytree(self.candidate, self.submitted)
        tool.must(SUBMITTED, "submit", self.submitted, "-o", self.archive, "--allow-findings", "-q")
        shutil.copytree(self.register, self.imported)
        tool.must(IMPORTED, "office", "import", self.archive, "--register", self.imported)
        [shown] = queue(tool, self.imported)["cases"]
        self.case = shown["case"]

    def _make_candidate(self):
        for number, picture in enumerate(PICTURES):
            path = self.candidate / "materials" / picture
            path.parent.mkdir(parents=True, exist_ok=True)
            # Bytes after the end of a picture make it another file, but cost no time to look at.
            path.write_bytes(PORTRAIT.read_bytes() + bytes(number))
        (self.candidate / "candidate.yaml").write_text(CANDIDATE)

    def _make_office(self):
        self.tool.must(SUBMITTED, "key", "new", "-o", self.key[1], "--no-passphrase")
        self.trust.write_text(self.tool.must(
            SUBMITTED, "key", "show", self.key[1], "--name", "考点", "--area", "43",
            "--from", "2026-01-01", "--to", "2026-12-31"))
        self.tool.must(SUBMITTED, "office", "init", "--name", "考点", "--stage", "site",
                       "--area", "hunan-2026", "--register", self.register)


class Target:
    """A command that is killed: what it runs on, when its work is done, and what must hold then."""

    name = ""

    def __init__(self, bench):
        self.bench, self.tool = bench, bench.tool
        self.duration = self.first_change = 0  # the latter as a share of the former
        self.counts = Counter()

    def prepare(self, place):
        """Fills an empty folder."""
        raise NotImplementedError

    def words(self, place):
        """The moment and the words of the command."""
        raise NotImplementedError

    def is_durable(self, place):
        """Whether the event stands where it counts, without repairing anything."""
        raise NotImplementedError

    def judge(self, place, was_durable):
        """Fails unless all is whole, and the command's work can be done."""
        raise NotImplementedError

    def measure(self, folder):
        """Finds out how long a run takes, and when it begins to change files."""
        runs = [self._measured(folder / f"run-{number}") for number in range(MEASURED_RUNS)]
        self.duration = sorted(end for _, end in runs)[MEASURED_RUNS // 2]
        self.first_change = min(first / end for first, end in runs)

    def moment(self, share, is_late):
        start = self.first_change if is_late else 0
        return (start + share * (1 - start)) * self.duration

    def _measured(self, place):
        self._fill(place)
        before, start, first = listing(place), time.monotonic(), None
        process = self._start(place)
        while process.poll() is None:
            if first is None and listing(place) != before:
                first = time.monotonic() - start
        end = time.monotonic() - start
        if process.returncode or first is None:
            raise Fault(f"{self.name} gives exit {process.returncode}")
        self.judge(place, True)
        shutil.rmtree(place)
        return first, end

    def kill_and_judge(self, place, moment):
        """Whether it was killed before it ended."""
        self._fill(place)
        process, start = self._start(place), time.monotonic()
        handle = os.pidfd_open(process.pid)
        select.select([handle], [], [], moment)
        os.close(handle)
        lasted = time.monotonic() - start
        process.kill()
        code = process.wait()
        is_killed = code == -signal.SIGKILL
        self._learn(lasted, is_killed)
        if not is_killed and code:
            raise Fault(f"it ended by itself with exit {code}")
        was_durable = self.is_durable(place)
        if not is_killed and not was_durable:
            raise Fault("it ended well, and nothing is written")
        self.counts["killed" if is_killed else "ended"] += 1
        if is_killed:
            self.counts["after" if was_durable else "before"] += 1
        self.judge(place, was_durable)
        return is_killed

    def _learn(self, lasted, is_killed):
        """A machine is now busy, now idle: some processes shall end just before they are killed."""
        if is_killed:
            self.duration *= GROWTH
        else:
            self.duration += (lasted - self.duration) / 4

    def _fill(self, place):
        place.mkdir()
        self.prepare(place)

    def _start(self, place):
        moment, *words = self.words(place)
        return self.tool.start(moment, *words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def summary(self):
        counts = self.counts
        return (f"ok  {self.name}: killed {counts['killed']} (before the event was durable "
                f"{counts['before']}, after {counts['after']}{self.more()}), ended before "
                f"{counts['ended']}; a run takes {self.duration * 1000:.0f} ms and changes files "
                f"from {self.duration * self.first_change * 1000:.0f} ms on")

    def more(self):
        return ""


class Submission(Target):
    """A candidate submits."""

    name = "submit"

    def prepare(self, place):
        shutil.copytree(self.bench.candidate, place / "candidate")

    def words(self, place):
        return SUBMITTED, "submit", place / "candidate", "-o", place / "first.zip", "--allow-findings"

    def is_durable(self, place):
        log = place / "candidate/case/log.jsonl"
        return log.exists() and log.read_bytes().endswith(b"\n")

    def judge(self, place, was_durable):
        candidate, first, second = place / "candidate", place / "first.zip", place / "second.zip"
        has_first = first.exists()
        if has_first:
            need(was_durable, "there is an archive, though the log has no event")
            self.tool.must(SUBMITTED, "verify", first)
        elif was_durable:
            self.counts["unnamed"] += 1
        if (candidate / "case/log.jsonl").exists():
            self.tool.must(SUBMITTED, "log", candidate, "--check")
        # A minute later, to the same name if it is free: what was submitted keeps its time.
        out = second if has_first else first
        self.tool.must(SUBMITTED + MINUTE, "submit", candidate, "-o", out, "--allow-findings", "-q")
        self.tool.must(SUBMITTED, "verify", out)
        self.tool.must(SUBMITTED, "log", candidate, "--check")
        need(not has_first or first.read_bytes() == second.read_bytes(),
             "the second archive has other bytes than the first")
        need(not was_durable or out.read_bytes() == self.bench.archive.read_bytes(),
             "the archive is not the one of an undisturbed run")
        log = (candidate / "case/log.jsonl").read_bytes()
        need(log == member(out, "data/log.jsonl"), "archive and folder have different logs")
        need(log.count(b"\n") == 1, "the log has not just one event")
        need((candidate / "case/manifest-1.json").read_bytes() == member(out, "data/manifest.json"),
             "the manifest that was kept is not the archive's")

    def more(self):
        return f", of these before the archive had its name {self.counts['unnamed']}"


class Import(Target):
    """An office takes an archive in."""

    name = "office import"

    def prepare(self, place):
        shutil.copytree(self.bench.register, place / "register")

    def words(self, place):
        return (IMPORTED, "office", "import", self.bench.archive, "--register", place / "register",
                "--json")

    def is_durable(self, place):
        return len(lines_of(place / "register")) == 1

    def judge(self, place, was_durable):
        register = place / "register"
        backup(self.tool, place)
        _, *words = self.words(place)
        outcome = json.loads(self.tool.must(IMPORTED + MINUTE, *words))["outcome"]
        expected = "duplicate" if was_durable else "new-case"
        need(outcome == expected, f"the second import says {outcome}, not {expected}")
        shown = queue(self.tool, register)
        need([case["case"] for case in shown["cases"]] == [self.bench.case] and shown["total"] == 1,
             f"the queue shows {len(shown['cases'])} cases")
        digest = hashlib.sha256(self.bench.archive.read_bytes()).hexdigest()
        kept = [path for path in (register / "archives").iterdir() if path.name[0] != "."]
        need([path.name for path in kept] == [f"{digest}.zip"], f"{len(kept)} archives are kept")
        need(hashlib.sha256(kept[0].read_bytes()).hexdigest() == digest, "the archive kept is not it")
        need(lines_of(register) == member(self.bench.archive, "data/log.jsonl").splitlines(),
             "the register has other lines than the archive")
        backup(self.tool, place)


class Review(Target):
    """An office returns a picture."""

    name = "office review"

    def prepare(self, place):
        shutil.copytree(self.bench.imported, place / "register")
        shutil.copytree(self.bench.submitted, place / "candidate")

    def words(self, place):
        return (REVIEWED, "office", "review", self.bench.case, *DECISION, *self.bench.key,
                "--register", place / "register", "--json")

    def is_durable(self, place):
        return len(lines_of(place / "register")) == 2

    def judge(self, place, was_durable):
        version = self.shown(place)["version"]
        need(version == (2 if was_durable else 1), f"the case has version {version}")
        backup(self.tool, place)
        _, *words = self.words(place)
        answer = json.loads(self.tool.must(REVIEWED + MINUTE, *words))
        need(answer["repeated"] == was_durable and answer["version"] == 2, f"answered {answer}")
        events = [event["event"] for event in self.shown(place)["events"]]
        need(events == ["submitted", "returned"], f"the case has the events {events}")
        self.judge_slip(place)

    def shown(self, place):
        return json.loads(self.tool.must(
            REVIEWED, "office", "show", self.bench.case, "--register", place / "register", "--json"))

    def judge_slip(self, place):
        slip, candidate, trust = place / "slip.json", place / "candidate", ("--trust", self.bench.trust)
        moment = REVIEWED + 2 * MINUTE
        self.tool.must(moment, "office", "slip", self.bench.case, "-o", slip, *self.bench.key,
                       "--register", place / "register")
        self.tool.must(moment, "receive", candidate, slip, *trust)
        record = b"".join(line + b"\n" for line in lines_of(place / "register"))
        need(record == (candidate / "case/log.jsonl").read_bytes(),
             "candidate and office have different records")
        office = place / "office.jsonl"
        office.write_bytes(record)
        for log in (candidate, office):
            self.tool.must(moment, "log", log, "--check", *trust)


def need(truth, why):
    if not truth:
        raise Fault(why)


def queue(tool, register):
    return json.loads(tool.must(IMPORTED, "office", "queue", "--all", "--register", register, "--json"))


def backup(tool, place):
    """The one command that goes through the whole register."""
    copy = place / "backup.sqlite"
    tool.must(IMPORTED, "office", "backup", "-o", copy, "--force", "--register", place / "register")
    with closing(sqlite3.connect(copy)) as database:
        [verdict] = database.execute("PRAGMA integrity_check").fetchone()
    need(verdict == "ok", f"the backup is damaged: {verdict}")


def lines_of(register):
    """The lines of all events, read from a copy, so that nothing is mended by looking."""
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        for path in register.glob("register.sqlite*"):
            shutil.copy(path, folder)
        with closing(sqlite3.connect(Path(folder) / "register.sqlite")) as database:
            rows = database.execute("SELECT line FROM events ORDER BY number, place")
            return [line.encode() for (line,) in rows]


def member(archive, path):
    with zipfile.ZipFile(archive) as opened:
        [name] = [name for name in opened.namelist() if name.endswith(f"/{path}")]
        return opened.read(name)


def listing(place):
    """Every file with its size; what vanishes meanwhile is left out."""
    found = {}
    for folder, _, names in os.walk(place):
        for name in names:
            try:
                found[os.path.join(folder, name)] = os.stat(os.path.join(folder, name)).st_size
            except FileNotFoundError:
                pass
    return found


if __name__ == "__main__":
    sys.exit(main())
