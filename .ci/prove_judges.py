#!/usr/bin/env python3
"""Proves that every judge can fail: breaks a good archive in one way after another.

    .ci/prove_judges.py ARCHIVE.zip [--key PUBLIC]

For each way, runs the one check of judge.py that must notice it. Exits 1 when one does not.
"""

import argparse
import json
import shutil
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path

from judging import tools
from judging.archive import Archive
from judging.report import Failed, Report, Unavailable
import judge


# What is broken inside the bag, before it is zipped again.


def add_file(bag):
    (bag.bag / "data" / "note.txt").write_text("not agreed")


def disguise_picture(bag):
    next((bag.bag / "data" / "materials").rglob("*.jpg")).write_text("<html>")


def remove_payload(bag):
    bag.pdf.unlink()


def change_payload(bag):
    flip_middle(bag.pdf)


def change_tag_file(bag):
    flip_middle(bag.bag / "bag-info.txt")


def respace_manifest(bag):
    (bag.bag / "data" / "manifest.json").write_bytes(bag.manifest + b" ")


def empty_manifest(bag):
    (bag.bag / "data" / "manifest.json").write_bytes(b"{}")


def rename_material(bag):
    manifest = json.loads(bag.manifest)
    manifest["materials"][0]["title"] = "龘龘"
    (bag.bag / "data" / "manifest.json").write_text(json.dumps(manifest))


def change_payload_manifest(bag):
    flip_middle(bag.bag / "manifest-sha256.txt")


def lengthen_jpeg(bag):
    with picture(bag, ".jpg").open("ab") as file:
        file.write(b"\0")


def recolour_pixel(bag):
    from PIL import Image

    path = picture(bag, ".png")
    changed = Image.open(path).convert("RGB")
    red, green, blue = changed.getpixel((0, 0))
    changed.putpixel((0, 0), (red, green ^ 2, blue))
    changed.save(path)


# What is broken inside the PDF.


def drop_output_intent(pdf):
    del pdf.Root.OutputIntents


def drop_structure(pdf):
    del pdf.Root.StructTreeRoot


def add_script(pdf):
    import pikepdf

    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("1"))


def cut_images(pdf):
    for stream in images(pdf):
        data = stream.read_raw_bytes()
        filters, parameters = stream.get("/Filter"), stream.get("/DecodeParms")
        stream.write(data[:len(data) // 2], filter=filters, decode_parms=parameters)


def add_nonsense(pdf):
    pdf.pages[0].contents_add(b"nonsense\n")


def drop_font_programs(pdf):
    for each in pdf.objects:
        for key in ("/FontFile", "/FontFile2", "/FontFile3"):
            if hasattr(each, "keys") and key in each:
                del each[key]


def drop_unicode(pdf):
    for each in pdf.objects:
        if hasattr(each, "keys") and "/ToUnicode" in each:
            del each["/ToUnicode"]


def blank_page(pdf):
    pdf.pages[-1].Contents = pdf.make_stream(b"")


def repeat_page(pdf):
    pdf.pages.append(pdf.pages[0])


def drop_attachment(pdf):
    del pdf.Root.Names


# What is broken in files as a whole.


def flip_middle(path):
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def cut_tail(path):
    path.write_bytes(path.read_bytes()[:-600])


def flip_entry(path):
    """Changes a byte of the data of the largest entry, not of the directory."""
    with zipfile.ZipFile(path) as opened:
        entry = max(opened.infolist(), key=lambda entry: entry.compress_size)
    data = bytearray(path.read_bytes())
    data[entry.header_offset + entry.compress_size // 2] ^= 1
    path.write_bytes(data)


def open_to_all(path):
    path.chmod(0o644)


PROOFS = [
    ("unzip", "archive", flip_entry), ("zipfile", "archive", flip_entry),
    ("unpack", "archive", cut_tail), ("modes", "archive", open_to_all),
    ("names", "bag", add_file), ("names", "bag", disguise_picture), ("names", "bag", remove_payload),
    ("bagit", "bag", remove_payload), ("bagit", "bag", add_file), ("bagit", "bag", change_payload),
    ("sha256", "bag", change_payload), ("sha256", "bag", add_file),
    ("tag-sha256", "bag", change_tag_file),
    ("canonical", "bag", respace_manifest), ("schema", "bag", empty_manifest),
    ("attachment", "bag", respace_manifest), ("attachment", "pdf", drop_attachment),
    ("titles", "bag", rename_material), ("titles", "pdf", drop_unicode),
    ("verapdf-3u", "pdf", drop_output_intent), ("verapdf-3u", "pdf", add_script),
    ("verapdf-ua1", "pdf", drop_structure),
    ("page-3u", "pdf", drop_output_intent), ("page-3u", "pdf", add_script),
    ("qpdf", "file", cut_tail), ("mutool", "pdf", cut_images),
    ("poppler-draw", "pdf", add_nonsense), ("poppler-text", "pdf", add_nonsense),
    ("fonts", "pdf", drop_font_programs), ("fonts", "pdf", drop_unicode),
    ("jpegs", "bag", lengthen_jpeg), ("pngs", "bag", recolour_pixel),
    ("qr-zxing", "bag", respace_manifest), ("qr-zxing", "pdf", blank_page),
    ("qr-zxing", "pdf", repeat_page),
    ("qr-zbar", "bag", respace_manifest), ("qr-zbar", "pdf", blank_page),
    ("qr-zbar", "pdf", repeat_page),
    ("pdf-seal", "bag", change_payload), ("pdf-seal", "pdf", drop_attachment),
    ("seal", "bag", change_payload_manifest),
]


def main():
    parser = argparse.ArgumentParser(description="Proves that every judge can fail.")
    parser.add_argument("archive", type=Path)
    parser.add_argument("--key", type=Path)
    options = parser.parse_args()
    report = Report()
    for check, level, breaks in PROOFS:
        subject = f"{breaks.__name__:<24}"
        report.judge(subject, check, must_notice, options, check, level, breaks)
    if options.key:
        report.judge(f"{'another key':<24}", "signatures", must_refuse_another_key, options)
        for check in ("seal", "pdf-seal"):
            report.judge(f"{'another key':<24}", check, must_refuse_another_key, options, check)
    return report.close()


def must_notice(options, check, level, breaks):
    before = verdict(options.archive, check, options.key)
    if before != "ok":
        raise Unavailable(f"the unbroken archive is {before or 'not judged by this check'}")
    with tools.scratch() as folder:
        broken = break_archive(options.archive, folder, level, breaks)
        after = verdict(broken, check, options.key)
    if after != "FAIL":
        raise Failed(f"the broken archive is {after or 'not judged'}")


def must_refuse_another_key(options, check="signatures"):
    with tools.scratch() as folder:
        key, public = folder / "key.pem", folder / "public.pem"
        tools.must_succeed(tools.run("openssl", "genpkey", "-algorithm", "ed25519", "-out", key))
        tools.must_succeed(tools.run("openssl", "pkey", "-in", key, "-pubout", "-out", public))
        if verdict(options.archive, check, public) != "FAIL":
            raise Failed("a stranger's key was taken")


@cache
def verdict(archive, check, key):
    """What judge.py says of one check: ok, FAIL, SKIP, or None when it does not run it."""
    command = [sys.executable, "-B", Path(__file__).with_name("judge.py"), archive, "--only", check]
    said = subprocess.run(command + (["--key", key] if key else []), capture_output=True, text=True)
    rows = [line.split() for line in said.stdout.splitlines()]
    return next((row[0] for row in rows if row[2:3] == [check]), None)


def break_archive(path, folder, level, breaks):
    broken = folder / path.name
    if level == "archive":
        shutil.copy2(path, broken)
        breaks(broken)
        return broken
    bag = Archive(path, folder / "unpacked")
    bag.unpack()
    if level == "bag":
        breaks(bag)
    elif level == "file":
        breaks(bag.pdf)
    else:
        break_pdf(bag.pdf, breaks)
    with zipfile.ZipFile(broken, "w") as archive:
        for file in sorted(bag.bag.rglob("*")):
            archive.write(file, file.relative_to(bag.unpacked))
    broken.chmod(0o600)
    return broken


def break_pdf(path, breaks):
    import pikepdf

    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        breaks(pdf)
        pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.disable)


def images(pdf):
    streams = [each for each in pdf.objects if hasattr(each, "read_raw_bytes")]
    return [stream for stream in streams if stream.get("/Subtype") == "/Image"]


def picture(bag, kind):
    for path, _ in bag.pictures(kind):
        return bag.bag / path
    raise Unavailable(f"no {kind} in this archive")


if __name__ == "__main__":
    judge.enter_environment()
    sys.exit(main())
