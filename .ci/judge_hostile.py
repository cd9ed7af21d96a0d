#!/usr/bin/env python3
"""Does `dossier verify` refuse archives that are made to exhaust it, in 2 s of CPU time and 256 MB?

    .ci/judge_hostile.py --dossier PATH

Makes the archives in a folder of its own, and takes those of the corpora where they are. Each must end with
exit code 1 or 2, by itself, within the limits; nothing may be written anywhere.
"""

import argparse
import multiprocessing
import os
import struct
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

from judging import tools
from judging.report import Failed, Report
from judging.tools import scratch

MOST_SECONDS, MOST_MB = 2.0, 256
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def main():
    parser = argparse.ArgumentParser(description="Verifies archives that are made to exhaust memory or time.")
    parser.add_argument("--dossier", required=True, type=Path, metavar="PATH")
    dossier = parser.parse_args().dossier.resolve()
    report = Report()
    for make in MADE:
        with scratch() as folder:
            archive = folder / "hostile.zip"
            made_apart(make, archive)
            name = make.__doc__.rstrip(".")
            report.judge(name, "refused", must_be_refused, dossier, archive, folder)
    shared = Path(os.environ.get("DOSSIER_SHARED") or tools.REPOSITORY.parent / "shared")
    for archive in sorted(shared.glob("corpora/zip/*.*")):
        if archive.suffix != ".tsv":
            report.judge(archive.name, "refused", must_be_refused, dossier, archive, None)
    return report.close()


def made_apart(make, archive):
    """In a process of its own: Linux counts what this one holds as the least that a child has ever had."""
    process = multiprocessing.get_context("spawn").Process(target=make, args=(archive,))
    process.start()
    process.join()
    if process.exitcode:
        raise Failed(f"{make.__name__} made nothing")


def must_be_refused(dossier, archive, folder):
    before = sorted(folder.rglob("*")) if folder else []
    process = subprocess.Popen(
        [dossier, "verify", archive, "--json"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={"DOSSIER_TEMPLATES": str(tools.REPOSITORY / "Templates"), **os.environ})
    watch = threading.Timer(60, process.kill)
    watch.start()
    _, status, usage = os.wait4(process.pid, 0)
    watch.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds, size = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    detail = f"exit {process.returncode}, {seconds:.2f} s, {size:.0f} MB"
    if process.returncode not in (1, 2) or seconds > MOST_SECONDS or size > MOST_MB:
        raise Failed(detail)
    if folder and sorted(folder.rglob("*")) != before:
        raise Failed("something was written")
    return detail


def pack(archive, files, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(archive, "w", method) as target:
        for name, content in files.items():
            target.writestr(f"A/{name}", content)


def bag(archive, **files):
    """A bag that gets as far as its hostile file."""
    pack(archive, {"bagit.txt": DECLARATION, "data/a": b"a", **files})


def raw(archive, names, claimed=None, size=0):
    """Entries that all share one local header: only the directory is large."""
    local = struct.pack("<4s5H3L2H", b"PK\3\4", 10, 0, 0, 0, 33, 0, size, size, 1, 0) + b"x"
    directory = b"".join(
        struct.pack("<4s6H3L5H2L", b"PK\1\2", 10, 10, 0, 0, 0, 33, 0, size, size, len(name), 0, 0, 0, 0, 0, 0)
        + name for name in names)
    count = min(len(names) if claimed is None else claimed, 65535)
    wide = b""
    if len(names) > 65535 or claimed:
        place = len(local) + len(directory)
        total = len(names) if claimed is None else claimed
        wide = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, total, total, len(directory), len(local))
        wide += struct.pack("<4sLQL", b"PK\6\7", 0, place, 1)
        count = 0xFFFF
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(directory), len(local), 0)
    archive.write_bytes(local + directory + wide + end)


def million_entries(archive):
    """A million entries."""
    raw(archive, [b"%07d" % number for number in range(1_000_000)])


def claimed_entries(archive):
    """Four billion entries, by their Zip64 count."""
    raw(archive, [b"x"], claimed=1 << 32)


def large_directory(archive):
    """A directory of 60 MB in 900 entries."""
    raw(archive, [b"%03d" % number + b"/" * 65_000 for number in range(900)])


def slashes(archive):
    """Names of 64 KB of slashes."""
    raw(archive, [b"%03d" % number + b"/" * 65_000 for number in range(200)])


def deep_folders(archive):
    """Twenty thousand names of 32 folders each."""
    raw(archive, [b"/".join(b"%05d%015d" % (number, part) for part in range(32)) for number in range(18_000)])


def many_names(archive):
    """Twenty thousand empty files in one bag."""
    pack(archive, {"bagit.txt": DECLARATION, **{f"data/{number}": b"" for number in range(19_990)}},
         zipfile.ZIP_STORED)


def zeros(archive):
    """A gigabyte of zeros in a megabyte."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("A/bagit.txt", DECLARATION)
        with target.open("A/data/zeros", "w") as zeros:
            for _ in range(1 << 10):
                zeros.write(bytes(1 << 20))


def many_zeros(archive):
    """Files just under the ratio that is refused, 420 MB together."""
    noise = os.urandom(8_000)
    pack(archive, {f"data/{number}": noise + bytes(1_400_000) for number in range(300)})


def malformed_lines(archive):
    """A manifest of sixteen million lines, each of them malformed."""
    bag(archive, **{"manifest-sha256.txt": (b"a\n" * 99 + b"bcdefg%03d\n" % 7) * 50_000})


def malformed_stored(archive):
    """The same, stored."""
    pack(archive, {"bagit.txt": DECLARATION, "manifest-sha256.txt": b"a\n" * 8_000_000}, zipfile.ZIP_STORED)


def many_manifests(archive):
    """Manifests of every algorithm in every case, 8 MB each."""
    names = {f"{kind}manifest-{name}.txt" for kind in ("", "tag")
             for name in ("md5", "Md5", "mD5", "MD5", "sha1", "sha256", "SHA256", "sHa256", "sha512", "Sha512")}
    line = b"%064d  data/a\n"
    lines = b"".join(line % number for number in range(100_000))
    pack(archive, {"bagit.txt": DECLARATION, **{name: lines for name in names}})


def continued_lines(archive):
    """A field of bag-info.txt that goes on for five million lines."""
    bag(archive, **{"bag-info.txt": b"A: b\n" + b" c\n" * 5_000_000})


def percents(archive):
    """A manifest whose one path is fifteen million percent signs."""
    bag(archive, **{"manifest-sha256.txt": b"0" * 64 + b"  data/" + b"%2" * 7_500_000})


def fetches(archive):
    """Four million files to fetch."""
    bag(archive, **{"fetch.txt": b"a - b\n" * 2_500_000})


def utf16_tags(archive):
    """Tag files in UTF-16, 15 MB."""
    text = "Zz: \u4e00\n".encode("utf-16-be") * 1_500_000
    pack(archive, {"bagit.txt": DECLARATION.replace(b"UTF-8", b"UTF-16"), "bag-info.txt": text})


def manifest_json(archive, content):
    pack(archive, {"bagit.txt": DECLARATION, "data/manifest.json": content, "data/dossier.pdf": b""},
         zipfile.ZIP_STORED)


def json_deep(archive):
    """A manifest.json of eight million brackets."""
    manifest_json(archive, b"[" * 8_000_000)


def json_values(archive):
    """A manifest.json of five million values."""
    manifest_json(archive, b"[" + b"[]," * 5_000_000 + b"0]")


def json_members(archive):
    """A manifest.json of a million members."""
    manifest_json(archive, b"{" + b",".join(b'"%d":0' % number for number in range(1_000_000)) + b"}")


def json_number(archive):
    """A manifest.json that is one number of fifteen million digits."""
    manifest_json(archive, b"1" * 15_000_000)


def json_string(archive):
    """A manifest.json that is one string of escapes."""
    manifest_json(archive, b'"' + b"\\u0041" * 2_500_000 + b'"')


def json_combining(archive):
    """Two names of a million combining marks each, in both orders."""
    one, other = "\u0301\u0316" * 500_000, "\u0316\u0301" * 500_000
    manifest_json(archive, ('{"a%s":0,"a%s":0}' % (one, other)).encode())


def marked_text(archive):
    """Combining marks by the million in every tag file."""
    marks = ("\u0301\u0316" * 1_000_000).encode()
    pack(archive, {"bagit.txt": b"A" + marks + b": 1.0\nB: UTF-8\n", "bag-info.txt": b"A" + marks + b": b\n",
                   "manifest-sha256.txt": b"0" * 64 + b"  data/" + marks + b"\n",
                   "fetch.txt": b"a - data/" + marks, "seal.txt": b"DS1:" + marks, "data/a": b""},
         zipfile.ZIP_STORED)


def marked_names(archive):
    """Fourteen thousand names of 500 combining marks each."""
    raw(archive, [b"A/%05d" % number + ("\u0301\u0316" * 250).encode() for number in range(14_000)])


def json_pictures(archive):
    """A manifest.json of as many pictures as will fit, none of them there."""
    picture = b'{"path":"data/materials/%d","sha256":"%064d","bytes":1}'
    pictures = b",".join(picture % (number, number) for number in range(120_000))
    manifest_json(archive, b'{"format":"dossier-manifest/1","materials":[{"pictures":[' + pictures + b"]}]}")


def large_seal(archive):
    """A seal of sixty megabytes."""
    pack(archive, {"bagit.txt": DECLARATION, "seal.txt": b"DS1:" + b"A" * 60_000_000}, zipfile.ZIP_STORED)


MADE = [
    million_entries, claimed_entries, large_directory, slashes, deep_folders, many_names, zeros, many_zeros,
    malformed_lines, malformed_stored, many_manifests, continued_lines, percents, fetches, utf16_tags,
    json_deep, json_values, json_members, json_number, json_string, json_combining, json_pictures, marked_text,
    marked_names, large_seal,
]


if __name__ == "__main__":
    sys.exit(main())
